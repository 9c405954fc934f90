/// A JSON value of the kinds that signed documents hold: numbers are integers.
///
/// Integers lie within ±(2^53 - 1), where every JSON reader agrees on them (RFC 7493).
package indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The greatest integer that is written or read.
  package static let greatestInteger = 9_007_199_254_740_991

  /// A digest as a string of hexadecimal digits.
  static func digest(_ digest: SHA256Digest) -> JSONValue { .string(digest.hex) }

  /// A moment as a string.
  static func instant(_ instant: UTCInstant) -> JSONValue { .string(instant.description) }

  /// Strings in order.
  static func strings(_ strings: [String]) -> JSONValue { .array(strings.map { .string($0) }) }
}

/// A name and its value in an object.
package struct JSONMember: Sendable {
  package let name: String
  package let value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}
