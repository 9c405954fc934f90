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
    return unsafe Self.areEqual(bytes.span.bytes, one, other.bytes.span.bytes, two)
  }
}
