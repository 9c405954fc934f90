import RecordLinkage
import Scores
import Tabular

extension OutputTable {
  /// `links.csv`: one row a linked result or review, by applicant, then result.
  package static func links(_ step: LinkStep, _ applicants: ApplicantTable) -> OutputTable {
    OutputTable(
      headings: ["left", "right", "probability", "zone", "rule", "explanation"],
      rowCount: step.links.count
    ) { range, writer in
      for link in step.links[range] {
        writer.append(applicants.applicants[link.left].id, isIdentifier: true)
        writer.append(step.resultKeys(link.right), isIdentifier: true)
        writer.append(probabilityText(link.probability))
        writer.append(link.zone.rawValue)
        writer.append(link.rule.rawValue)
        writer.append(link.explanation)
        writer.endRow()
      }
    }
  }

  /// `review.csv`: the links that a person has to decide, both records side by side, and a column
  /// to fill in.
  package static func review(
    _ step: LinkStep, _ applicants: ApplicantTable, _ results: ResultTable
  ) -> OutputTable {
    let links = step.links.filter { $0.zone == .review }
    return OutputTable(
      headings: [
        "left", "right", "probability", "zone", "rule", "explanation", "left_name", "right_name",
        "left_birth_date", "right_birth_date", "left_national_id", "right_national_id",
        "left_former_id", "left_sex", "right_sex", "decision",
      ], rowCount: links.count
    ) { range, writer in
      for link in links[range] {
        let applicant = applicants.applicants[link.left]
        writer.append(applicant.id, isIdentifier: true)
        writer.append(step.resultKeys(link.right), isIdentifier: true)
        writer.append(probabilityText(link.probability))
        writer.append(link.zone.rawValue)
        writer.append(link.rule.rawValue)
        writer.append(link.explanation)
        writer.append(applicant.name)
        writer.append(results.name[link.right])
        writer.append(applicant.birthDate?.description ?? "")
        writer.append(results.birthDay(at: link.right)?.description ?? "")
        writer.append(applicant.nationalID, isIdentifier: true)
        writer.append(results.nationalID[link.right], isIdentifier: true)
        writer.append(applicant.formerID, isIdentifier: true)
        writer.append(applicant.sex?.word ?? "")
        writer.append(Sex(rawValue: results.sex[link.right])?.word ?? "")
        writer.appendEmpty()
        writer.endRow()
      }
    }
  }
}

/// A probability with six decimals, cut so that only certainty is shown as 1.
package func probabilityText(_ probability: Double) -> String {
  let millionths = Int64(max(0, min(1, probability)) * 1_000_000)
  return Score(billionths: millionths * 1_000).formatted(decimals: 6)
}
