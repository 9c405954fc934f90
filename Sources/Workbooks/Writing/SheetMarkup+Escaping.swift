extension SheetMarkup {
  /// Appends characters as the content of an element or attribute: what XML does not have, and what
  /// looks like the escape of it, as `_x0007_`.
  static func append(_ scalars: [Unicode.Scalar], to bytes: inout [UInt8]) {
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "_" where beginsEscape(scalars[index...]): bytes += "_x005F_".utf8
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        bytes += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Text as the content of an element or attribute.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(Array(text.unicodeScalars), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func beginsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let start = scalars.startIndex
    return scalars.count >= 7 && scalars[start + 1] == "x" && scalars[start + 6] == "_"
      && scalars[start + 2..<start + 6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
