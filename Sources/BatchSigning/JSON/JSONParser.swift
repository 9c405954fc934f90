/// A strict JSON reader (RFC 8259, I-JSON of RFC 7493): valid UTF-8, no duplicate member, integers
/// only, bounded depth, nothing behind the value.
struct JSONParser {
  private let bytes: [UInt8]
  private let subject: String
  private var position = 0
  private static let greatestDepth = 16

  init(_ bytes: [UInt8], subject: String) {
    self.bytes = bytes
    self.subject = subject
  }

  mutating func parseDocument() throws(SigningError) -> JSONValue {
    skipSpace()
    let value = try parseValue(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw problem("something follows the document") }
    return value
  }

  private func problem(_ text: Message) -> SigningError {
    SigningError(.json, subject, "byte \(position): \(text)")
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func parseValue(depth: Int) throws(SigningError) -> JSONValue {
    guard depth < Self.greatestDepth else { throw problem("nested too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try parseObject(depth: depth)
    case UInt8(ascii: "["): return try parseArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try parseWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try parseWord("null", .null)
    default: return .integer(try parseInteger())
    }
  }

  private mutating func parseWord(
    _ word: String, _ value: JSONValue
  ) throws(SigningError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw problem("unknown word") }
    position += word.utf8.count
    return value
  }

  private mutating func parseInteger() throws(SigningError) -> Int {
    let isNegative = take(UInt8(ascii: "-"))
    let start = position
    var magnitude = 0
    while let byte = next, (0x30...0x39).contains(byte) {
      guard position - start < 16 else { throw problem("a number that is too great") }
      magnitude = magnitude * 10 + Int(byte - 0x30)
      position += 1
    }
    guard position > start else { throw problem("a value was expected") }
    guard bytes[start] != 0x30 || position == start + 1 && !isNegative else {
      throw problem("a number with needless zeros or sign")
    }
    if let byte = next, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw problem("a number that is not written as an integer")
    }
    guard magnitude <= JSONValue.greatestInteger else {
      throw problem("a number that is too great")
    }
    return isNegative ? -magnitude : magnitude
  }

  private mutating func parseArray(depth: Int) throws(SigningError) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      skipSpace()
      items.append(try parseValue(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or ] was expected") }
    }
  }

  private mutating func parseObject(depth: Int) throws(SigningError) -> JSONValue {
    position += 1
    var members: [JSONMember] = []
    // Names are compared as bytes: two spellings of one letter are two names.
    var names: Set<[UInt8]> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw problem("a member name was expected") }
      let name = try parseString()
      guard names.insert(Array(name.utf8)).inserted else { throw problem("a member stands twice") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("a colon was expected") }
      skipSpace()
      members.append(JSONMember(name, try parseValue(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw problem("a comma or } was expected") }
    }
  }

  private mutating func parseString() throws(SigningError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem("text that is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): text += String(try parseEscape()).utf8
      case 0..<0x20: throw problem("a control character in text")
      default: text.append(byte)
      }
    }
    throw problem("text without an end")
  }

  private mutating func parseEscape() throws(SigningError) -> Unicode.Scalar {
    guard let letter = next else { throw problem("text without an end") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{0c}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "u"):
      var value = try parseHexadecimalUnit()
      if (0xd800..<0xdc00).contains(value) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw problem("half a surrogate pair")
        }
        let low = try parseHexadecimalUnit()
        guard (0xdc00..<0xe000).contains(low) else { throw problem("half a surrogate pair") }
        value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw problem("half a surrogate pair") }
      return scalar
    default: throw problem("an unknown escape")
    }
  }

  private mutating func parseHexadecimalUnit() throws(SigningError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next, let number = Character(Unicode.Scalar(digit)).hexDigitValue else {
        throw problem("four hexadecimal digits were expected")
      }
      value = value << 4 | UInt32(number)
      position += 1
    }
    return value
  }
}
