internal import Scores
internal import Tabular

/// Everything that decisions are made from.
///
/// It is a class because its tables are many, never change, and are looked at for every decision.
final class RecognitionSources: Sendable {
  let rules: [TableRule]
  let results: ResultTable
  private let recognisers: [Recogniser]
  private let applications: ApplicationList
  private let resultsOfApplicant: LinkedRows

  init(
    rules: [TableRule], recognisers: [Recogniser], applications: ApplicationList,
    results: ResultTable, resultsOfApplicant: LinkedRows
  ) {
    self.rules = rules
    self.recognisers = recognisers
    self.applications = applications
    self.results = results
    self.resultsOfApplicant = resultsOfApplicant
  }

  /// The decisions about some applicants, by receiver.
  func rows(
    of applicants: Range<Int>, _ receivers: [Receiver], _ wishedSchools: WishedSchools
  ) -> [[RecognitionRow]] {
    var rows = Array(repeating: [RecognitionRow](), count: receivers.count)
    let gathered = GatheredResults(
      Array(resultsOfApplicant[applicants]), of: results, hasNumbers: false)
    var untold = Trace(isTold: false)
    var next = 0
    for applicant in applicants {
      let own = next..<next + resultsOfApplicant[applicant].count
      next = own.upperBound
      for (receiver, rowsOfReceiver) in zip(receivers, rows.indices) {
        guard let application = applications.place(receiver, applicant, wishedSchools) else {
          continue
        }
        for rule in receiver.rules {
          let decision = decide(rule, application, gathered, own, &untold)
          rows[rowsOfReceiver].append(
            RecognitionRow(
              applicant: applicant, rule: rule, application: application,
              result: decision.result.map { Int(gathered.places[$0]) }, decision))
        }
      }
    }
    return rows
  }

  /// Tells the calculations behind rows anew.
  func tell(
    _ told: some Collection<RecognitionRow>,
    _ body: (RecognitionRow, CountedResult?, TraceOutput) -> Void
  ) {
    var places: [UInt32] = []
    var last: Int?
    for row in told where row.applicant != last {
      places += resultsOfApplicant[row.applicant]
      last = row.applicant
    }
    let gathered = GatheredResults(places, of: results, hasNumbers: true)
    var trace = Trace(isTold: true)
    var own = 0..<0
    last = nil
    for row in told {
      if row.applicant != last {
        own = own.upperBound..<own.upperBound + resultsOfApplicant[row.applicant].count
        last = row.applicant
      }
      trace.removeAll()
      let decision = decide(row.rule, row.application, gathered, own, &trace)
      let counted = decision.result.map {
        CountedResult(
          place: $0, results: TableResults(rule: rules[row.rule], results: gathered))
      }
      body(row, counted, trace.output)
    }
  }

  private func decide(
    _ rule: Int, _ application: Int, _ gathered: GatheredResults, _ own: Range<Int>,
    _ trace: inout Trace
  ) -> DecisionFigures {
    recognisers[rule].decide(
      for: applications.attributes(of: application),
      TableResults(rule: rules[rule], results: gathered), own, &trace)
  }
}

/// The result that counts in a decision.
struct CountedResult {
  private let place: Int
  private let results: TableResults

  init(place: Int, results: TableResults) {
    self.place = place
    self.results = results
  }

  /// The name of its sitting.
  var sitting: String { results.rule.sittings[results.results.sitting(of: place)].name }
  /// Its total; nil when there is none.
  var total: Score? { results.total(of: place) }
  /// Lends its candidate number.
  func withNumber(_ body: (Span<UInt8>) -> Void) { results.withNumber(of: place, body) }
}
