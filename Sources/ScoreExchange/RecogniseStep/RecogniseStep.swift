package import Parallel
package import Scores
import Tabular

/// What one receiver decided about one applicant under one of its rules.
package struct RecognitionRow: Sendable {
  /// Index of the applicant.
  package let applicant: Int
  /// Index of the rule in ``RecogniseStep/recognisers``.
  package let rule: Int
  /// Index of the application that brought region, bonus and components.
  let application: Int
  /// The decision without its trace.
  package let decision: RecognitionDecision
}

/// The recognition rules of all receivers, applied to all who apply to them.
package struct RecogniseStep: Sendable {
  /// The rules, ready to use, by receiver in byte order, then as in the exchange file.
  package let recognisers: [Recogniser]
  /// One row for each receiver, applicant and rule, by receiver, applicant, then rule.
  package let rows: [RecognitionRow]
  private let input: @Sendable (RecognitionRow) -> (ApplicantAttributes, [LinkedResult])

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
    results: ResultTable, links: LinkStep, wishedSchools: [Set<School>], plan: WorkPlan
  ) throws(ExchangeError) {
    let recognisers = try exchange.recognisers(conversions: conversions)
      .enumerated().sorted {
        ($0.element.school.code, $0.offset) < ($1.element.school.code, $1.offset)
      }.map(\.element)
    self.recognisers = recognisers
    let schools = Set(recognisers.map(\.school))
    let linkedResults: @Sendable (Int) -> [LinkedResult] = { applicant in
      links.resultsOfApplicant[applicant].map { results.linked($0, exchange) }
    }
    input = { row in
      (applicants.applications[row.application].attributes, linkedResults(row.applicant))
    }
    // The application that holds for each school: its own file's, or else that of no school.
    let chunks = plan.mapChunks(of: applicants.applicants.count, chunkLength: 1_024) { range in
      let first = applicants.applications.partitioningIndex { $0.applicant >= range.lowerBound }
      let last = applicants.applications.partitioningIndex { $0.applicant >= range.upperBound }
      var rows: [RecognitionRow] = []
      var next = first
      for applicant in range {
        var end = next
        while end < last, applicants.applications[end].applicant == applicant { end += 1 }
        let places = next..<end
        next = end
        let linked = linkedResults(applicant)
        for school in schools {
          guard
            let place = places.first(where: { applicants.applications[$0].school == school })
              ?? places.first(where: {
                applicants.applications[$0].school == nil
                  && wishedSchools[applicant].contains(school)
              })
          else { continue }
          let attributes = applicants.applications[place].attributes
          for (index, recogniser) in recognisers.enumerated() where recogniser.school == school {
            rows.append(
              RecognitionRow(
                applicant: applicant, rule: index, application: place,
                decision: recogniser.decision(
                  for: attributes, results: linked, tracing: false)))
          }
        }
      }
      return rows
    }
    rows = chunks.flatMap { $0 }.sorted { left, right in
      let schools = (recognisers[left.rule].school.code, recognisers[right.rule].school.code)
      return (schools.0, left.applicant, left.rule) < (schools.1, right.applicant, right.rule)
    }
  }

  /// The whole calculation behind a row in words and numbers.
  ///
  /// It is written anew each time, for at national size the texts would need gigabytes.
  package func trace(of row: RecognitionRow) -> String {
    let (attributes, results) = input(row)
    return recognisers[row.rule].decision(for: attributes, results: results).trace
  }

  /// The counts of the summary.
  package var counts: RunSummary.Recognition {
    var counts = RunSummary.Recognition()
    for row in rows {
      if let refusal = row.decision.refusal {
        counts.refused[refusal.rawValue, default: 0] += 1
      } else {
        counts.recognised += 1
      }
    }
    return counts
  }
}

extension Application {
  /// What recognition needs of an application.
  fileprivate var attributes: ApplicantAttributes {
    ApplicantAttributes(
      region: region, claims: claims, graduationYear: graduationYear, bonus: bonus,
      components: components)
  }
}

extension ResultTable {
  /// A result as recognition sees it.
  fileprivate func linked(_ index: Int, _ exchange: Exchange) -> LinkedResult {
    let assessment = exchange.assessments[Int(assessment[index])]
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

extension Array {
  /// The first index from which on `predicate` holds; it must hold for all after it.
  ///
  /// - Complexity: O(log count).
  fileprivate func partitioningIndex(_ predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
