extension Message: ExpressibleByStringInterpolation {
  /// A sentence without values.
  public init(stringLiteral value: String) { self.init(value) }

  /// A sentence with values.
  public init(stringInterpolation: StringInterpolation) {
    self.init(
      Piece(pattern: stringInterpolation.pattern, values: stringInterpolation.values))
  }

  /// Takes a literal apart into its sentence and its values.
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var pattern = ""
    var values: [Value] = []

    /// An empty sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    /// Adds words of the sentence.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Adds a text that is the same in every language.
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// Adds a sentence or word that is said in the language of the whole.
    public mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    /// Adds a value: in the language of the whole if it can be told, otherwise as it prints.
    public mutating func appendInterpolation<T>(_ value: T) {
      if let told = value as? any MessageConvertible {
        append(.message(told.message))
      } else {
        append(.text(String(describing: value)))
      }
    }

    private mutating func append(_ value: Value) {
      values.append(value)
      pattern += "{\(values.count)}"
    }
  }
}
