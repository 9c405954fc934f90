package import Parallel
import Scores
import Tabular

/// The recognition rules of all receivers, applied to all who apply to them.
package struct RecogniseStep: Sendable {
  /// The rules, ready to use, by receiver in byte order, then as in the exchange file.
  package let recognisers: [Recogniser]
  /// One row for each receiver, applicant and rule, by receiver, applicant, then rule.
  package let rows: [RecognitionRow]
  /// The results as each rule judges them.
  private let judged: [TableResults]
  private let forms: LinkedForms
  private let applicants: ApplicantTable
  private let results: ResultTable
  private let resultsOfApplicant: LinkedRows

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
    forms = LinkedForms(exchange.assessments)
    let judged = recognisers.map { recogniser in
      TableResults(
        results, by: recogniser, of: exchange.assessments,
        converted: ConvertedTotals(
          recogniser, forTotals: applicants.applicants.count, plan: plan))
    }
    self.judged = judged
    self.applicants = applicants
    self.results = results
    resultsOfApplicant = links.resultsOfApplicant
    let applications = applicants.applications
    plan.begin(.recognising, of: applicants.applicants.count)
    var chunks = plan.mapChunks(of: applicants.applicants.count, chunkLength: 1_024) { range in
      defer { plan.advance(rows: range.count) }
      var rows = Array(repeating: [RecognitionRow](), count: receivers.count)
      var untold = Trace(isTold: false)
      for applicant in range {
        let places = links.resultsOfApplicant[applicant]
        for (receiver, rowsOfReceiver) in zip(receivers, rows.indices) {
          guard let place = applications.place(receiver, applicant, wishedSchools) else {
            continue
          }
          for rule in receiver.rules {
            let decision = recognisers[rule].decide(
              for: applications.attributes(of: place), judged[rule], places, &untold)
            rows[rowsOfReceiver].append(
              RecognitionRow(
                applicant: applicant, rule: rule, application: place, decision))
          }
        }
      }
      return rows
    }
    // The chunks are in the order of the applicants.
    var rows: [RecognitionRow] = []
    rows.reserveCapacity(chunks.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } })
    for receiver in receivers.indices {
      for chunk in chunks.indices {
        rows += chunks[chunk][receiver]
        chunks[chunk][receiver] = []
      }
    }
    self.rows = rows
  }

  /// The whole calculation behind a row in words and numbers.
  ///
  /// It is written anew each time, for at national size the texts would need gigabytes.
  package func trace(of row: RecognitionRow) -> String {
    var trace = Trace(isTold: true)
    tell(row, &trace)
    return String(decoding: trace.output.bytes.bytes, as: UTF8.self)
  }

  /// The result that counts in a row, as recognition sees it; nil when there is none.
  func result(of row: RecognitionRow) -> LinkedResult? {
    row.result.map { results.linked($0, forms) }
  }

  /// Tells the calculation behind a row anew.
  func tell(_ row: RecognitionRow, _ trace: inout Trace) {
    trace.removeAll()
    _ = recognisers[row.rule].decide(
      for: applicants.applications.attributes(of: row.application), judged[row.rule],
      resultsOfApplicant[row.applicant], &trace)
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
  /// The school as a place in `School.all` plus one.
  let code: UInt8
  var rules: Range<Int>

  init(_ school: School, rules: Range<Int>) {
    self.school = school
    code = ApplicantReader.code(school)
    self.rules = rules
  }

  /// The receivers of rules that are sorted by school.
  static func all(_ recognisers: [Recogniser]) -> [Receiver] {
    var receivers: [Receiver] = []
    for (rule, recogniser) in recognisers.enumerated() {
      if let last = receivers.indices.last, receivers[last].school == recogniser.school {
        receivers[last].rules = receivers[last].rules.lowerBound..<rule + 1
      } else {
        receivers.append(Receiver(recogniser.school, rules: rule..<rule + 1))
      }
    }
    return receivers
  }
}

extension ApplicationList {
  /// The application that holds for a school: that of its own file, or else that of no school for
  /// whoever wishes for the school; nil for who does not apply there.
  fileprivate func place(
    _ receiver: Receiver, _ applicant: Int, _ wished: WishedSchools
  ) -> Int? {
    let own = ofApplicant(applicant)
    return own.first { school[$0] == receiver.code }
      ?? own.first {
        school[$0] == 0 && wished.contains(receiver.school, ofApplicant: applicant)
      }
  }
}

extension ResultTable {
  /// A result as recognition sees it.
  fileprivate func linked(_ index: Int, _ forms: LinkedForms) -> LinkedResult {
    let form = forms[Int(assessment[index]), Int(sitting[index])]
    return LinkedResult(
      issuer: form.issuer, assessment: form.assessment, sitting: form.sitting,
      sittingDate: form.sittingDate, candidateNumber: candidateNumber[index],
      parts: parts(at: index).map {
        $0 == Self.noScore ? nil : Score(billionths: Int64($0) * form.scale.step.billionths)
      },
      total: total[index] == Self.noScore ? nil : form.scale.score(at: Int(total[index])),
      status: status(at: index).rawValue)
  }
}

/// What is the same in all results of one sitting, as recognition sees them.
private struct LinkedForms: Sendable {
  struct Form: Sendable {
    let issuer: String
    let assessment: String
    let sitting: String
    let sittingDate: CalendarDate
    let scale: ScoreScale
  }

  private let forms: [[Form]]

  init(_ assessments: [Assessment]) {
    forms = assessments.map { assessment in
      assessment.sittings.map {
        Form(
          issuer: assessment.issuer.code, assessment: assessment.code, sitting: $0.name,
          sittingDate: $0.date, scale: assessment.scale)
      }
    }
  }

  subscript(assessment: Int, sitting: Int) -> Form { forms[assessment][sitting] }
}
