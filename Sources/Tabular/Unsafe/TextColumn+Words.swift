extension TextColumn {
  /// Texts of at most 16 bytes as two whole numbers each, which have the order of the bytes.
  ///
  /// - Parameter rows: Indices of texts.
  /// - Returns: The first eight bytes and the others of each text, zeros behind its end; nil when one
  ///   is longer.
  /// - Complexity: O(rows).
  package func words(of rows: Range<Int>) -> (highs: [UInt64], lows: [UInt64])? {
    var highs: [UInt64] = []
    var lows: [UInt64] = []
    highs.reserveCapacity(rows.count)
    lows.reserveCapacity(rows.count)
    let text = unsafe bytes.span.bytes
    for row in rows {
      let range = range(of: row)
      guard range.count <= 16 else { return nil }
      highs.append(Self.word(text, range.lowerBound, min(8, range.count)))
      lows.append(
        range.count > 8 ? Self.word(text, range.lowerBound + 8, range.count - 8) : 0)
    }
    return (highs, lows)
  }

  /// Up to eight bytes, the first one highest.
  @inline(__always)
  static func word(_ text: RawSpan, _ start: Int, _ count: Int) -> UInt64 {
    if count == 0 { return 0 }
    if start + 8 <= text.byteCount {
      // Loads of whole numbers are checked against the span's end.
      let word = unsafe text.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      return UInt64(bigEndian: word) & ~0 << UInt64(64 - 8 * count)
    }
    var word: UInt64 = 0
    for offset in 0..<count {
      let byte = unsafe text.unsafeLoad(fromByteOffset: start + offset, as: UInt8.self)
      word |= UInt64(byte) << UInt64(56 - 8 * offset)
    }
    return word
  }

  /// Whether a range of one text holds the bytes of one as long in another.
  @inline(__always)
  static func areEqual(
    _ text: RawSpan, _ one: Range<Int>, _ otherText: RawSpan, _ other: Range<Int>
  ) -> Bool {
    var (place, otherPlace) = (one.lowerBound, other.lowerBound)
    while place + 8 <= one.upperBound {
      // Loads of whole numbers are checked against the spans' ends.
      let isSame =
        unsafe text.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        == otherText.unsafeLoadUnaligned(fromByteOffset: otherPlace, as: UInt64.self)
      if !isSame { return false }
      place += 8
      otherPlace += 8
    }
    let rest = one.upperBound - place
    return word(text, place, rest) == word(otherText, otherPlace, rest)
  }
}
