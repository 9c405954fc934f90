/// Numbers as they lie in memory, one array after the other, for files that only the process that
/// writes them reads.
///
/// Sound because integers have no padding and every pattern of bits is one.
package struct PackedNumbers: Sendable {
  /// What was packed so far, or is to be unpacked.
  package private(set) var bytes: [UInt8]
  private var place = 0

  /// Nothing packed, or bytes to unpack.
  package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Appends numbers.
  package mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: ArraySlice<Number>
  ) {
    unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Takes the next numbers, as many and of the same type as were appended there.
  package mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int
  ) -> [Number] {
    // Room for nothing would be the empty array that all threads share, and its count would be written.
    if count == 0 { return [] }
    let byteCount = count * MemoryLayout<Number>.size
    precondition(count >= 0 && place + byteCount <= bytes.count, "more than was packed")
    defer { place += byteCount }
    return unsafe [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[place..<place + byteCount]))
      }
      initialized = count
    }
  }
}
