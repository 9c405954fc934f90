/// One element of a DER encoding.
struct DERElement {
  let tag: UInt8
  /// Tag, length and content.
  let whole: ArraySlice<UInt8>
  let content: ArraySlice<UInt8>

  /// A reader of the content of a constructed element.
  var reader: DERReader { DERReader(content) }
}

/// Reads elements one after another and takes nothing but strict DER: short tags, definite
/// lengths in their shortest form.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The tag of the next element; nil at the end.
  var nextTag: UInt8? { rest.first }

  /// Takes the next element, which must have this tag.
  mutating func read(_ tag: UInt8) throws(SigningError) -> DERElement {
    let element = try readAny()
    guard element.tag == tag else {
      throw SigningError(.der, "", "tag \(element.tag) where \(tag) was expected")
    }
    return element
  }

  /// Takes the next element if it has this tag.
  mutating func readIfPresent(_ tag: UInt8) throws(SigningError) -> DERElement? {
    nextTag == tag ? try readAny() : nil
  }

  mutating func readAny() throws(SigningError) -> DERElement {
    guard rest.count >= 2 else { throw SigningError(.der, "", "an element is cut off") }
    let start = rest.startIndex
    let tag = rest[start]
    guard tag & 0x1f != 0x1f else { throw SigningError(.der, "", "a tag above 30") }
    var length = Int(rest[start + 1])
    var contentStart = start + 2
    if length >= 0x80 {
      let lengthByteCount = length - 0x80
      guard (1...4).contains(lengthByteCount), rest.count >= 2 + lengthByteCount,
        rest[contentStart] != 0
      else { throw SigningError(.der, "", "a length that DER does not allow") }
      length = rest[contentStart..<contentStart + lengthByteCount].reduce(0) { $0 << 8 | Int($1) }
      guard length >= 0x80 else {
        throw SigningError(.der, "", "a length that is not in its shortest form")
      }
      contentStart += lengthByteCount
    }
    guard rest.endIndex - contentStart >= length else {
      throw SigningError(.der, "", "an element is longer than what holds it")
    }
    let content = rest[contentStart..<contentStart + length]
    let element = DERElement(tag: tag, whole: rest[start..<content.endIndex], content: content)
    rest = rest[content.endIndex...]
    return element
  }

  /// Makes sure that nothing follows.
  func expectEnd() throws(SigningError) {
    guard rest.isEmpty else { throw SigningError(.der, "", "\(rest.count) bytes too many") }
  }
}

extension DER {
  /// The one element that these bytes are, with nothing behind it.
  static func only(_ bytes: [UInt8], _ tag: UInt8) throws(SigningError) -> DERElement {
    var reader = DERReader(bytes)
    let element = try reader.read(tag)
    try reader.expectEnd()
    return element
  }

  /// Walks through everything nested in constructed elements; throws where it is not strict DER.
  static func checkWellFormed(
    _ bytes: ArraySlice<UInt8>, depth: Int = 0
  ) throws(SigningError) {
    guard depth < 24 else { throw SigningError(.der, "", "nested too deeply") }
    var reader = DERReader(bytes)
    while !reader.isAtEnd {
      let element = try reader.readAny()
      try checkForm(element.tag)
      switch element.tag {
      case Tag.integer: try checkInteger(element.content)
      case Tag.boolean:
        guard element.content.count == 1, let value = element.content.first,
          value == 0 || value == 0xff
        else { throw SigningError(.der, "", "a truth value that DER does not allow") }
      case Tag.null:
        guard element.content.isEmpty else { throw SigningError(.der, "", "a null with content") }
      default:
        if element.tag & 0x20 != 0 { try checkWellFormed(element.content, depth: depth + 1) }
      }
    }
  }

  /// Of the universal types sequences and sets are constructed, and no others: DER has no strings
  /// in pieces.
  private static func checkForm(_ tag: UInt8) throws(SigningError) {
    guard tag & 0xc0 == 0 else { return }
    let number = tag & 0x1f
    guard number != 0, (tag & 0x20 != 0) == (number == 0x10 || number == 0x11) else {
      throw SigningError(.der, "", "an element in a form that DER does not allow")
    }
  }

  private static func checkInteger(_ content: ArraySlice<UInt8>) throws(SigningError) {
    guard let first = content.first else { throw SigningError(.der, "", "an empty integer") }
    guard content.count > 1 else { return }
    let second = content[content.startIndex + 1]
    if first == 0 && second < 0x80 || first == 0xff && second >= 0x80 {
      throw SigningError(.der, "", "an integer that is not in its shortest form")
    }
  }

  /// A moment as X.509 and CMS write it.
  static func instant(_ element: DERElement) throws(SigningError) -> UTCInstant {
    let digits = Array(element.content)
    let yearDigits = element.tag == Tag.utcTime ? 2 : 4
    guard element.tag == Tag.utcTime || element.tag == Tag.generalizedTime,
      digits.count == yearDigits + 11, digits.last == UInt8(ascii: "Z"),
      let year = UTCInstant.number(digits[..<yearDigits])
    else { throw SigningError(.der, "", "a time that DER does not allow") }
    var fields: [Int] = []
    for index in 0..<5 {
      let start = yearDigits + 2 * index
      guard let field = UTCInstant.number(digits[start..<start + 2]) else {
        throw SigningError(.der, "", "a time that DER does not allow")
      }
      fields.append(field)
    }
    let fullYear = yearDigits == 4 ? year : year + (year < 50 ? 2000 : 1900)
    guard
      let instant = UTCInstant(
        year: fullYear, month: fields[0], day: fields[1], hour: fields[2], minute: fields[3],
        second: fields[4])
    else { throw SigningError(.der, "", "a time that does not exist") }
    return instant
  }
}
