#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps something for one process at a time; the system lets go when the value or the process
/// ends.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, which is a file of its own; it stays where it is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long to wait for another process.
  /// - Throws: ``SigningError`` with `locked` or `not-writable`.
  init(path: String, waiting patience: Duration = .zero) throws(SigningError) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw SigningError(.notWritable, path) }
    let deadline = ContinuousClock.now + patience
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard ContinuousClock.now < deadline else {
        close(opened)
        throw SigningError(.locked, path)
      }
      usleep(20_000)
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
