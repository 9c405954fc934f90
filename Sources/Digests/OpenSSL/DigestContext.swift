internal import COpenSSL

/// The one fetched SHA-256 implementation.
///
/// `@unchecked Sendable`: the object is counted by reference inside the library and never changes
/// after it was fetched. Fetching it for every digest costs a lock and two thirds of the speed.
@safe private final class SHA256Algorithm: @unchecked Sendable {
  let pointer: OpaquePointer

  private init() {
    OpenSSLLibrary.prepare()
    guard let fetched = unsafe EVP_MD_fetch(nil, "SHA256", nil) else {
      preconditionFailure("The cryptographic library has no SHA-256.")
    }
    unsafe pointer = fetched
  }

  static let shared = SHA256Algorithm()
}

/// A SHA-256 state that is used again and again.
///
/// `@unchecked Sendable`: each belongs to one thread at a time; a state that goes on in another
/// thread does so only after the first has given it back, as ``WorkPlan`` waits for its threads.
@safe package final class DigestContext: @unchecked Sendable {
  private let context: OpaquePointer
  /// Where the parts of a short message are put together, for one call costs more than the copy.
  private let message: UnsafeMutableRawPointer
  private static let messageLength = 4_096

  /// A state that has taken no bytes yet.
  package init() {
    guard let made = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex2(made, SHA256Algorithm.shared.pointer, nil) == 1
    else { preconditionFailure("No memory for a digest.") }
    unsafe context = made
    unsafe message = .allocate(byteCount: Self.messageLength, alignment: 16)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
    unsafe message.deallocate()
  }

  /// Writes the digest of a byte and two runs of bytes to `output[offset..<offset + 32]`.
  ///
  /// The state must have taken nothing before.
  package func digest(
    prefix: UInt8, _ first: RawSpan, _ second: RawSpan, into output: inout MutableSpan<UInt8>,
    at offset: Int
  ) {
    let length = 1 + first.byteCount + second.byteCount
    unsafe message.storeBytes(of: prefix, as: UInt8.self)
    if length <= Self.messageLength {
      unsafe first.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe (message + 1).copyMemory(from: start, byteCount: buffer.count)
      }
      unsafe second.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe (message + 1 + first.byteCount).copyMemory(from: start, byteCount: buffer.count)
      }
      _ = unsafe EVP_DigestUpdate(context, message, length)
    } else {
      _ = unsafe EVP_DigestUpdate(context, message, 1)
      update(first)
      update(second)
    }
    finish(into: &output, at: offset)
  }

  /// Takes bytes.
  package func update(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// Takes the bytes of an array from a position on.
  package func update(_ bytes: [UInt8], from start: Int) {
    unsafe update(bytes.span.bytes.extracting(start...))
  }

  /// Writes the digest of all bytes taken to `output[offset..<offset + 32]` and begins anew.
  package func finish(into output: inout MutableSpan<UInt8>, at offset: Int) {
    precondition(offset >= 0 && output.count - offset >= SHA256Digest.byteCount)
    unsafe output.withUnsafeMutableBufferPointer { buffer in
      var length: UInt32 = 0
      _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress.map { unsafe $0 + offset }, &length)
    }
    // Null for the algorithm keeps the fetched one: the state is only set back.
    _ = unsafe EVP_DigestInit_ex2(context, nil, nil)
  }

  /// The digest of all bytes taken; begins anew.
  package func finish() -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    var output = bytes.mutableSpan
    finish(into: &output, at: 0)
    return SHA256Digest(bytes: bytes) ?? .zero
  }
}
