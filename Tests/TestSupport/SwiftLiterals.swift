/// The string literals of Swift source, as the patterns by which a catalogue knows them: `{1}`,
/// `{2}` … stand for the interpolations, and literals joined by `+` are one.
package struct SwiftLiterals {
  /// A literal and the line on which it begins.
  package struct Literal {
    package var pattern: String
    package let line: Int
    /// The name of the function of which it is the first argument; empty for none.
    package let function: String
    /// In how many other literals it stands.
    package let depth: Int
    /// Offset behind the literal's last byte.
    fileprivate var end: Int
    fileprivate var places: Int
  }

  /// The literals in the order of their ends.
  package private(set) var literals: [Literal] = []
  private let source: [UInt8]
  private var position = 0
  private var depth = 0

  /// Reads source; of raw literals only what stands in their interpolations.
  package init(_ text: String) {
    source = Array(text.utf8)
    while position < source.count { readCode() }
  }

  private func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= source.count else { return false }
    return source[offset..<offset + count].elementsEqual("\(text)".utf8)
  }

  /// Passes one piece of code: a comment, a literal or a byte.
  private mutating func readCode() {
    if has("//", at: position) {
      while position < source.count, source[position] != UInt8(ascii: "\n") { position += 1 }
    } else if has("#\"", at: position) {
      position += 2
      while !has("\"#", at: position) {
        if has("\\#(", at: position) { readInterpolation(from: 3) } else { position += 1 }
      }
      position += 2
    } else if source[position] == UInt8(ascii: "\"") {
      readLiteral()
    } else {
      position += 1
    }
  }

  private mutating func readLiteral() {
    let start = position
    let isLong = has("\"\"\"", at: position)
    position += isLong ? 3 : 1
    var bytes: [UInt8] = []
    var places = 0
    while isLong ? !has("\"\"\"", at: position) : source[position] != UInt8(ascii: "\"") {
      if has("\\(", at: position) {
        readInterpolation(from: 2)
        places += 1
        bytes += Array("{\(places)}".utf8)
      } else if source[position] == UInt8(ascii: "\\") {
        bytes += readEscape()
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    position += isLong ? 3 : 1
    var text = String(decoding: bytes, as: UTF8.self)
    if isLong { text = Self.unindented(text) }
    add(text, places, start)
  }

  private mutating func readInterpolation(from markByteCount: Int) {
    position += markByteCount
    depth += 1
    var open = 1
    while open > 0 {
      if source[position] == UInt8(ascii: "(") { open += 1 }
      if source[position] == UInt8(ascii: ")") { open -= 1 }
      readCode()
    }
    depth -= 1
  }

  /// A line end that is escaped stands as a zero byte until the indentation is taken away.
  private mutating func readEscape() -> [UInt8] {
    let escaped = source[position + 1]
    position += 2
    switch escaped {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "0"): return [0x20]
    case UInt8(ascii: "\n"): return [0]
    case UInt8(ascii: "u"):
      let end = source[position...].firstIndex(of: UInt8(ascii: "}")) ?? source.count
      let digits = String(decoding: source[position + 1..<end], as: UTF8.self)
      position = end + 1
      let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
      return Array(String(scalar).utf8)
    default: return [escaped]
    }
  }

  private static func unindented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = lines.removeLast().count
    let kept = lines.dropFirst().map { line in
      line.split(separator: "\0", omittingEmptySubsequences: false).map { part in
        part.dropFirst(min(indent, part.prefix { $0 == " " }.count))
      }.joined()
    }
    return kept.joined(separator: "\n")
  }

  private mutating func add(_ text: String, _ places: Int, _ start: Int) {
    let line = 1 + source[..<start].count { $0 == UInt8(ascii: "\n") }
    if let last = literals.indices.last(where: { literals[$0].depth == depth }),
      isJoined(literals[last].end, start)
    {
      var renumbered = text
      let before = literals[last].places
      for place in stride(from: places, to: 0, by: -1) where before > 0 {
        renumbered.replace("{\(place)}", with: "{\(place + before)}")
      }
      literals[last].pattern += renumbered
      literals[last].places += places
      literals[last].end = position
    } else {
      literals.append(
        Literal(
          pattern: text, line: line, function: function(before: start), depth: depth,
          end: position, places: places))
    }
  }

  /// The name before the parenthesis that stands before an offset.
  private func function(before offset: Int) -> String {
    var before = source[..<offset]
    while before.last == 0x20 || before.last == 0x0A { before.removeLast() }
    guard before.popLast() == UInt8(ascii: "(") else { return "" }
    let name = before.reversed().prefix { $0 == 0x5F || UInt8(ascii: "A")...0x7A ~= $0 }
    return String(decoding: name.reversed(), as: UTF8.self)
  }

  /// Whether only a plus stands between two literals.
  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    guard end <= start else { return false }
    let between = source[end..<start].filter { $0 != 0x20 && $0 != 0x0A }
    return between == [UInt8(ascii: "+")]
  }
}
