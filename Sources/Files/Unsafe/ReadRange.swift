#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a range of an open file behind `prefix`, up to the file's end where that comes first.
///
/// Sound because the buffer has room for the prefix and the whole range, `count` only grows by what
/// `pread` says it wrote, and so never counts a byte that was not initialized.
func readRange(
  _ range: Range<Int>, of descriptor: Int32, path: String, after prefix: ArraySlice<UInt8>
) throws(FileError) -> [UInt8] {
  var failure: Int32 = 0
  // Room for nothing would be the empty array that all threads share, and its count would be written.
  guard !prefix.isEmpty || !range.isEmpty else { return [] }
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: prefix.count + range.count) {
    buffer, count in
    _ = unsafe buffer.initialize(fromContentsOf: prefix)
    count = prefix.count
    var position = range.lowerBound
    while position < range.upperBound {
      let rest = unsafe UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let got = unsafe pread(
        descriptor, rest.baseAddress, range.upperBound - position, off_t(position))
      if got > 0 {
        position += got
        count += got
      } else if got == 0 {
        return
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }
  guard failure == 0 else { throw .reading(path, failure) }
  return bytes
}
