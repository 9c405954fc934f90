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
  /// How the description of a result begins in a trace, up to the candidate number.
  let opening: TraceText
  /// How long a result is valid and which total it reaches, in words.
  let acceptance: TraceText
}

extension Recogniser {
  /// What this rule makes of a sitting.
  ///
  /// - Parameter isTold: Whether words are made.
  func judged(
    issuer: String, sitting name: String, date: CalendarDate, isTold: Bool = true
  ) -> JudgedSitting {
    JudgedSitting(
      issuer: issuer, name: name, date: date, obstacle: obstacle(ofSitting: name, date),
      opening: isTold
        ? "\(assessment.code) \(name) of \(date), issued by \(issuer), candidate " : TraceText(),
      acceptance: isTold ? acceptance(ofSittingOn: date) : TraceText())
  }
}

/// Results that somebody gives, to be judged by one rule.
struct GivenResults: JudgedResults {
  let results: [LinkedResult]
  let sittings: [JudgedSitting]
  let converted: ConvertedTotals? = nil
  private let assessment: Assessment

  init(_ results: [LinkedResult], by recogniser: Recogniser, isTold: Bool) {
    self.results = results
    assessment = recogniser.assessment
    sittings = results.map {
      recogniser.judged(
        issuer: $0.issuer, sitting: $0.sitting, date: $0.sittingDate, isTold: isTold)
    }
  }

  func sitting(of result: Int) -> Int? {
    results[result].assessment == assessment.code ? result : nil
  }
  func total(of result: Int) -> Score? { results[result].total }
  func point(of result: Int) -> Int? {
    results[result].total.flatMap { assessment.scale.index(of: $0) }
  }
  func status(of result: Int) -> String { results[result].status }
  func part(_ part: Int, of result: Int) -> Score? {
    let parts = results[result].parts
    return parts.indices.contains(part) ? parts[part] : nil
  }
  func withNumber<Value>(of result: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    body(results[result].candidateNumber.utf8Span.span)
  }
}
