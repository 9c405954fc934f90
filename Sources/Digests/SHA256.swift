/// SHA-256 over bytes that come in pieces.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(header)
/// hash.update(rows)
/// let digest = hash.finish()
/// ```
public struct SHA256: ~Copyable {
  private let context = DigestContext()

  /// A hash of nothing yet.
  public init() {}

  /// Takes bytes.
  ///
  /// - Complexity: O(bytes).
  public mutating func update(_ bytes: RawSpan) { context.update(bytes) }

  /// Takes bytes.
  ///
  /// - Complexity: O(bytes).
  public mutating func update(_ bytes: [UInt8]) { unsafe context.update(bytes.span.bytes) }

  /// The digest of everything taken so far; the hash begins anew.
  public mutating func finish() -> SHA256Digest { context.finish() }

  /// Writes the digest of everything taken so far over the first 32 bytes of `output`; the hash
  /// begins anew.
  public mutating func finish(into output: inout MutableSpan<UInt8>) {
    context.finish(into: &output, at: 0)
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(bytes).
  public static func digest(of bytes: [UInt8]) -> SHA256Digest {
    digest(of: unsafe bytes.span.bytes)
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(bytes).
  public static func digest(of bytes: RawSpan) -> SHA256Digest {
    let context = DigestContext()
    context.update(bytes)
    return context.finish()
  }
}
