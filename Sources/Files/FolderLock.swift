#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps a folder for one process; the system lets go when the value or the process ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock; nil where another process has it, or the folder is no longer there.
  init?(_ path: String) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0, unsafe access(path, F_OK) == 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
