extension TextColumn {
  /// Numbers of some texts that are the same for the same bytes.
  func hashes(of rows: Range<Int>) -> [UInt64] {
    let text = unsafe bytes.span.bytes
    var hashes: [UInt64] = []
    hashes.reserveCapacity(rows.count)
    for row in rows {
      let range = range(of: row)
      var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
      var place = range.lowerBound
      while place < range.upperBound {
        let word = Self.word(text, place, min(8, range.upperBound - place))
        hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        place += 8
      }
      hashes.append(hash)
    }
    return hashes
  }

  /// Whether a text is that of another column.
  @inline(__always)
  func isSame(_ index: Int, _ other: TextColumn, _ otherIndex: Int) -> Bool {
    let (one, two) = (range(of: index), other.range(of: otherIndex))
    guard one.count == two.count else { return false }
    let text = unsafe bytes.span.bytes
    let otherText = unsafe other.bytes.span.bytes
    var (place, otherPlace) = (one.lowerBound, two.lowerBound)
    // Loads of whole numbers are checked against the spans' ends.
    while place + 8 <= one.upperBound {
      let isSame =
        unsafe text.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        == otherText.unsafeLoadUnaligned(fromByteOffset: otherPlace, as: UInt64.self)
      if !isSame { return false }
      place += 8
      otherPlace += 8
    }
    let rest = one.upperBound - place
    return Self.word(text, place, rest) == Self.word(otherText, otherPlace, rest)
  }
}
