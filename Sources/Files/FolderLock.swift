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

  /// Waits for the lock while another process has it, for some seconds; nil where there is no folder, or
  /// none that can be had.
  init?(waitingFor path: String) {
    for _ in 0..<500 {
      if let lock = FolderLock(path) {
        self = lock
        return
      }
      if fileKind(at: path) != .folder { return nil }
      usleep(20_000)
    }
    return nil
  }

  deinit { close(descriptor) }
}
