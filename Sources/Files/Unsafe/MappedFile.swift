#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a regular file, mapped into memory and read only.
///
/// `@unchecked Sendable`: `start` and `byteCount` are set once, the mapping is private and read
/// only, and it lives exactly as long as this object. A file that another process shortens while
/// it is mapped ends the process; give such files to ``readBytes(at:limit:followsLinks:)`` instead.
@safe public final class MappedFile: @unchecked Sendable {
  private let start: UnsafeRawPointer?

  /// Length of the file in bytes when it was opened.
  public let byteCount: Int

  /// Maps a file.
  ///
  /// - Parameters:
  ///   - path: A path of a regular file; a link is followed unless `followsLinks` is false.
  ///   - followsLinks: Whether a symbolic link may stand at the path.
  /// - Throws: ``FileError`` with ``FileError/Code/missing``, `notReadable`, `notRegular` or
  ///   `failed`.
  public convenience init(at path: String, followsLinks: Bool = true) throws(FileError) {
    let descriptor = try FileDescriptor(reading: path, followsLinks: followsLinks)
    try self.init(descriptor.number, byteCount: descriptor.byteCount, path: path)
  }

  /// Maps the first bytes of an open file, which may be closed afterwards.
  init(_ descriptor: Int32, byteCount: Int, path: String) throws(FileError) {
    self.byteCount = byteCount
    guard byteCount > 0 else {
      unsafe start = nil
      return
    }
    let address = unsafe mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .reading(path, errno)
    }
    unsafe start = UnsafeRawPointer(address)
  }

  deinit {
    if let start = unsafe start {
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), byteCount)
    }
  }

  /// Lends the bytes to `body`; the span must not leave it.
  public func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: byteCount)
    return try body(unsafe bytes.bytes)
  }
}
