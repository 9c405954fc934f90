extension MarkupReader {
  /// The next attribute of the element that has begun.
  ///
  /// - Parameter rest: What is left of ``content``; it shrinks.
  /// - Returns: The local name and where the value is; nil when there is no more.
  /// - Throws: ``WorkbookError`` with `damaged`.
  func nextAttribute(
    _ rest: inout Range<Int>
  ) throws(WorkbookError) -> (name: MarkupName, value: Range<Int>)? {
    var index = rest.lowerBound
    let end = rest.upperBound
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return nil }
    var nameStart = index
    while index < end, bytes[index] != 0x3D, bytes[index] > 0x20 {
      if bytes[index] == 0x3A { nameStart = index + 1 }
      index += 1
    }
    let name = MarkupName(bytes, nameStart..<index)
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end, bytes[index] == 0x3D else { throw damage("an attribute without a value") }
    index += 1
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end, bytes[index] == 0x22 || bytes[index] == 0x27 else {
      throw damage("an attribute without a value")
    }
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < end, bytes[index] != quote { index += 1 }
    guard index < end else { throw damage("an attribute without an end") }
    rest = index + 1..<end
    return (name, start..<index)
  }

  /// The value of an attribute of the element that has begun, its references resolved.
  func attribute(_ wanted: MarkupName) throws(WorkbookError) -> String? {
    var rest = content
    while let attribute = try nextAttribute(&rest) {
      if attribute.name == wanted { return try text(attribute.value) }
    }
    return nil
  }

  /// Characters at a range, their references resolved.
  func text(_ range: Range<Int>) throws(WorkbookError) -> String {
    var resolved: [UInt8] = []
    try append(range, to: &resolved)
    return String(decoding: resolved, as: UTF8.self)
  }

  /// Appends characters, with references resolved and line ends as LF.
  ///
  /// - Throws: ``WorkbookError`` with `damaged`, for bytes that are not UTF-8 too.
  func append(_ range: Range<Int>, to text: inout [UInt8]) throws(WorkbookError) {
    var index = range.lowerBound
    var isASCII = true
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x26: index = try appendReference(at: index, before: range.upperBound, to: &text)
      case 0x0D:
        text.append(0x0A)
        index += index + 1 < range.upperBound && bytes[index + 1] == 0x0A ? 2 : 1
      default:
        if byte >= 0x80 { isASCII = false }
        text.append(byte)
        index += 1
      }
    }
    if !isASCII, (try? UTF8Span(validating: bytes.span.extracting(range))) == nil {
      throw damage("a text that is not UTF-8")
    }
  }

  private func appendReference(
    at start: Int, before end: Int, to text: inout [UInt8]
  ) throws(WorkbookError) -> Int {
    // `&#x10FFFF;` is the longest reference there is.
    guard let semicolon = bytes[start..<min(end, start + 12)].firstIndex(of: 0x3B) else {
      throw damage("an ampersand that begins no reference")
    }
    let word = String(decoding: bytes[start + 1..<semicolon], as: UTF8.self)
    let scalar: Unicode.Scalar?
    switch word {
    case "lt": scalar = "<"
    case "gt": scalar = ">"
    case "amp": scalar = "&"
    case "quot": scalar = "\""
    case "apos": scalar = "'"
    case _ where word.hasPrefix("#x"):
      scalar = UInt32(word.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where word.hasPrefix("#"):
      scalar = UInt32(word.dropFirst()).flatMap(Unicode.Scalar.init)
    default: scalar = nil
    }
    guard let scalar, scalar.value > 0 else { throw damage("an entity that XML does not have") }
    text.append(contentsOf: String(scalar).utf8)
    return semicolon + 1
  }

  /// A whole number of digits at a range; nil for anything else or more than nine digits.
  func number(_ range: Range<Int>) -> Int? {
    guard 1...9 ~= range.count else { return nil }
    var number = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
