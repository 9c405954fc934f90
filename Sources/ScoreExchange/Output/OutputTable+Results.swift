import Parallel
import Scores
import Tabular

extension OutputTable {
  /// `results.csv`: one row a result, by issuer, assessment, sitting and candidate number.
  ///
  /// - Parameters:
  ///   - results: The results in that order.
  ///   - all: The assessments they are of.
  ///   - issuer: Only results of this issuer, with the parts of its assessments; nil for all.
  /// - Returns: The table.
  package static func results(
    _ results: ResultTable, _ all: [Assessment], issuer: School? = nil
  ) -> OutputTable {
    let assessments = all.filter { issuer == nil || $0.issuer == issuer }
    var partNames: [String] = []
    for name in assessments.flatMap(\.parts).map(\.name) where !partNames.contains(name) {
      partNames.append(name)
    }
    // Where each part column finds its part in an assessment.
    let places = all.map { assessment in
      partNames.map { assessment.partIndex(named: $0) }
    }
    let rows =
      issuer == nil
      ? nil
      : (0..<results.count).filter {
        all[Int(results.assessment[$0])].issuer == issuer
      }
    return OutputTable(
      headings: [
        "issuer", "assessment", "sitting", "candidate_number", "national_id", "name", "birth_date",
      ] + partNames + ["total", "status"],
      rowCount: rows?.count ?? results.count
    ) { range, writer in
      for position in range {
        let index = rows?[position] ?? position
        let assessment = all[Int(results.assessment[index])]
        let decimals = assessment.scale.decimals
        writer.append(assessment.issuer.code)
        writer.append(assessment.code)
        writer.append(assessment.sittings[Int(results.sitting[index])].name)
        writer.append(results.candidateNumber[index], isIdentifier: true)
        writer.append(results.nationalID[index], isIdentifier: true)
        writer.append(results.name[index])
        writer.append(results.birthDay(at: index)?.description ?? "")
        let parts = Array(results.parts(at: index))
        for place in places[Int(results.assessment[index])] {
          writer.append(place.flatMap { assessment.partScore(parts[$0]) }, decimals: decimals)
        }
        writer.append(assessment.totalScore(results.total[index]), decimals: decimals)
        writer.append(results.status(at: index).rawValue)
        writer.endRow()
      }
    }
  }

  /// `rejects.csv`: one row a rejected input row.
  package static func rejects(_ rejects: [Reject]) -> OutputTable {
    OutputTable(headings: Reject.headings, rowCount: rejects.count) { range, writer in
      for reject in rejects[range] {
        for cell in reject.cells { writer.append(cell) }
        writer.endRow()
      }
    }
  }
}

extension ResultTable {
  /// The birth date of a row.
  package func birthDay(at index: Int) -> CalendarDate? {
    birthDate[index] == Self.noDate ? nil : CalendarDate(dayNumber: birthDate[index])
  }
}
