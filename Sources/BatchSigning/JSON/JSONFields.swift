/// The members of an object, taken one by one; what is left at the end is an error.
struct JSONFields {
  private var members: [(name: [UInt8], value: JSONValue)]
  private let subject: String

  init(_ value: JSONValue, subject: String) throws(SigningError) {
    guard case .object(let members) = value else {
      throw SigningError(.format, subject, "an object was expected")
    }
    self.members = members.map { (Array($0.name.utf8), $0.value) }
    self.subject = subject
  }

  func problem(_ name: String, _ text: Message) -> SigningError {
    SigningError(.format, subject, "\(name): \(text)")
  }

  mutating func optional(_ name: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.name.elementsEqual(name.utf8) }) else {
      return nil
    }
    return members.remove(at: index).value
  }

  mutating func value(_ name: String) throws(SigningError) -> JSONValue {
    guard let value = optional(name) else { throw problem(name, "is missing") }
    return value
  }

  /// Text of at most `limit` bytes.
  mutating func string(_ name: String, limit: Int = 200) throws(SigningError) -> String {
    guard case .string(let text) = try value(name) else { throw problem(name, "must be text") }
    guard text.utf8.count <= limit else { throw problem(name, "is too long") }
    return text
  }

  mutating func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(SigningError) -> Int {
    guard case .integer(let number) = try value(name), range.contains(number) else {
      throw problem(name, "must be an integer from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  mutating func array(
    _ name: String, count: ClosedRange<Int>
  ) throws(SigningError) -> [JSONValue] {
    guard case .array(let items) = try value(name), count.contains(items.count) else {
      throw problem(
        name, "must be a list of \(count.lowerBound) to \(count.upperBound) entries")
    }
    return items
  }

  /// Different texts in order.
  mutating func strings(
    _ name: String, count: ClosedRange<Int>, limit: Int = 200
  ) throws(SigningError) -> [String] {
    var strings: [String] = []
    var seen: Set<[UInt8]> = []
    for item in try array(name, count: count) {
      guard case .string(let text) = item, text.utf8.count <= limit else {
        throw problem(name, "must be a list of texts")
      }
      guard seen.insert(Array(text.utf8)).inserted else { throw problem(name, "repeats an entry") }
      strings.append(text)
    }
    return strings
  }

  mutating func instant(_ name: String) throws(SigningError) -> UTCInstant {
    guard let instant = UTCInstant(try string(name)) else {
      throw problem(name, "must be a time as 2025-07-16T08:00:00Z")
    }
    return instant
  }

  mutating func digest(_ name: String) throws(SigningError) -> SHA256Digest {
    guard let digest = SHA256Digest(hex: try string(name)) else {
      throw problem(name, "must be 64 lower-case hexadecimal digits")
    }
    return digest
  }

  mutating func officeCode(_ name: String) throws(SigningError) -> String {
    let code = try string(name)
    guard OfficeCode.isValid(code) else { throw problem(name, "must be three capital letters") }
    return code
  }

  /// Makes sure that no member was left.
  func finish() throws(SigningError) {
    guard let left = members.first else { return }
    throw problem(String(decoding: left.name, as: UTF8.self), "is not a member of this format")
  }
}

/// Three capital ASCII letters that name an office.
package enum OfficeCode {
  /// Whether a text has the form of a code.
  package static func isValid(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }
}
