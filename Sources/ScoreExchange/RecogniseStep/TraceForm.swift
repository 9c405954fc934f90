internal import Scores

/// A sentence of a trace with gaps, which are filled in row by row: what is the same in all rows is
/// written once.
struct TraceForm: ExpressibleByStringInterpolation, Sendable {
  /// What stands before, between and after the gaps.
  let pieces: [TraceOutput]

  /// A place that is filled in later.
  enum Gap { case gap }

  init(stringLiteral value: String) {
    var piece = TraceOutput()
    piece.append(value)
    pieces = [piece]
  }

  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  struct StringInterpolation: StringInterpolationProtocol {
    var pieces = [TraceOutput()]

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1].append(literal) }

    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    mutating func appendInterpolation(_ date: CalendarDate) {
      pieces[pieces.count - 1].append(date)
    }

    mutating func appendInterpolation(_ gap: Gap) { pieces.append(TraceOutput()) }
  }
}

extension TraceOutput {
  /// Appends a sentence.
  ///
  /// - Parameters:
  ///   - form: The sentence.
  ///   - fill: Fills its gaps, counted from 0.
  mutating func append(_ form: TraceForm, _ fill: (Int, inout TraceOutput) -> Void) {
    for (gap, piece) in form.pieces.enumerated() {
      if gap > 0 { fill(gap - 1, &self) }
      append(piece)
    }
  }
}
