/// What files did to one result, one after the other.
public struct ResultRevision: Hashable, Sendable, Codable {
  /// One row about the result.
  public struct Version: Hashable, Sendable, Codable {
    /// What the file does: results, amendment or withdrawal.
    public let kind: String
    /// The file as the exchange file names it.
    public let file: String
    /// The row as a spreadsheet counts.
    public let row: Int
  }

  /// The code of the assessment.
  public let assessment: String
  /// The name of the sitting.
  public let sitting: String
  /// The candidate number; masked where it is a national identifier.
  public let candidateNumber: String
  /// The rows in the order in which they came to count; the last is in force.
  public let versions: [Version]

  enum CodingKeys: String, CodingKey {
    case assessment
    case sitting
    case candidateNumber = "candidate_number"
    case versions
  }

  /// Whether the result counts no more.
  public var isWithdrawn: Bool {
    versions.last?.kind == ResultSource.Kind.withdrawal.rawValue
  }

  init(_ rows: [Int], _ table: ResultTable, _ request: ResultRequest) {
    let first = rows.first ?? 0
    let assessment = request.assessments[Int(table.assessment[first])]
    self.assessment = assessment.code
    sitting = assessment.sittings[Int(table.sitting[first])].name
    candidateNumber = maskedName(table.candidateNumber[first])
    versions = rows.map { row in
      let source = request.sources[Int(table.file[row])]
      return Version(
        kind: source.kind.rawValue, file: source.table.file.text, row: Int(table.row[row]))
    }
  }
}
