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
    ends.reserveCapacity(range.count >> 6)
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
  /// Plain bytes, most of every table, are those of ASCII but for control characters, the comma and
  /// the quote. Eight are looked at together, beyond `end` too where there are so many.
  @inline(__always)
  static func endOfPlain(_ bytes: RawSpan, from start: Int, to end: Int) -> Int {
    var position = start
    while bytes.byteCount - position >= 8 {
      let word = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: position, as: UInt64.self))
      let special = specialBytes(word)
      if special != 0 { return min(position + special.trailingZeroBitCount / 8, end) }
      position += 8
      if position >= end { return end }
    }
    while position < end,
      specialBytes(
        UInt64(unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)) | plainBytes)
        == 0
    { position += 1 }
    return position
  }

  /// Notes the cells of a row in which nothing needs a closer look.
  ///
  /// Words of eight bytes do not wait for one another here, as they do where every cell is searched
  /// for its end.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - row: The row with its line feed.
  ///   - cells: Gets the place of every cell.
  /// - Returns: False for another number of cells, quotes, control characters, a letter that may not
  ///   be visible or composed, a cell that begins like a formula, or a row too near the end of the
  ///   file; the cells are then of no use.
  static func plainCells(
    _ bytes: RawSpan, _ row: Range<Int>, into cells: inout MutableSpan<Range<Int>>
  ) -> Bool {
    let end = row.upperBound - 1
    precondition(row.lowerBound >= 0 && end < bytes.byteCount)
    func byte(_ position: Int) -> UInt8 {
      unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
    }
    var (start, count) = (row.lowerBound, 0)
    // Bytes that continue a letter, less those that stand where one says so.
    var strays = 0
    var wordStart = start
    while wordStart < end {
      guard bytes.byteCount &- wordStart >= 8 else { return false }
      let word = UInt64(
        littleEndian: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: wordStart, as: UInt64.self))
      let rest = end &- wordStart
      let inRow = rest >= 8 ? ~0 : (1 &<< UInt64(8 &* rest)) &- 1
      let continuing = word & ~(word &<< 1) & 0x8080_8080_8080_8080 & inRow
      if continuing != 0 { strays &+= continuing.nonzeroBitCount }
      var special = specialBytes(word) & inRow & ~continuing
      while special != 0 {
        let position = wordStart &+ special.trailingZeroBitCount / 8
        special &= special &- 1
        if byte(position) == UInt8(ascii: ",") {
          guard count < cells.count, !RowRules.isFormulaStart(byte(start)) else { return false }
          cells[count] = unsafe Range(uncheckedBounds: (start, position))
          count &+= 1
          start = position &+ 1
        } else {
          let length = TextRules.plainLength(bytes, at: position, to: end)
          guard length > 0 else { return false }
          strays &-= length &- 1
        }
      }
      wordStart &+= 8
    }
    guard count == cells.count - 1, strays == 0, !RowRules.isFormulaStart(byte(start)) else {
      return false
    }
    cells[count] = unsafe Range(uncheckedBounds: (start, end))
    return true
  }

  /// Eight bytes that are plain, but for the first, which is to be put there.
  private static let plainBytes: UInt64 = 0x3030_3030_3030_3000

  /// The upper bit of each byte that is not plain.
  ///
  /// No sum carries into the next byte, for the upper bits are taken away first.
  @inline(__always)
  private static func specialBytes(_ word: UInt64) -> UInt64 {
    let upper: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & ~upper
    let isVisible = low &+ ones &* 0x60
    let isNoComma = (low ^ ones &* 0x2c) &+ ones &* 0x7f
    let isNoQuote = (low ^ ones &* 0x22) &+ ones &* 0x7f
    let isLast = low &+ ones
    return (~(isVisible & isNoComma & isNoQuote) | isLast | word) & upper
  }

  /// A hash of bytes under a secret: quick, and not to be foreseen by those who do not know it.
  ///
  /// Sixteen bytes at a time are folded by a product of 128 bits; what is left over is taken with
  /// the bytes before it.
  @inline(__always)
  static func hash(_ bytes: RawSpan, _ range: Range<Int>, secret: (UInt64, UInt64)) -> UInt64 {
    @inline(__always) func word<Word: FixedWidthInteger & BitwiseCopyable>(
      _ position: Int, _: Word.Type
    ) -> UInt64 {
      UInt64(
        truncatingIfNeeded: unsafe bytes.unsafeLoadUnaligned(
          fromByteOffset: position, as: Word.self))
    }
    @inline(__always) func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
      let product = left.multipliedFullWidth(by: right)
      return product.high ^ product.low
    }
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.byteCount)
    let end = range.upperBound
    var state = secret.0 ^ UInt64(truncatingIfNeeded: range.count)
    var position = range.lowerBound
    while end - position > 16 {
      state = fold(
        word(position, UInt64.self) ^ secret.1, word(position + 8, UInt64.self) ^ state)
      position += 16
    }
    var (first, last): (UInt64, UInt64) = (0, 0)
    if range.count >= 8 {
      first = word(max(range.lowerBound, end - 16), UInt64.self)
      last = word(end - 8, UInt64.self)
    } else if range.count >= 4 {
      first = word(range.lowerBound, UInt32.self)
      last = word(end - 4, UInt32.self)
    } else {
      for position in range { first = first << 8 | word(position, UInt8.self) }
    }
    return fold(fold(first ^ secret.1, last ^ state), secret.0)
  }
}
