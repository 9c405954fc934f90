/// A count as the page prints it: from five digits on in groups of three, which both languages
/// read, with narrow no-break spaces (ISO 80000-1, 7.3.1).
struct CountText: Hashable, CustomStringConvertible {
  let count: Int

  init(_ count: Int) {
    self.count = count
  }

  var description: String {
    let digits = Array(String(count.magnitude))
    guard digits.count > 4 else { return String(count) }
    var text = count < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }
}

/// A share in percent with one decimal, rounded half up by whole numbers; a dash for a share of
/// nothing.
func percentText(_ part: Int, of whole: Int) -> String {
  guard whole > 0, part >= 0 else { return "\u{2013}" }
  let tenths = (Int128(part) * 2_000 + Int128(whole)) / (2 * Int128(whole))
  return "\(tenths / 10).\(tenths % 10)\u{202F}%"
}
