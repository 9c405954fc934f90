#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads what an open file still has, refusing more than `limit` bytes.
///
/// Sound because `count` is set to what `read` says it wrote, which is never above the capacity.
func readToEnd(
  _ descriptor: Int32, path: String, expected: Int, limit: Int
) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  var failure: Int32 = 0
  var ended = false
  // One byte more tells whether the file has grown; what is refused needs no more room than that.
  var blockLength = max(1 << 16, min(expected, limit &- 1) + 1)
  while !ended {
    let block = unsafe [UInt8](unsafeUninitializedCapacity: blockLength) { buffer, count in
      let got = unsafe read(descriptor, buffer.baseAddress, blockLength)
      count = max(0, got)
      if got < 0 && errno != EINTR { failure = errno }
      if got == 0 { ended = true }
    }
    guard failure == 0 else { throw .reading(path, failure) }
    if bytes.isEmpty { bytes = block } else { bytes.append(contentsOf: block) }
    guard bytes.count <= limit else { throw FileError(.tooLarge, path: path) }
    blockLength = 1 << 16
  }
  return bytes
}
