#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks through many bytes with the C library's vector code.
///
/// Invariant: every pointer stays inside the buffer that lends it, and leaves with no function.
enum ByteScan {
  /// The positions just behind every line feed of `bytes[range]`, in order.
  static func lineEnds(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    unsafe bytes.withUnsafeBytes { buffer in
      let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      guard let base = part.baseAddress else { return }
      var position = 0
      while position < part.count,
        let found = unsafe memchr(base + position, 0x0a, part.count - position)
      {
        position = unsafe UnsafeRawPointer(found) - base + 1
        ends.append(range.lowerBound + position)
      }
    }
    return ends
  }

  /// Gives bytes to a hash function of the standard library.
  static func hash(_ bytes: RawSpan, into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
