#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes at a place of an open file; the system may take them in parts.
///
/// Sound because every part lies inside the lent buffer.
func writeRange(
  _ bytes: [UInt8], at start: Int, to descriptor: Int32, path: String
) throws(FileError) {
  var failure: Int32 = 0
  unsafe bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + written))
      if count > 0 {
        written += count
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }
  guard failure == 0 else { throw FileError(.failed, path: path, systemError: failure) }
}
