#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RowBatch {
  /// Whether a byte stands anywhere in the batch.
  ///
  /// - Parameter byte: The byte to look for, quoted or not.
  /// - Returns: True as soon as it is found.
  /// - Complexity: O(bytes), at the speed of the C library's search.
  package func contains(_ byte: UInt8) -> Bool {
    let count = bytes.count
    guard let start = unsafe bytes.buffer(0..<count).baseAddress else { return false }
    return unsafe memchr(start, Int32(byte), count) != nil
  }
}
