#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps a file or folder for one process at a time; the system lets go when the value or the process
/// ends.
package struct AdvisoryLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of what stands at a path and still stands there when the lock is had.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - flags: How it is opened.
  ///   - problem: The system's number of what went wrong; `EWOULDBLOCK` where another process has it.
  private init?(_ path: String, _ flags: Int32, problem: inout Int32) {
    let opened = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else {
      problem = errno
      return nil
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0, isStill(opened, at: path) else {
      close(opened)
      problem = EWOULDBLOCK
      return nil
    }
    descriptor = opened
  }

  /// Takes the lock of a folder; nil where another process has it, or there is no such folder.
  init?(folder path: String) {
    var problem: Int32 = 0
    self.init(path, Self.folderFlags, problem: &problem)
  }

  private static let folderFlags = O_RDONLY | O_DIRECTORY

  /// Takes a lock that is a file of its own; it is made where it is missing, and stays.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long to wait for another process.
  /// - Throws: ``FileError`` with `notCreatable`; see ``FileError/isBusy``.
  package init(file path: String, waiting patience: Duration = .zero) throws(FileError) {
    self = try Self.wait(for: path, O_RDWR | O_CREAT, patience)
  }

  /// Takes the lock of a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - patience: How long to wait for another process.
  /// - Returns: The lock; nil where there is no folder.
  /// - Throws: ``FileError`` with `notCreatable`; see ``FileError/isBusy``.
  package static func ofFolder(
    _ path: String, waiting patience: Duration = .seconds(10)
  ) throws(FileError) -> AdvisoryLock? {
    do throws(FileError) {
      return try wait(for: path, folderFlags, patience)
    } catch {
      guard [ENOENT, ENOTDIR, ELOOP].contains(error.systemError) else { throw error }
      return nil
    }
  }

  private static func wait(
    for path: String, _ flags: Int32, _ patience: Duration
  ) throws(FileError) -> AdvisoryLock {
    let deadline = ContinuousClock.now + patience
    var problem: Int32 = 0
    while true {
      if let lock = AdvisoryLock(path, flags, problem: &problem) { return lock }
      guard problem == EWOULDBLOCK, ContinuousClock.now < deadline else {
        throw .creating(path, problem)
      }
      usleep(20_000)
    }
  }

  deinit { close(descriptor) }
}

/// Whether an open file or folder is what stands at a path: it may have got another name since, or
/// something else this one.
func isStill(_ descriptor: Int32, at path: String) -> Bool {
  var (opened, standing) = (stat(), stat())
  return unsafe fstat(descriptor, &opened) == 0 && lstat(path, &standing) == 0
    && opened.st_ino == standing.st_ino && opened.st_dev == standing.st_dev
}
