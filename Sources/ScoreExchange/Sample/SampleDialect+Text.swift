extension SampleDialect {
  /// Appends a score given in hundredths.
  func append(score hundredths: Int, to bytes: inout [UInt8]) {
    bytes.append(number: hundredths / 100)
    let rest = hundredths % 100
    if rest == 0, !keepsTrailingZeros { return }
    bytes.append(decimalMark)
    bytes.append(0x30 + UInt8(rest / 10))
    if rest % 10 != 0 || keepsTrailingZeros { bytes.append(0x30 + UInt8(rest % 10)) }
  }

  /// Appends a date, one that exists or not.
  func append(_ date: SampleDate, to bytes: inout [UInt8]) {
    let width = dateForm == .shortSlashes ? 0 : 2
    if dateForm == .iso {
      bytes.append(number: date.year, width: 4)
      bytes.append(UInt8(ascii: "-"))
      bytes.append(number: date.month, width: width)
      bytes.append(UInt8(ascii: "-"))
      bytes.append(number: date.day, width: width)
      return
    }
    bytes.append(number: date.day, width: width)
    if dateForm != .digits { bytes.append(UInt8(ascii: "/")) }
    bytes.append(number: date.month, width: width)
    if dateForm != .digits { bytes.append(UInt8(ascii: "/")) }
    bytes.append(number: date.year, width: 4)
  }

  /// A score by itself.
  func text(score hundredths: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    append(score: hundredths, to: &bytes)
    return bytes
  }

  /// A date by itself.
  func text(_ date: SampleDate) -> [UInt8] {
    var bytes: [UInt8] = []
    append(date, to: &bytes)
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number of 0 or more, with zeros before it up to a width.
  mutating func append(number: Int, width: Int = 0) {
    var unit = 1
    var digits = 1
    while number / unit >= 10 {
      unit *= 10
      digits += 1
    }
    for _ in 0..<Swift.max(0, width - digits) { append(0x30) }
    while unit > 0 {
      append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// Appends a text as UTF-8.
  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }
}
