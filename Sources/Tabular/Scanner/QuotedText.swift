/// A field's text out of its bytes in the file.
enum QuotedText {
  /// Which part of a field's bytes is its text, and whether doubled quotes or closed quotes stand
  /// in it still; `range` is the field without its delimiters.
  static func content(
    _ bytes: ByteWindow, _ range: Range<Int>
  ) -> (range: Range<Int>, needsRewriting: Bool) {
    guard range.count >= 2, bytes[unchecked: range.lowerBound] == PlainScanner.quote else {
      return (range, false)
    }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if bytes[unchecked: inner.upperBound] == PlainScanner.quote,
      bytes.firstIndex(of: PlainScanner.quote, in: inner) == nil
    {
      return (inner, false)
    }
    return (range, true)
  }

  /// A copy of the field's text; a quote that is not closed inside the field is text itself.
  static func rewritten(_ bytes: ByteWindow, _ range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = bytes[unchecked: index]
      index += 1
      guard byte == PlainScanner.quote else {
        output.append(byte)
        continue
      }
      guard index < range.upperBound && bytes[unchecked: index] == PlainScanner.quote else {
        return output + bytes.array(index..<range.upperBound)
      }
      output.append(byte)
      index += 1
    }
    return bytes.array(range)
  }
}
