internal import Scores

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
