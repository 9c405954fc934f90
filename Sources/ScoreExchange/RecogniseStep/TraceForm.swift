internal import Scores

/// A sentence of a trace with gaps, which are filled in row by row: what is the same in all rows is
/// written once.
struct TraceForm: ExpressibleByStringInterpolation, Sendable {
  /// What stands before, between and after the gaps, one after the other.
  fileprivate let words: TraceOutput
  /// Where each of these pieces ends.
  fileprivate let ends: [Int]

  /// A place that is filled in later.
  enum Gap { case gap }

  init(stringLiteral value: String) {
    var words = TraceOutput()
    words.append(value)
    self.words = words
    ends = [words.bytes.count]
  }

  init(stringInterpolation: StringInterpolation) {
    words = stringInterpolation.words
    ends = stringInterpolation.ends + [words.bytes.count]
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var words = TraceOutput()
    fileprivate var ends: [Int] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { words.append(literal) }

    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    mutating func appendInterpolation(_ date: CalendarDate) {
      words.append(date)
    }

    mutating func appendInterpolation(_ gap: Gap) { ends.append(words.bytes.count) }
  }
}

extension TraceOutput {
  /// Appends a sentence.
  ///
  /// - Parameters:
  ///   - form: The sentence.
  ///   - fill: Fills its gaps, counted from 0.
  mutating func append(_ form: TraceForm, _ fill: (Int, inout TraceOutput) -> Void) {
    var start = 0
    for (gap, end) in form.ends.enumerated() {
      if gap > 0 { fill(gap - 1, &self) }
      append(form.words, from: start, to: end)
      start = end
    }
  }
}
