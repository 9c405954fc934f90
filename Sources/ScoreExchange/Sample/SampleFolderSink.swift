import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the files of a synthetic exchange under a folder that exists.
///
/// Folders between are made; a file that exists is written over at once, which
/// ``SampleExchange/write(toFolder:plan:cancellation:)`` keeps from readers. Call ``close()`` at the
/// end, for a full disk may show only then.
public struct SampleFolderSink: SampleSink {
  private let folder: String
  private var files: [String: CInt] = [:]

  /// The files that were begun.
  var paths: [String] { Array(files.keys) }

  /// A sink under the given folder.
  ///
  /// - Parameter folder: A folder that exists, without a slash at the end.
  public init(folder: String) {
    self.folder = folder
  }

  /// Appends bytes to a file under the folder.
  public mutating func append(_ bytes: [UInt8], to path: String) throws(SampleError) {
    let file = try descriptor(of: path)
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(file, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      start += count
    }
  }

  /// Flushes and closes every file.
  ///
  /// - Throws: ``SampleError`` with the code `write`; all files are closed even so.
  public mutating func close() throws(SampleError) {
    var failed: SampleError?
    for (path, file) in files {
      if fsync(file) != 0 { failed = failed ?? failure(path) }
      if systemClose(file) != 0 { failed = failed ?? failure(path) }
    }
    files = [:]
    if let failed { throw failed }
  }

  private mutating func descriptor(of path: String) throws(SampleError) -> CInt {
    if let file = files[path] { return file }
    var place = folder
    for part in path.split(separator: "/").dropLast() {
      place += "/" + part
      if unsafe mkdir(place, 0o777) != 0, errno != EEXIST { throw failure(path, .create) }
    }
    let file = unsafe open("\(folder)/\(path)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path, .create) }
    files[path] = file
    return file
  }

  private func failure(_ path: String, _ code: SampleError.Code = .write) -> SampleError {
    let error = FileError(
      code == .create ? .notCreatable : .failed, path: "\(folder)/\(path)", systemError: errno)
    return SampleError(code, error.message)
  }
}

/// The C function, whose name the method takes.
private func systemClose(_ file: CInt) -> CInt {
  close(file)
}
