#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, removed with all that is in it when the test lets it go.
public final class TemporaryFolder: Sendable {
  /// The folder's absolute path, without a slash at the end.
  public let path: String

  /// Makes the folder.
  public init() {
    let base = environment("TMPDIR") ?? "/tmp"
    path = "\(base)/score-exchange-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    unsafe mkdir(path, 0o755)
  }

  deinit { remove(path) }

  /// Writes a file into the folder, making folders between.
  ///
  /// - Returns: The file's path.
  @discardableResult
  public func write(_ text: String, to name: String) -> String {
    write(Array(text.utf8), to: name)
  }

  /// Writes a file into the folder, making folders between.
  ///
  /// - Returns: The file's path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      unsafe mkdir(folder, 0o755)
    }
    let file = "\(path)/\(name)"
    guard let stream = unsafe fopen(file, "w") else { return file }
    unsafe fwrite(bytes, 1, bytes.count, stream)
    unsafe fclose(stream)
    return file
  }
}

/// The value of an environment variable, or nil.
public func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

private func remove(_ path: String) {
  if let stream = unsafe opendir(path) {
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { remove("\(path)/\(name)") }
    }
    unsafe closedir(stream)
    unsafe rmdir(path)
  } else {
    unsafe unlink(path)
  }
}
