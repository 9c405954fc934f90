internal import Scores
internal import Tabular

/// Results as a rule judges them, by their places in whatever they are kept in.
protocol JudgedResults {
  /// What the rule makes of their sittings.
  var sittings: [JudgedSitting] { get }
  /// What the rule's conversion makes of each total, where that was worked out before.
  var converted: ConvertedTotals? { get }

  /// The place of a result's sitting in ``sittings``; nil for a result of another assessment.
  func sitting(of result: Int) -> Int?
  /// The total; nil when there is none.
  func total(of result: Int) -> Score?
  /// The place of the total on the scale of the assessment; nil where it is no point of it.
  func point(of result: Int) -> Int?
  /// Why there is no score; empty when there is one.
  func status(of result: Int) -> String
  /// The score of a part; nil when there is none.
  func part(_ part: Int, of result: Int) -> Score?
  /// Lends the candidate number.
  func withNumber<Value>(of result: Int, _ body: (Span<UInt8>) -> Value) -> Value
}

/// A sitting as a rule judges it: what is the same for all its results.
struct JudgedSitting: Sendable {
  /// The code of the school that vouches for the results.
  let issuer: String
  let name: String
  let date: CalendarDate
  /// What stands against every result of the sitting; nil for nothing.
  let obstacle: Recogniser.Obstacle?
  /// How the description of a result begins in a trace; the gap is its candidate number.
  let opening: TraceForm
  /// How long a result is valid and which total it reaches, in words.
  let acceptance: TraceText
}

extension Recogniser {
  /// What this rule makes of a sitting, with words for a trace only where one is told.
  func judged(
    issuer: String, sitting name: String, date: CalendarDate, isTold: Bool = true
  ) -> JudgedSitting {
    JudgedSitting(
      issuer: issuer, name: name, date: date, obstacle: obstacle(ofSitting: name, date),
      opening: isTold
        ? "\(assessment.code) \(name) of \(date), issued by \(issuer), candidate \(.gap): " : "",
      acceptance: isTold ? acceptance(ofSittingOn: date) : TraceText())
  }
}
