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

  /// The first position from `start` on whose byte is not plain; `end` where all are.
  ///
  /// Plain bytes, most of every table, are those of ASCII above the comma: letters, digits, points.
  /// Eight are looked at together: the upper bit of each is set where a byte is below `-`, is the
  /// last of ASCII, or lies beyond it.
  @inline(__always)
  static func endOfPlain(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    let upper: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while end - position >= 8 {
      let word = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: position, as: UInt64.self))
      let below = ((word | upper) &- ones &* 0x2d) ^ upper
      let special = (below | ((word & ~upper) &+ ones) | word) & upper
      if special != 0 { return position + special.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < end {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
      guard byte > 0x2c, byte < 0x7f else { break }
      position += 1
    }
    return position
  }

  /// Gives bytes to a hash function of the standard library.
  static func hash(_ bytes: RawSpan, into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
