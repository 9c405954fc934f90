extension TextColumn {
  /// A number that is the same for the same bytes.
  func hash(of index: Int) -> UInt64 {
    let text = unsafe bytes.span.bytes
    let range = range(of: index)
    var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
    var place = range.lowerBound
    while place < range.upperBound {
      let word = Self.word(text, place, min(8, range.upperBound - place))
      hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      place += 8
    }
    return hash
  }

  /// Whether a text is that of another column.
  func isSame(_ index: Int, _ other: TextColumn, _ otherIndex: Int) -> Bool {
    let (one, two) = (range(of: index), other.range(of: otherIndex))
    guard one.count == two.count else { return false }
    let text = unsafe bytes.span.bytes
    let otherText = unsafe other.bytes.span.bytes
    var offset = 0
    while offset < one.count {
      let length = min(8, one.count - offset)
      let word = Self.word(text, one.lowerBound + offset, length)
      if word != Self.word(otherText, two.lowerBound + offset, length) { return false }
      offset += 8
    }
    return true
  }
}
