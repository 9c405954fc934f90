import Placement
import Scores
import Tabular

extension OutputTable {
  /// `recognised.csv`: what each receiver decided about each applicant, by school, applicant, rule.
  package static func recognised(
    _ step: RecogniseStep, _ applicants: ApplicantTable
  ) -> OutputTable {
    let ids = applicants.applicants.ids
    return OutputTable(
      headings: [
        "school", "applicant", "assessment", "sitting", "candidate_number", "total", "converted",
        "bonus", "priority", "score", "recognised", "reason", "trace",
      ], rowCount: step.rows.count, chunkLength: 1_024
    ) { range, writer in
      step.tell(step.rows[range]) { row, result, trace in
        let recogniser = step.recognisers[row.rule]
        writer.append(recogniser.school.code)
        writer.append(ids, row.applicant)
        writer.append(recogniser.assessment.code)
        writer.append(row, recogniser, result)
        writer.append(trace.bytes)
        writer.endRow()
      }
    }
  }

  /// `outcomes.csv` of a receiver's batch: what a run decided for its applicants.
  ///
  /// Of several rules for one assessment the one that placed the applicant stands, or else the one
  /// with the best score.
  ///
  /// - Returns: One row for each applicant and assessment, in that order.
  package static func outcomes(
    of school: School, _ recognition: RecogniseStep, _ placement: PlaceStep,
    _ applicants: ApplicantTable, _ programmes: ProgrammeImport
  ) -> OutputTable {
    let rows = recognition.decisiveRows(of: school, placement)
    return OutputTable(
      headings: [
        "applicant", "assessment", "sitting", "candidate_number", "total", "converted", "bonus",
        "priority", "score", "recognised", "reason", "programme", "rank", "status",
      ], rowCount: rows.count
    ) { range, writer in
      let indices = rows[range].map(Int.init)
      var next = 0
      recognition.withCounted(indices.map { recognition.rows[$0] }) { row, result in
        let recogniser = recognition.recognisers[row.rule]
        writer.append(applicants.applicants.ids, row.applicant)
        writer.append(recogniser.assessment.code)
        writer.append(row, recogniser, result)
        let place = placement.place(of: row.applicant, recognisedBy: indices[next])
        next += 1
        if let place {
          writer.append(programmes.programmes[place.programme].code, isIdentifier: true)
          writer.append(place.rank)
        } else {
          writer.appendEmpty()
          writer.appendEmpty()
        }
        writer.append(place == nil ? "unplaced" : "placed")
        writer.endRow()
      }
    }
  }
}

extension TableWriter {
  /// The cells from `sitting` to `reason` of a decision.
  fileprivate mutating func append(
    _ row: RecognitionRow, _ recogniser: Recogniser, _ result: CountedResult?
  ) {
    let decimals = recogniser.scoreDecimals
    if let result {
      append(result.sitting, isIdentifier: true)
      result.withNumber { append($0, isIdentifier: true) }
      append(result.total, decimals: recogniser.sourceDecimals)
    } else {
      for _ in 0..<3 { appendEmpty() }
    }
    append(row.converted, decimals: recogniser.convertedDecimals)
    let isCounted = row.score != nil
    append(isCounted ? row.bonus : nil, decimals: decimals)
    append(isCounted ? row.priority : nil, decimals: decimals)
    append(row.score, decimals: decimals)
    append(row.isRecognised ? "yes" : "no")
    append(row.refusal?.rawValue ?? "")
  }
}

extension RecogniseStep {
  /// Decimals of the score in a row.
  func decimals(ofRow row: Int) -> Int { recognisers[rows[row].rule].rounding.decimals }

  /// Decimals of the scores at a school: the most that one of its rules has.
  func decimals(of school: School?) -> Int {
    recognisers.filter { $0.school == school }.map(\.rounding.decimals).max() ?? 2
  }
}

extension PlaceStep {
  /// Where an applicant is placed by the score of a recognition row; nil if not by that one.
  func place(of applicant: Int, recognisedBy row: Int) -> (programme: Int, rank: Int)? {
    guard let wish = result.row(of: applicant), recognitionRow(of: wish) == row,
      let programme = result.programme(of: applicant), let rank = result.rank(of: applicant)
    else { return nil }
    return (programme, rank)
  }
}

extension RecogniseStep {
  /// For each applicant and assessment the row that matters, by applicant, then assessment.
  fileprivate func decisiveRows(of school: School, _ placement: PlaceStep) -> [UInt32] {
    // The rows of a school stand together, by applicant.
    let isOfSchool = recognisers.map { $0.school == school }
    guard let first = rows.firstIndex(where: { isOfSchool[$0.rule] }) else { return [] }
    var decisive: [UInt32] = []
    var ofApplicant: [Int] = []
    for index in rows[first...].prefix(while: { isOfSchool[$0.rule] }).indices {
      if let last = ofApplicant.first, rows[last].applicant != rows[index].applicant {
        decisive += ofApplicant.map(UInt32.init)
        ofApplicant = []
      }
      let assessment = recognisers[rows[index].rule].assessment.code
      let place = ofApplicant.firstIndex {
        !recognisers[rows[$0].rule].assessment.code.precedesInBytes(assessment)
      }
      if let place, recognisers[rows[ofApplicant[place]].rule].assessment.code == assessment {
        if outranks(index, ofApplicant[place], placement) { ofApplicant[place] = index }
      } else {
        ofApplicant.insert(index, at: place ?? ofApplicant.count)
      }
    }
    return decisive + ofApplicant.map(UInt32.init)
  }

  private func outranks(_ row: Int, _ other: Int, _ placement: PlaceStep) -> Bool {
    if placement.place(of: rows[row].applicant, recognisedBy: row) != nil { return true }
    if placement.place(of: rows[other].applicant, recognisedBy: other) != nil { return false }
    guard let score = rows[row].score else { return false }
    return rows[other].score.map { score > $0 } ?? true
  }
}
