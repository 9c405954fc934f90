/// Where the files of a synthetic exchange go, piece by piece.
///
/// Pieces of one file arrive in order; pieces of several files alternate.
public protocol SampleSink {
  /// Appends bytes to a file, which begins empty.
  ///
  /// - Parameters:
  ///   - bytes: The next piece; never kept by the caller.
  ///   - path: The file, relative to the folder of the exchange, with `/` between its parts.
  /// - Throws: ``SampleError`` with the code `create` or `write`.
  mutating func append(_ bytes: [UInt8], to path: String) throws(SampleError)
}

/// Keeps the files of a small synthetic exchange in memory.
public struct SampleMemorySink: SampleSink, Sendable {
  /// The bytes of every file, by its path.
  public private(set) var files: [String: [UInt8]] = [:]

  /// A sink without files.
  public init() {}

  /// Appends bytes to a file in memory.
  public mutating func append(_ bytes: [UInt8], to path: String) throws(SampleError) {
    files[path, default: []] += bytes
  }
}
