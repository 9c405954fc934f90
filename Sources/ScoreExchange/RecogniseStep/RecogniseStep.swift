package import Parallel
import Scores
import Tabular

/// The recognition rules of all receivers, applied to all who apply to them.
package struct RecogniseStep: Sendable {
  /// The rules, ready to use, by receiver in byte order, then as in the exchange file.
  package let recognisers: [Recogniser]
  /// One row for each receiver, applicant and rule, by receiver, applicant, then rule.
  package let rows: [RecognitionRow]
  private let sources: RecognitionSources
  private let forms: LinkedForms

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
  ///   - cancellation: Asks the work to stop.
  /// - Throws: ``ExchangeError`` for a rule that cannot be applied at all; `cancelled`.
  package init(
    _ exchange: Exchange, conversions: [String: LoadedConversion], applicants: ApplicantTable,
    results: ResultTable, links: LinkStep, wishedSchools: WishedSchools, plan: WorkPlan,
    cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    let recognisers = try exchange.recognisers(conversions: conversions)
      .enumerated().sorted {
        ($0.element.school.code, $0.offset) < ($1.element.school.code, $1.offset)
      }.map(\.element)
    self.recognisers = recognisers
    let receivers = Receiver.all(recognisers)
    forms = LinkedForms(exchange.assessments)
    let converted = ConvertedTotals.all(
      recognisers, forTotals: applicants.applicants.count, plan: plan)
    let sources = RecognitionSources(
      rules: zip(recognisers, converted).map { recogniser, converted in
        TableRule(recogniser, of: exchange.assessments, converted: converted)
      }, recognisers: recognisers, applications: applicants.applications, results: results,
      resultsOfApplicant: links.resultsOfApplicant)
    self.sources = sources
    plan.begin(.recognising, of: applicants.applicants.count)
    var chunks = try plan.mapChunks(of: applicants.applicants.count, chunkLength: 1_024) {
      (range) throws(ExchangeError) in
      try cancellation?.check()
      defer { plan.advance(rows: range.count) }
      return sources.rows(of: range, receivers, wishedSchools)
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
    var text = ""
    tell([row]) { _, _, trace in text = trace.text }
    return text
  }

  /// The result that counts in a row, as recognition sees it; nil when there is none.
  func result(of row: RecognitionRow) -> LinkedResult? {
    row.result.map { sources.results.linked($0, forms) }
  }

  /// Tells the calculations behind rows anew.
  ///
  /// - Parameters:
  ///   - told: The rows, in their order.
  ///   - body: Gets each row, the result that counts in it, and the calculation.
  func tell(
    _ told: some Collection<RecognitionRow>,
    _ body: (RecognitionRow, CountedResult?, TraceOutput) -> Void
  ) {
    sources.tell(told, body)
  }

  /// The results that count in rows, in the order of the rows.
  func withCounted(
    _ rows: some Collection<RecognitionRow>, _ body: (RecognitionRow, CountedResult?) -> Void
  ) {
    let results = GatheredResults(
      rows.compactMap { $0.result.map(UInt32.init) }, of: sources.results, hasNumbers: true)
    var next = 0
    for row in rows {
      if row.result == nil {
        body(row, nil)
      } else {
        body(
          row,
          CountedResult(
            place: next, results: TableResults(rule: sources.rules[row.rule], results: results)))
        next += 1
      }
    }
  }

  /// The counts of the summary.
  package var counts: RunSummary.Recognition {
    var counts = RunSummary.Recognition()
    for rule in countsByRule {
      counts.recognised += rule.recognised
      counts.refused.merge(rule.refused, uniquingKeysWith: +)
    }
    return counts
  }

  /// The counts of each rule.
  var countsByRule: [RunSummary.Recognition] {
    var recognised = Array(repeating: 0, count: recognisers.count)
    // There are few reasons, so that they are found faster than their words could be hashed.
    var refused = Array(
      repeating: [(reason: RecognitionRefusal, count: Int)](), count: recognisers.count)
    for row in rows {
      guard let refusal = row.refusal else {
        recognised[row.rule] += 1
        continue
      }
      if let place = refused[row.rule].firstIndex(where: { $0.reason == refusal }) {
        refused[row.rule][place].count += 1
      } else {
        refused[row.rule].append((refusal, 1))
      }
    }
    return zip(recognised, refused).map { recognised, refused in
      RunSummary.Recognition(
        recognised: recognised,
        refused: Dictionary(uniqueKeysWithValues: refused.map { ($0.reason.rawValue, $0.count) }))
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
