public import RecordLinkage
public import Scores

/// One result that counts, as a value of its own.
public struct ImportedResult: Hashable, Sendable {
  /// The code of the school that vouches for it.
  public let issuer: String
  /// The code of the assessment.
  public let assessment: String
  /// The name of the sitting.
  public let sitting: String
  /// The number under which the person sat.
  public let candidateNumber: String
  /// 12 or 9 digits, or empty.
  public let nationalID: String
  /// The whole name, composed (NFC).
  public let name: String
  /// The birth date; nil where the file has none.
  public let birthDate: CalendarDate?
  /// The sex; nil where the file says nothing.
  public let sex: Sex?
  /// The scores of the parts in the order of the assessment; nil where none is given.
  public let parts: [Score?]
  /// The total; nil where the result has none.
  public let total: Score?
  /// What became of the sitting.
  public let status: ResultStatus
}

/// The results that count, by issuer, assessment, sitting and candidate number, as in `results.csv`.
extension ImportedResults: RandomAccessCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of results.
  public var endIndex: Int { count }

  /// The result at an index.
  ///
  /// - Complexity: O(1); the value is made anew each time, for results are kept in columns.
  public subscript(index: Int) -> ImportedResult {
    let assessment = assessments[Int(table.assessment[index])]
    let scale = assessment.scale
    func score(_ steps: Int32, from minimum: Score) -> Score? {
      if steps == ResultTable.noScore { return nil }
      return Score(billionths: minimum.billionths + Int64(steps) * scale.step.billionths)
    }
    return ImportedResult(
      issuer: assessment.issuer.code, assessment: assessment.code,
      sitting: assessment.sittings[Int(table.sitting[index])].name,
      candidateNumber: table.candidateNumber[index], nationalID: table.nationalID[index],
      name: table.name[index], birthDate: CalendarDate(dayNumber: table.birthDate[index]),
      sex: Sex(rawValue: table.sex[index]),
      parts: table.parts(at: index).map { score($0, from: .zero) },
      total: score(table.total[index], from: scale.minimum), status: table.status(at: index))
  }
}
