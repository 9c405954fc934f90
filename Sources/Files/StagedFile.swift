#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears whole or not at all.
///
/// The bytes go into a new file beside the wanted one. ``commit()`` flushes it to the disk and
/// renames it over the wanted name; a value that goes away without it leaves nothing behind.
/// A device or pipe at the path, such as `/dev/null` or `/dev/stdout`, is no file that could be
/// replaced: the bytes go to it at once.
public struct StagedFile: ~Copyable {
  private let descriptor: FileDescriptor
  private let path: String
  /// The new file; nil where a device or pipe takes the bytes.
  private let stagedPath: String?
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where the file shall appear; its folder must exist.
  ///   - permissions: The file's mode, as in `0o644`.
  /// - Throws: ``FileError`` with `notCreatable`.
  public init(at path: String, permissions: UInt32 = 0o644) throws(FileError) {
    self.path = path
    if leadsToStream(path) {
      descriptor = try FileDescriptor(appendingTo: path)
      stagedPath = nil
      return
    }
    var attempt = 0
    while true {
      let candidate = "\(path).\(getpid())-\(attempt).partial"
      do {
        descriptor = try FileDescriptor(creating: candidate, permissions: permissions)
        stagedPath = candidate
        return
      } catch {
        attempt += 1
        guard error.systemError == EEXIST, attempt < 1_000 else {
          throw FileError(error.code, path: path, systemError: error.systemError)
        }
      }
    }
  }

  deinit {
    if !isCommitted, let stagedPath { unsafe unlink(stagedPath) }
  }

  /// Where the bytes go, for work on another thread; of use only as long as this value lives.
  package var output: FileOutput { FileOutput(descriptor: descriptor.number, path: path) }

  /// Appends bytes.
  ///
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  public mutating func write(_ bytes: RawSpan) throws(FileError) { try output.write(bytes) }

  /// Appends bytes.
  ///
  /// - Throws: ``FileError`` with `failed`, for example when the disk is full.
  public mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try unsafe write(bytes.span.bytes)
  }

  /// Flushes the file to the disk and gives it its name, replacing what stood there.
  ///
  /// - Throws: ``FileError`` with `failed` or `notCreatable`; what stood there is then untouched.
  public consuming func commit() throws(FileError) {
    guard let stagedPath else { return }
    guard fsync(descriptor.number) == 0 else {
      throw FileError(.failed, path: path, systemError: errno)
    }
    guard unsafe rename(stagedPath, path) == 0 else { throw .creating(path, errno) }
    isCommitted = true
    flushFolder(containing: path)
  }
}

/// Writes a whole file, or leaves what stood there.
///
/// - Parameters:
///   - bytes: The content.
///   - path: Where the file shall appear; its folder must exist.
///   - permissions: The file's mode, as in `0o644`.
/// - Throws: ``FileError`` with `notCreatable` or `failed`.
public func writeBytes(
  _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
) throws(FileError) {
  var file = try StagedFile(at: path, permissions: permissions)
  try file.write(bytes)
  try file.commit()
}
