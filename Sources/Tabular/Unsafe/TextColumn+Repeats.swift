extension TextColumn {
  /// For each text whether it equals the one before it; the first never does.
  ///
  /// - Complexity: O(bytes).
  package func repeats() -> [Bool] {
    var repeats = [Bool](repeating: false, count: count)
    let text = unsafe bytes.span.bytes
    var before = count > 0 ? range(of: 0) : 0..<0
    for index in 1..<max(1, count) {
      let here = before.upperBound..<range(of: index).upperBound
      repeats[index] = here.count == before.count && Self.areEqual(text, here, before)
      before = here
    }
    return repeats
  }

  /// Whether two ranges of one length hold the same bytes.
  @inline(__always)
  private static func areEqual(_ text: RawSpan, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    var (left, right) = (one.lowerBound, other.lowerBound)
    while left + 8 <= one.upperBound {
      // Loads of whole numbers are checked against the span's end.
      let isSame =
        unsafe text.unsafeLoadUnaligned(fromByteOffset: left, as: UInt64.self)
        == text.unsafeLoadUnaligned(fromByteOffset: right, as: UInt64.self)
      if !isSame { return false }
      left += 8
      right += 8
    }
    while left < one.upperBound {
      let isSame =
        unsafe text.unsafeLoad(fromByteOffset: left, as: UInt8.self)
        == text.unsafeLoad(fromByteOffset: right, as: UInt8.self)
      if !isSame { return false }
      left += 1
      right += 1
    }
    return true
  }
}
