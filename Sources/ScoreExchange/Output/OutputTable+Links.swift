import RecordLinkage
import Scores
import Tabular

extension OutputTable {
  /// `links.csv`: one row a link or review, by left, then right.
  ///
  /// - Parameters:
  ///   - links: The links in that order.
  ///   - left: The names of the left rows.
  ///   - right: The names of the right rows.
  /// - Returns: The table.
  package static func links(
    _ links: [PersonLink], left: LinkNames, right: LinkNames
  ) -> OutputTable {
    OutputTable(headings: linkHeadings, rowCount: links.count) { range, writer in
      var explanations = LinkExplanations(cautionWords: \.words)
      let appendLeft = left.appender(links[range].map(\.left))
      let appendRight = right.appender(links[range].map(\.right))
      for (place, link) in links[range].enumerated() {
        appendLeft(place, &writer)
        appendRight(place, &writer)
        writer.append(link, explanations[link])
        writer.endRow()
      }
    }
  }

  /// `review.csv`: the links that a person has to decide, both records side by side, and columns to
  /// fill in; filled in, it is a decisions file.
  ///
  /// - Parameters:
  ///   - links: All links, in their order.
  ///   - left: A left row.
  ///   - right: A right row.
  ///   - fields: Further columns that were compared.
  /// - Returns: The table.
  package static func review(
    _ links: [PersonLink], left: @escaping @Sendable (Int) -> PersonRecord,
    right: @escaping @Sendable (Int) -> PersonRecord, _ fields: [FurtherField] = []
  ) -> OutputTable {
    let links = links.filter { $0.zone == .review }
    return OutputTable(
      headings: linkHeadings + [
        "left_name", "right_name", "left_birth_date", "right_birth_date", "left_national_id",
        "right_national_id", "left_former_id", "right_former_id", "left_sex", "right_sex",
      ] + fields.flatMap { ["left_\($0.name)", "right_\($0.name)"] }
        + ["decision", "by", "on", "reason"], rowCount: links.count
    ) { range, writer in
      var explanations = LinkExplanations(cautionWords: \.words)
      for link in links[range] {
        let (one, other) = (left(link.left), right(link.right))
        writer.append(one.key, isIdentifier: true)
        writer.append(other.key, isIdentifier: true)
        writer.append(link, explanations[link])
        writer.append(one.name)
        writer.append(other.name)
        writer.append(one.birthDate.flatMap(CalendarDate.init(dayNumber:)))
        writer.append(other.birthDate.flatMap(CalendarDate.init(dayNumber:)))
        writer.append(one.nationalID, isIdentifier: true)
        writer.append(other.nationalID, isIdentifier: true)
        writer.append(one.formerID, isIdentifier: true)
        writer.append(other.formerID, isIdentifier: true)
        writer.append(one.sex?.word ?? "")
        writer.append(other.sex?.word ?? "")
        for (own, others) in zip(one.further, other.further) {
          writer.append(own)
          writer.append(others)
        }
        for _ in 0..<4 { writer.appendEmpty() }
        writer.endRow()
      }
    }
  }

  /// `unmatched.csv`: applicants to whom no result is linked, for publication: they are asked to
  /// correct what they entered. Identifiers are masked, as are those that serve as applicants' numbers.
  ///
  /// - Parameters:
  ///   - step: The links.
  ///   - applicants: The applicants, in the order of their numbers.
  /// - Returns: The table; state is `review` where a person decides, `none` where nobody like her
  ///   sat.
  package static func unmatched(_ step: LinkStep, _ applicants: ApplicantTable) -> OutputTable {
    var isWaiting = Array(repeating: false, count: applicants.applicants.count)
    for link in step.links where link.zone == .review { isWaiting[link.left] = true }
    let unmatched = applicants.applicants.indices.filter { step.resultsOfApplicant[$0].isEmpty }
    return OutputTable(
      headings: UnmatchedLists.headings, rowCount: unmatched.count
    ) { [isWaiting] range, writer in
      for index in unmatched[range] {
        let applicant = applicants.applicants[index]
        writer.append(maskedName(applicant.id), isIdentifier: true)
        writer.append(masked(applicant.nationalID), isIdentifier: true)
        writer.append(isWaiting[index] ? "review" : "none")
        writer.endRow()
      }
    }
  }

  private static let linkHeadings = [
    "left", "right", "probability", "zone", "rule", "explanation",
  ]
}

extension TableWriter {
  /// The cells of a link behind its names.
  fileprivate mutating func append(_ link: PersonLink, _ explanation: String) {
    append(units: millionths(link.probability), scaleDigits: 6)
    append(link.zone.rawValue)
    append(link.rule.rawValue)
    append(explanation)
  }
}

/// A probability with six decimals, cut so that only certainty is shown as 1.
package func probabilityText(_ probability: Double) -> String {
  Score(billionths: millionths(probability) * 1_000).formatted(decimals: 6)
}

/// A probability in whole millionths, cut.
private func millionths(_ probability: Double) -> Int64 {
  Int64(max(0, min(1, probability)) * 1_000_000)
}
