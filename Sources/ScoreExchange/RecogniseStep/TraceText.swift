internal import Scores

/// A step of a calculation in words and numbers, written straight into bytes: a national run
/// tells millions of them.
struct TraceText: ExpressibleByStringInterpolation, Sendable {
  private(set) var output: TraceOutput

  /// No words.
  init() { output = TraceOutput() }

  init(stringLiteral value: String) {
    output = TraceOutput()
    output.append(value)
  }

  init(stringInterpolation: StringInterpolation) { output = stringInterpolation.output }

  var isEmpty: Bool { output.isEmpty }

  /// Adds a text, after a comma where something stands before it.
  mutating func join(_ text: TraceText) {
    if !isEmpty { output.append(", ") }
    output.append(text.output)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var output = TraceOutput()

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { output.append(literal) }

    mutating func appendInterpolation(_ text: String) { output.append(text) }

    mutating func appendInterpolation(_ text: TraceText) { output.append(text.output) }

    mutating func appendInterpolation(_ number: Int) { output.append(number) }

    /// A score with at least so many digits after the point.
    mutating func appendInterpolation(_ score: Score, _ decimals: Int = 0) {
      output.append(score, decimals)
    }

    /// An exact value with so many digits after the point, and one more where it has one; a value
    /// with more than that is cut and marked with an ellipsis.
    mutating func appendInterpolation(_ value: ExactFraction, _ decimals: Int) {
      output.append(value, decimals)
    }

    /// A day, as `2025-01-19`.
    mutating func appendInterpolation(_ date: CalendarDate) { output.append(date) }
  }
}
