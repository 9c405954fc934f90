/// Bytes that grow at their end.
///
/// The storage is longer than what was written, so that a whole field is written after one check.
/// Every pointer used here lies in the room that ``withRoom(_:_:)`` has made sure of.
@safe struct ByteOutput: Sendable {
  private var storage: [UInt8] = []
  /// How many bytes were written.
  private(set) var count = 0

  /// A copy of what was written.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Lends what was written to `body`; the span must not leave it.
  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(storage.span.extracting(0..<count).bytes)
  }

  /// The byte written last, or nil.
  var last: UInt8? { count == 0 ? nil : storage[count - 1] }

  mutating func removeAll() { count = 0 }

  /// Makes room for bytes to come.
  mutating func reserveCapacity(_ byteCount: Int) {
    guard storage.count < byteCount else { return }
    storage.append(contentsOf: repeatElement(0, count: byteCount - storage.count))
  }

  /// Lends room for `length` bytes, all of which `body` must write.
  private mutating func withRoom(_ length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    if storage.count - count < length { reserveCapacity(max(256, (count + length) * 2)) }
    let place = count
    unsafe storage.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe body(start + place)
    }
    count += length
  }

  mutating func append(_ byte: UInt8) { unsafe withRoom(1) { unsafe $0.pointee = byte } }

  mutating func append(contentsOf other: ByteOutput) {
    append(other.storage.span.extracting(0..<other.count))
  }

  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe withRoom(source.count) {
        unsafe $0.update(from: start, count: source.count)
      }
    }
  }

  /// Appends a number with zeros before it up to a number of digits, and a point before the last
  /// `scaleDigits` of them if there are any.
  mutating func append(_ number: UInt64, leastDigits: Int, scaleDigits: Int) {
    let digits = max(leastDigits, Self.digitCount(number))
    let length = digits + (scaleDigits > 0 ? 1 : 0)
    unsafe withRoom(length) { start in
      var rest = number
      var place = length
      func write(_ count: Int) {
        var left = count
        while left >= 2 {
          let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
          let tens = (UInt32(truncatingIfNeeded: pair) &* 103) >> 10
          place &-= 2
          unsafe start[place] = 0x30 &+ UInt8(truncatingIfNeeded: tens)
          unsafe start[place &+ 1] =
            0x30 &+ UInt8(truncatingIfNeeded: UInt32(truncatingIfNeeded: pair) &- tens &* 10)
          rest = quotient
          left &-= 2
        }
        if left == 1 {
          let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
          place &-= 1
          unsafe start[place] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
          rest = quotient
        }
      }
      if scaleDigits > 0 {
        write(scaleDigits)
        place &-= 1
        unsafe start[place] = 0x2E
      }
      write(digits - scaleDigits)
    }
  }

  private static func digitCount(_ number: UInt64) -> Int {
    var limit: UInt64 = 10
    var count = 1
    while number >= limit {
      count += 1
      let (next, isTooLarge) = limit.multipliedReportingOverflow(by: 10)
      if isTooLarge { return count }
      limit = next
    }
    return count
  }

  /// Whether a text holds a quote, a delimiter or a line end, or perhaps another control character.
  ///
  /// Eight bytes at a time: subtracting one from each byte borrows from its highest bit where it was
  /// zero (and sometimes in the byte above, which does not matter for the question).
  static func mayNeedQuotes(_ text: Span<UInt8>, delimiter: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quotes = ones &* UInt64(PlainScanner.quote)
    let delimiters = ones &* UInt64(delimiter)
    func mayContain(_ word: UInt64) -> Bool {
      let quote = word ^ quotes
      let sign = word ^ delimiters
      let found =
        ((quote &- ones) & ~quote) | ((sign &- ones) & ~sign)
        | ((word &- ones &* 0x0E) & ~word)
      return found & highs != 0
    }
    return unsafe text.bytes.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        if mayContain(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
          return true
        }
        place += 8
      }
      while place < bytes.count {
        if mayContain((highs & ~0xFF) | UInt64(unsafe bytes[place])) { return true }
        place += 1
      }
      return false
    }
  }
}
