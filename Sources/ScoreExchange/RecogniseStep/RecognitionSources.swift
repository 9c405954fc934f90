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
    let gathered = GatheredResults(
      Array(resultsOfApplicant[applicants]), of: results, hasNumbers: false)
    let ends = applicants.map { resultsOfApplicant[$0].count }
      .reduce(into: [0]) { ends, count in ends.append(ends[ends.count - 1] + count) }
    var untold = Trace(isTold: false)
    return receivers.map { receiver in
      var rows: [RecognitionRow] = []
      var turn = Turn(receiver.rules.lowerBound, of: self, gathered)
      for (place, applicant) in applicants.enumerated() {
        guard let application = applications.place(receiver, applicant, wishedSchools) else {
          continue
        }
        for rule in receiver.rules {
          if rule != turn.rule { turn = Turn(rule, of: self, gathered) }
          let decision = turn.decide(
            applications, application, ends[place]..<ends[place + 1], &untold)
          rows.append(
            RecognitionRow(
              applicant: applicant, rule: rule, application: application,
              result: decision.result.map { Int(gathered.places[$0]) }, decision))
        }
      }
      return rows
    }
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
    guard let first = told.first else { return }
    var turn = Turn(first.rule, of: self, gathered)
    for row in told {
      if row.applicant != last {
        own = own.upperBound..<own.upperBound + resultsOfApplicant[row.applicant].count
        last = row.applicant
      }
      trace.removeAll()
      if row.rule != turn.rule { turn = Turn(row.rule, of: self, gathered) }
      let decision = turn.decide(applications, row.application, own, &trace)
      let counted = decision.result.map { CountedResult(place: $0, results: turn.results) }
      body(row, counted, trace.output)
    }
  }

  /// A rule and the results that it judges, for as long as it is that rule's turn.
  private struct Turn {
    let rule: Int
    let results: TableResults
    private let recogniser: Recogniser

    init(_ rule: Int, of sources: RecognitionSources, _ gathered: GatheredResults) {
      self.rule = rule
      results = TableResults(rule: sources.rules[rule], results: gathered)
      recogniser = sources.recognisers[rule]
    }

    func decide(
      _ applications: ApplicationList, _ application: Int, _ own: Range<Int>, _ trace: inout Trace
    ) -> DecisionFigures {
      recogniser.decide(
        for: applications.attributes(of: application), results, own, &trace)
    }
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
