/// A table read by the plainest means: the tests' own, so that it shares no mistake with the product.
struct PlainTable {
  var headings: [String]
  /// Rows as fields; `nil` is a row whose bytes are not text in the encoding of the file.
  var rows: [[String]?]

  /// Reads quoted fields, LF and CRLF, byte order marks, UTF-16 LE and a `sep=` line.
  init(_ bytes: [UInt8], delimiter: Character) {
    let isWide = bytes.starts(with: [0xFF, 0xFE])
    let mark = isWide ? 2 : bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isQuoted = false
    var texts: [String?] = []
    var start = mark
    var index = mark
    while index < bytes.count {
      let isNarrow = !isWide || bytes[index + 1] == 0
      if bytes[index] == 0x22, isNarrow { isQuoted.toggle() }
      let isEnd = bytes[index] == 0x0A && isNarrow && !isQuoted
      index += isWide ? 2 : 1
      if isEnd {
        texts.append(Self.text(of: bytes[start..<index], isWide: isWide))
        start = index
      }
    }
    precondition(start == bytes.count, "the last line has no end")
    let skipped = texts.first.flatMap { $0?.hasPrefix("sep=") } == true ? 1 : 0
    headings = texts[skipped].map { Self.fields(of: $0, delimiter) } ?? []
    rows = texts.dropFirst(skipped + 1).map { $0.map { Self.fields(of: $0, delimiter) } }
  }

  /// The place of a heading, compared in either normal form.
  func column(_ heading: String) -> Int? {
    headings.firstIndex(of: heading)
  }

  private static func text(of line: ArraySlice<UInt8>, isWide: Bool) -> String? {
    var text: String?
    if isWide {
      let units = stride(from: line.startIndex, to: line.endIndex, by: 2).map {
        UInt16(line[$0]) | UInt16(line[$0 + 1]) << 8
      }
      text = String(validating: units, as: UTF16.self)
    } else {
      text = String(validating: line, as: UTF8.self)
    }
    while let last = text?.unicodeScalars.last, last == "\r" || last == "\n" {
      text?.unicodeScalars.removeLast()
    }
    return text
  }

  private static func fields(of line: String, _ delimiter: Character) -> [String] {
    guard line.utf8.contains(0x22) else {
      return line.utf8.split(separator: delimiter.asciiValue ?? 0, omittingEmptySubsequences: false)
        .map { String($0) ?? "" }
    }
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isAfterQuote = false
    for byte in line.utf8 {
      if byte == 0x22 {
        if !isQuoted, isAfterQuote { field.append(byte) }
        isAfterQuote = isQuoted
        isQuoted.toggle()
      } else if byte == delimiter.asciiValue, !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
        isAfterQuote = false
      } else {
        field.append(byte)
      }
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
