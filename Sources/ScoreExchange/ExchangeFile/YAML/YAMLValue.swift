internal import Yams

/// A value of the exchange file with its place, read as the type that is expected there.
struct YAMLValue {
  let node: Node
  /// The file's name for messages.
  let file: String
  /// The keys that lead here, such as `recognition.GHA.minimum`; empty for the whole file.
  let path: String

  /// The line on which the value begins, 1 for the first.
  var line: Int { node.mark?.line ?? 1 }

  /// Whether it is a single text or number.
  var isScalar: Bool { node.scalar != nil }

  /// Whether nothing stands after the key.
  var isEmpty: Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// An error at this value.
  func refusal(_ reason: Message) -> ExchangeError {
    refusal(atLine: line, reason)
  }

  /// An error of this value at another line.
  func refusal(atLine line: Int, _ reason: Message) -> ExchangeError {
    ExchangeError(
      .badInput, file: file, line: line, path.isEmpty ? reason : "\(path): \(reason)")
  }

  /// An error for a word that is none of those expected.
  func refusal(of word: String, what: Message, expected: [String]) -> ExchangeError {
    refusal(atLine: line, of: word, what: what, expected: expected)
  }

  /// An error, at a line, for a word that is none of those expected.
  func refusal(
    atLine line: Int, of word: String, what: Message, expected: [String]
  ) -> ExchangeError {
    refusal(atLine: line, "unknown \(what) \"\(word)\"; \(Self.advice(for: word, among: expected))")
  }

  /// The nearest of the words expected, or all of them when none is near.
  private static func advice(for word: String, among expected: [String]) -> Message {
    if let nearest = nearestNames(to: word, among: expected, limit: 1).first {
      return "did you mean \"\(nearest)\"?"
    }
    if expected.isEmpty { return "none is defined" }
    return "known here: \(expected.joined(separator: ", "))"
  }

  /// The values of a list, all with this value's path.
  func list() throws(ExchangeError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else {
      throw refusal("must be a list, each entry on a line that begins with \"- \"")
    }
    return sequence.map { YAMLValue(node: $0, file: file, path: path) }
  }

  /// The entries of a mapping whose keys are free, in the order of the file.
  func entries() throws(ExchangeError) -> [(key: YAMLValue, name: String, value: YAMLValue)] {
    guard case .mapping(let mapping) = node else {
      throw refusal("must be keys with values, each as \"key: value\"")
    }
    var entries: [(key: YAMLValue, name: String, value: YAMLValue)] = []
    var seen: Set<String> = []
    for (keyNode, valueNode) in mapping {
      let key = YAMLValue(node: keyNode, file: file, path: path)
      let name = try key.text()
      guard seen.insert(name).inserted else {
        throw key.refusal("the key \"\(name)\" stands here twice")
      }
      let valuePath = path.isEmpty ? name : "\(path).\(name)"
      entries.append((key, name, YAMLValue(node: valueNode, file: file, path: valuePath)))
    }
    return entries
  }

  /// A mapping of which every key must be one of `keys`.
  func mapping(keys: [String]) throws(ExchangeError) -> YAMLMapping {
    try YAMLMapping(self, keys: keys)
  }
}

/// A mapping whose keys are all known.
struct YAMLMapping {
  /// The mapping as a value, for errors about the whole.
  let owner: YAMLValue
  private var values: [String: YAMLValue] = [:]

  init(_ owner: YAMLValue, keys: [String]) throws(ExchangeError) {
    self.owner = owner
    for (key, name, value) in try owner.entries() {
      guard keys.contains(name) else {
        if value.isEmpty, name.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
          throw key.refusal("unknown key \"\(name)\"; write a number with a decimal point")
        }
        throw key.refusal(of: name, what: "key", expected: keys)
      }
      values[name] = value
    }
  }

  /// The value of a key, or nil when the key is absent or has no value.
  func optional(_ key: String) -> YAMLValue? {
    guard let value = values[key], !value.isEmpty else { return nil }
    return value
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(ExchangeError) -> YAMLValue {
    guard let value = values[key] else { throw owner.refusal("the key \"\(key)\" is missing") }
    guard !value.isEmpty else { throw value.refusal("a value is missing") }
    return value
  }
}
