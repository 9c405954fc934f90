/// Bytes that grow at their end.
///
/// The storage is longer than what was written, so that a whole field is written after one check.
/// Every pointer used here lies in the room that ``withRoom(_:_:)`` has made sure of.
@safe package struct ByteOutput: Sendable {
  private var storage: [UInt8] = []
  /// How many bytes were written.
  package private(set) var count = 0

  /// Nothing yet.
  package init() {}

  /// Whether nothing was written.
  package var isEmpty: Bool { count == 0 }

  /// A copy of what was written.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// Lends what was written to `body`; the span must not leave it.
  func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(storage.span.extracting(0..<count).bytes)
  }

  /// Lends what was written to `body` as text; the span must not leave it.
  func withText(_ body: (Span<UInt8>) -> Void) { body(storage.span.extracting(0..<count)) }

  /// The byte written last, or nil.
  var last: UInt8? { count == 0 ? nil : storage[count - 1] }

  /// Forgets what was written, and keeps the memory.
  package mutating func removeAll() { count = 0 }

  /// Makes room for bytes to come.
  ///
  /// It is seldom needed, so that what is inlined everywhere need not hold it.
  @inline(never)
  mutating func reserveCapacity(_ byteCount: Int) {
    guard storage.count < byteCount else { return }
    storage.append(contentsOf: repeatElement(0, count: byteCount - storage.count))
  }

  /// Lends room for `length` bytes, all of which `body` must write, and for `slack` more, which it may.
  @inline(__always)
  private mutating func withRoom(
    _ length: Int, slack: Int = 0, _ body: (UnsafeMutablePointer<UInt8>) -> Void
  ) {
    if storage.count - count < length + slack {
      reserveCapacity(max(256, (count + length + slack) * 2))
    }
    let place = count
    unsafe storage.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe body(start + place)
    }
    count += length
  }

  /// Appends a byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) { unsafe withRoom(1) { unsafe $0.pointee = byte } }

  /// Appends what another one holds.
  package mutating func append(contentsOf other: ByteOutput) {
    append(other.storage.span.extracting(0..<other.count))
  }

  /// Appends a part of what another one holds.
  package mutating func append(contentsOf other: ByteOutput, from start: Int, to end: Int) {
    precondition(end <= other.count)
    append(other.storage.span.extracting(start..<end))
  }

  /// Appends bytes.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe withRoom(source.count) { unsafe Self.copy(start, source.count, to: $0) }
    }
  }

  /// Appends a byte, and bytes after it.
  mutating func append(_ byte: UInt8, _ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return append(byte) }
      unsafe withRoom(source.count + 1) {
        unsafe $0.pointee = byte
        unsafe Self.copy(start, source.count, to: $0 + 1)
      }
    }
  }

  /// Appends at most seven bytes, the first lowest in a word whose highest byte says how many they are;
  /// before them a separator, where there is one.
  @inline(__always)
  mutating func append(shortText: UInt64, after separator: UInt8?) {
    let lead = separator == nil ? 0 : 1
    unsafe withRoom(lead + Int(shortText >> 56), slack: 8) {
      // Where there is no separator the text takes its place.
      unsafe $0.pointee = separator ?? 0
      unsafe UnsafeMutableRawPointer($0 + lead).storeBytes(
        of: shortText.littleEndian, as: UInt64.self)
    }
  }

  /// Copies bytes; few of them as two words that may overlap, which is faster than a call.
  @inline(__always)
  private static func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    func move<Word: BitwiseCopyable>(_ word: Word.Type) {
      let size = MemoryLayout<Word>.size
      let from = unsafe UnsafeRawPointer(source)
      let to = UnsafeMutableRawPointer(target)
      let first = unsafe from.loadUnaligned(as: word)
      let last = unsafe from.loadUnaligned(fromByteOffset: count &- size, as: word)
      unsafe to.storeBytes(of: first, as: word)
      unsafe to.storeBytes(of: last, toByteOffset: count &- size, as: word)
    }
    switch count {
    case 8...16: move(UInt64.self)
    case 4..<8: move(UInt32.self)
    case 2..<4: move(UInt16.self)
    case 1: unsafe target.pointee = source.pointee
    default: unsafe target.update(from: source, count: count)
    }
  }

  /// Appends a number with zeros before it up to a number of digits, and a point before the last
  /// `scaleDigits` of them if there are any; before all of it a separator, where there is one.
  package mutating func append(
    _ number: UInt64, leastDigits: Int, scaleDigits: Int, after separator: UInt8? = nil
  ) {
    if number < 100_000_000, leastDigits <= 8 {
      return append(
        UInt32(number), leastDigits: leastDigits, scaleDigits: scaleDigits, after: separator)
    }
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    if scaleDigits == 0, high < 100_000_000, leastDigits <= 16 {
      return append(
        UInt32(high), UInt32(low), leastDigits: max(1, leastDigits - 8), after: separator)
    }
    if let separator { append(separator) }
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

  /// The same for a number of at most eight digits, which are found all at once.
  @inline(__always)
  private mutating func append(
    _ number: UInt32, leastDigits: Int, scaleDigits: Int, after separator: UInt8?
  ) {
    let (text, count) = Self.text(of: number, leastDigits: leastDigits)
    let lead = separator == nil ? 0 : 1
    unsafe withRoom(lead + count + (scaleDigits > 0 ? 1 : 0), slack: 16) {
      // Where there is no separator the digits take its place.
      unsafe $0.pointee = separator ?? 0
      let room = unsafe UnsafeMutableRawPointer($0 + lead)
      unsafe room.storeBytes(of: text.littleEndian, as: UInt64.self)
      guard scaleDigits > 0 else { return }
      let whole = count - scaleDigits
      unsafe room.storeBytes(of: 0x2E, toByteOffset: whole, as: UInt8.self)
      unsafe room.storeBytes(
        of: (text >> (8 * UInt64(whole))).littleEndian, toByteOffset: whole + 1, as: UInt64.self)
    }
  }

  /// The same for a whole number of at most sixteen digits: those of `high`, and eight of `low`.
  @inline(__always)
  private mutating func append(
    _ high: UInt32, _ low: UInt32, leastDigits: Int, after separator: UInt8?
  ) {
    let (text, count) = Self.text(of: high, leastDigits: leastDigits)
    let lead = separator == nil ? 0 : 1
    unsafe withRoom(lead + count + 8, slack: 8) {
      unsafe $0.pointee = separator ?? 0
      let room = unsafe UnsafeMutableRawPointer($0 + lead)
      unsafe room.storeBytes(of: text.littleEndian, as: UInt64.self)
      unsafe room.storeBytes(
        of: Self.text(of: low, leastDigits: 8).text.littleEndian, toByteOffset: count,
        as: UInt64.self)
    }
  }

  /// The digits of a number below 10⁸ as text, the first lowest, and how many they are.
  @inline(__always)
  private static func text(of number: UInt32, leastDigits: Int) -> (text: UInt64, count: Int) {
    let digits = eightDigits(of: number)
    let count = max(leastDigits, 8 - min(7, digits.trailingZeroBitCount / 8))
    return ((digits | 0x3030_3030_3030_3030) >> (8 * UInt64(8 - count)), count)
  }

  /// The digits of a number below 10⁸, a byte each, the first lowest: halves, quarters and eighths are
  /// divided in lanes of one word.
  private static func eightDigits(of number: UInt32) -> UInt64 {
    let halves = UInt64(number / 10_000) | UInt64(number % 10_000) << 32
    let hundreds = ((halves &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let quarters = hundreds | (halves &- hundreds &* 100) << 16
    let tens = ((quarters &* 103) >> 10) & 0x000F_000F_000F_000F
    return tens | (quarters &- tens &* 10) << 8
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

  /// Appends a day of a year of four digits, as in `2007-02-14`; before it a separator, where there is
  /// one.
  package mutating func append(
    year: Int, month: Int, day: Int, after separator: UInt8? = nil
  ) {
    let lead = separator == nil ? 0 : 1
    unsafe withRoom(lead + 10) {
      unsafe $0.pointee = separator ?? 0
      let start = unsafe $0 + lead
      func write(_ number: Int, at place: Int) {
        unsafe start[place] = 0x30 &+ UInt8(truncatingIfNeeded: number / 10)
        unsafe start[place &+ 1] = 0x30 &+ UInt8(truncatingIfNeeded: number % 10)
      }
      write(year / 100, at: 0)
      write(year % 100, at: 2)
      unsafe start[4] = 0x2D
      write(month, at: 5)
      unsafe start[7] = 0x2D
      write(day, at: 8)
    }
  }

  /// Whether a text holds a quote, a delimiter or a line end.
  ///
  /// Eight bytes at a time, the last of them perhaps once more: subtracting one from each byte borrows
  /// from its highest bit where it was zero, and perhaps in bytes above such a one; words with a borrow
  /// are looked at byte by byte.
  static func needsQuotes(_ text: Span<UInt8>, delimiter: UInt8) -> Bool {
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
    func isSpecial(_ byte: UInt8) -> Bool {
      byte == PlainScanner.quote || byte == delimiter || byte == PlainScanner.lineFeed
        || byte == PlainScanner.carriageReturn
    }
    return unsafe text.bytes.withUnsafeBytes { bytes in
      let count = bytes.count
      guard count >= 8 else {
        if count >= 4 {
          let first = unsafe bytes.loadUnaligned(as: UInt32.self)
          let last = unsafe bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
          if !mayContain(UInt64(first) | UInt64(last) << 32) { return false }
        }
        for near in 0..<count where isSpecial(unsafe bytes[near]) { return true }
        return false
      }
      for start in stride(from: 0, to: count, by: 8) {
        let place = min(start, count - 8)
        if mayContain(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
          for near in place..<place + 8 where isSpecial(unsafe bytes[near]) { return true }
        }
      }
      return false
    }
  }

  /// The first place of a byte in a text from a place on, or the text's end; eight bytes at a time.
  static func firstPlace(of byte: UInt8, in text: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    return unsafe text.bytes.withUnsafeBytes { bytes in
      var place = start
      while place + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
        if (word &- ones) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        place += 8
      }
      while place < bytes.count, unsafe bytes[place] != byte { place += 1 }
      return place
    }
  }
}
