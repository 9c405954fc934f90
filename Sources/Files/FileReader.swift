/// An open regular file from which any range can be read, by several threads at one time.
public final class FileReader: Sendable {
  private let descriptor: FileDescriptor
  private let path: String

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - followsLinks: Whether a symbolic link may stand at the path.
  /// - Throws: ``FileError`` with `missing`, `notReadable`, `notRegular` or `failed`.
  public init(at path: String, followsLinks: Bool = true) throws(FileError) {
    descriptor = try FileDescriptor(reading: path, followsLinks: followsLinks)
    self.path = path
  }

  /// Length of the file in bytes when it was opened.
  public var byteCount: Int { descriptor.byteCount }

  /// Reads a range of the file.
  ///
  /// - Parameters:
  ///   - range: Which bytes; not beyond ``byteCount``.
  ///   - prefix: Bytes that shall stand before them in the result.
  /// - Returns: The prefix and the bytes; fewer only where somebody has shortened the file.
  /// - Throws: ``FileError`` with `failed`.
  /// - Complexity: O(bytes).
  public func read(
    _ range: Range<Int>, after prefix: ArraySlice<UInt8> = []
  ) throws(FileError) -> [UInt8] {
    try readRange(range, of: descriptor.number, path: path, after: prefix)
  }
}
