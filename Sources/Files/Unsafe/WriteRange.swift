#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes at a place of an open file.
func writeRange(
  _ bytes: [UInt8], at start: Int, to descriptor: Int32, path: String
) throws(FileError) {
  let failure = unsafe bytes.withUnsafeBytes { buffer in
    unsafe writeWhole(buffer) { part, place in
      unsafe pwrite(descriptor, part.baseAddress, part.count, off_t(start + place))
    }
  }
  if let failure { throw FileError(.failed, path: path, systemError: failure) }
}
