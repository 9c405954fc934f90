extension Span<UInt8> {
  /// Eight bytes from a place on as a number, the first lowest; nil where there are not so many.
  @inline(__always)
  func eightBytes(at place: Int) -> UInt64? {
    guard place >= 0, place <= count - 8 else { return nil }
    // All eight lie inside, and any bits are a number.
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }
}

extension MutableSpan<UInt8> {
  /// Puts the eight bytes of a number in the place of those from `place` on, the lowest first.
  @inline(__always)
  mutating func write(_ number: UInt64, at place: Int) {
    // Bytes may be any, and whether there are eight is checked.
    var raw = unsafe mutableBytes
    raw.storeBytes(of: number.littleEndian, toByteOffset: place, as: UInt64.self)
  }
}

extension UInt64 {
  /// All bits of the first few of eight bytes.
  @inline(__always)
  init(bytesOfOnes count: Int) { self = count == 8 ? .max : 1 << UInt64(8 * count) &- 1 }
}
