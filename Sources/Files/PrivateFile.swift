import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name: nobody else can open it, and it is gone when this object or the process is.
///
/// For what is larger than memory and of no use to anybody later. Several threads may append and read
/// at one time.
public final class PrivateFile: Sendable {
  private let descriptor: FileDescriptor
  private let path: String
  private let end = Mutex(0)

  /// Makes an empty file.
  ///
  /// - Parameter folder: Where its bytes are to lie; a folder on a disk with room for them.
  /// - Throws: ``FileError`` with `notCreatable`.
  public init(in folder: String) throws(FileError) {
    var attempt = 0
    while true {
      let candidate = "\(folder)/.\(getpid())-\(attempt).private"
      do {
        descriptor = try StagedOutputs.change { _ throws(FileError) in
          let made = try FileDescriptor(creating: candidate, permissions: 0o600, isReadable: true)
          unsafe unlink(candidate)
          return made
        }
        path = candidate
        return
      } catch {
        attempt += 1
        guard error.systemError == EEXIST, attempt < 1_000 else { throw error }
      }
    }
  }

  /// Makes an empty file where large temporary files belong: in TMPDIR, or else in `/var/tmp`.
  ///
  /// - Throws: ``FileError`` with `notCreatable`.
  public convenience init() throws(FileError) {
    try self.init(in: unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/var/tmp")
  }

  /// How many bytes were appended.
  public var byteCount: Int { end.withLock { $0 } }

  /// Appends bytes.
  ///
  /// - Returns: Where they lie.
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  public func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    let start = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    try writeRange(bytes, at: start, to: descriptor.number, path: path)
    return start..<start + bytes.count
  }

  /// Reads bytes that were appended.
  ///
  /// - Throws: ``FileError`` with `failed`.
  public func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    try readRange(range, of: descriptor.number, path: path, after: [])
  }

  /// Maps what was appended so far.
  ///
  /// - Throws: ``FileError`` with `failed`.
  public func mapped() throws(FileError) -> MappedFile {
    try MappedFile(descriptor.number, byteCount: byteCount, path: path)
  }
}
