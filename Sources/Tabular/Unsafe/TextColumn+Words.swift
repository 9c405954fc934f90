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
}
