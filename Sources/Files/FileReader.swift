#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: prefix.count + range.count) {
      buffer, count in
      _ = unsafe buffer.initialize(fromContentsOf: prefix)
      count = prefix.count
      var position = range.lowerBound
      while position < range.upperBound {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = unsafe pread(
          descriptor.number, rest.baseAddress, range.upperBound - position, off_t(position))
        if got > 0 {
          position += got
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw .reading(path, failure) }
    return bytes
  }
}
