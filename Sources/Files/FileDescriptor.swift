#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file that is closed when this value goes.
struct FileDescriptor: ~Copyable {
  let number: Int32
  /// Length when it was opened.
  let byteCount: Int

  /// Opens a regular file to read.
  init(reading path: String, followsLinks: Bool) throws(FileError) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let opened = unsafe open(path, flags)
    guard opened >= 0 else { throw .reading(path, errno) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      let number = errno
      close(opened)
      throw .reading(path, number)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw FileError(.notRegular, path: path)
    }
    number = opened
    byteCount = Int(status.st_size)
  }

  /// Makes a new file to write, and perhaps to read; fails if the name is taken.
  init(
    creating path: String, permissions: UInt32, isReadable: Bool = false
  ) throws(FileError) {
    let access = isReadable ? O_RDWR : O_WRONLY
    let opened = unsafe open(
      path, access | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(permissions))
    guard opened >= 0 else { throw .creating(path, errno) }
    number = opened
    byteCount = 0
  }

  /// Opens what stands at a path to append to it, such as a device or pipe.
  init(appendingTo path: String) throws(FileError) {
    let opened = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard opened >= 0 else { throw .creating(path, errno) }
    number = opened
    byteCount = 0
  }

  /// Standard output, which stays open when this value goes.
  static func standardOutput() throws(FileError) -> FileDescriptor {
    let copy = dup(STDOUT_FILENO)
    guard copy >= 0 else { throw .creating("-", errno) }
    return FileDescriptor(number: copy)
  }

  private init(number: Int32) {
    self.number = number
    byteCount = 0
  }

  deinit { close(number) }
}
