package import Parallel
package import Scores
import Tabular

/// The recognition rules of all receivers, applied to all who apply to them.
package struct RecogniseStep: Sendable {
  /// The rules, ready to use, by receiver in byte order, then as in the exchange file.
  package let recognisers: [Recogniser]
  /// One row for each receiver, applicant and rule, by receiver, applicant, then rule.
  package let rows: [RecognitionRow]
  private let assessments: [Assessment]
  private let applicants: ApplicantTable
  private let results: ResultTable
  private let resultsOfApplicant: [[Int]]

  /// Applies the rules.
  ///
  /// An applicant applies to the school of the file that names her; people in a file of no school
  /// apply to the schools of their wishes.
  ///
  /// - Parameters:
  ///   - exchange: The exchange with its rules.
  ///   - conversions: The tables of its conversions, by name.
  ///   - applicants: Who applies.
  ///   - results: The results that count.
  ///   - links: Whose results they are.
  ///   - wishedSchools: For each applicant, the schools of her wishes.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a rule that cannot be applied at all.
  package init(
    _ exchange: Exchange, conversions: [String: LoadedConversion], applicants: ApplicantTable,
    results: ResultTable, links: LinkStep, wishedSchools: WishedSchools, plan: WorkPlan
  ) throws(ExchangeError) {
    let recognisers = try exchange.recognisers(conversions: conversions)
      .enumerated().sorted {
        ($0.element.school.code, $0.offset) < ($1.element.school.code, $1.offset)
      }.map(\.element)
    self.recognisers = recognisers
    let receivers = Receiver.all(recognisers)
    let assessments = exchange.assessments
    self.assessments = assessments
    self.applicants = applicants
    self.results = results
    resultsOfApplicant = links.resultsOfApplicant
    let applications = applicants.applications
    plan.begin(.recognising, of: applicants.applicants.count)
    let chunks = plan.mapChunks(of: applicants.applicants.count, chunkLength: 1_024) { range in
      defer { plan.advance(rows: range.count) }
      var rows = Array(repeating: [RecognitionRow](), count: receivers.count)
      for applicant in range {
        let places = links.resultsOfApplicant[applicant]
        let linked = places.map { results.linked($0, assessments) }
        for (receiver, rowsOfReceiver) in zip(receivers, rows.indices) {
          guard let place = applications.place(receiver.school, applicant, wishedSchools) else {
            continue
          }
          let attributes = applications.attributes(of: place)
          for rule in receiver.rules {
            let decision = recognisers[rule].decision(
              for: attributes, results: linked, tracing: false)
            rows[rowsOfReceiver].append(
              RecognitionRow(
                applicant: applicant, rule: rule, application: place,
                result: decision.result.flatMap { linked.firstIndex(of: $0) }.map { places[$0] },
                decision))
          }
        }
      }
      return rows
    }
    // The chunks are in the order of the applicants.
    rows = receivers.indices.flatMap { receiver in chunks.flatMap { $0[receiver] } }
  }

  /// The whole calculation behind a row in words and numbers.
  ///
  /// It is written anew each time, for at national size the texts would need gigabytes.
  package func trace(of row: RecognitionRow) -> String {
    var trace = Trace(isTold: true)
    tell(row, &trace)
    return String(decoding: trace.bytes, as: UTF8.self)
  }

  /// The result that counts in a row, as recognition sees it; nil when there is none.
  func result(of row: RecognitionRow) -> LinkedResult? {
    row.result.map { results.linked($0, assessments) }
  }

  /// Tells the calculation behind a row anew.
  func tell(_ row: RecognitionRow, _ trace: inout Trace) {
    trace.removeAll()
    _ = recognisers[row.rule].decision(
      for: applicants.applications.attributes(of: row.application),
      results: resultsOfApplicant[row.applicant].map { results.linked($0, assessments) }, &trace)
  }

  /// The counts of the summary.
  package var counts: RunSummary.Recognition {
    var counts = RunSummary.Recognition()
    for row in rows {
      if let refusal = row.refusal {
        counts.refused[refusal.rawValue, default: 0] += 1
      } else {
        counts.recognised += 1
      }
    }
    return counts
  }
}

/// A school that recognises, and its rules.
private struct Receiver: Sendable {
  let school: School
  var rules: Range<Int>

  /// The receivers of rules that are sorted by school.
  static func all(_ recognisers: [Recogniser]) -> [Receiver] {
    var receivers: [Receiver] = []
    for (rule, recogniser) in recognisers.enumerated() {
      if let last = receivers.indices.last, receivers[last].school == recogniser.school {
        receivers[last].rules = receivers[last].rules.lowerBound..<rule + 1
      } else {
        receivers.append(Receiver(school: recogniser.school, rules: rule..<rule + 1))
      }
    }
    return receivers
  }
}

extension ApplicationList {
  /// The application that holds for a school: that of its own file, or else that of no school for
  /// whoever wishes for the school; nil for who does not apply there.
  fileprivate func place(_ school: School, _ applicant: Int, _ wished: WishedSchools) -> Int? {
    let own = ofApplicant(applicant)
    return own.first { self.school(of: $0) == school }
      ?? own.first {
        self.school(of: $0) == nil && wished.contains(school, ofApplicant: applicant)
      }
  }
}

extension ResultTable {
  /// A result as recognition sees it.
  fileprivate func linked(_ index: Int, _ assessments: [Assessment]) -> LinkedResult {
    let assessment = assessments[Int(assessment[index])]
    let sitting = assessment.sittings[Int(sitting[index])]
    return LinkedResult(
      issuer: assessment.issuer.code, assessment: assessment.code, sitting: sitting.name,
      sittingDate: sitting.date, candidateNumber: candidateNumber[index],
      parts: parts(at: index).map { assessment.partScore($0) },
      total: assessment.totalScore(total[index]), status: status(at: index).rawValue)
  }
}

extension Assessment {
  /// The score that a part's lattice number stands for; nil for none.
  package func partScore(_ steps: Int32) -> Score? {
    steps == ResultTable.noScore
      ? nil : Score(billionths: Int64(steps) * scale.step.billionths)
  }

  /// The score that a total's lattice number stands for; nil for none.
  package func totalScore(_ steps: Int32) -> Score? {
    steps == ResultTable.noScore ? nil : scale.score(at: Int(steps))
  }
}
