/// A placement as somebody states it: ours, or one that was published elsewhere.
public struct ClaimedPlacement: Sendable {
  /// One row of it.
  public struct Row: Sendable {
    /// The identifier of an applicant.
    public var applicant: String
    /// The code of the programme; `nil` or empty for none.
    public var programme: String?
    /// The rank of the wish, where one is stated.
    public var rank: Int?
    /// The score of the wish, where one is stated.
    public var score: Int64?

    /// A row.
    public init(applicant: String, programme: String?, rank: Int? = nil, score: Int64? = nil) {
      self.applicant = applicant
      self.programme = programme
      self.rank = rank
      self.score = score
    }
  }

  /// For each applicant the programme, -1 for none.
  public let programmes: [Int32]
  /// Rows that name nobody and nothing known, or place somebody twice.
  public let findings: [StabilityFinding]
  /// What is stated of the wish that was granted, by applicant.
  private(set) var statements: [(applicant: Int, rank: Int?, score: Int64?)] = []

  /// The placement of a result.
  public init(_ result: PlacementResult) {
    programmes = result.programmes
    findings = []
  }

  /// A placement by index.
  ///
  /// - Parameter programmes: For each applicant the programme, -1 for none.
  package init(programmes: [Int32]) {
    self.programmes = programmes
    findings = []
  }

  /// A placement by names. The order of the rows changes nothing.
  ///
  /// - Parameters:
  ///   - rows: The rows. Applicants without one count as not placed; of several for one applicant the
  ///     first by programme counts.
  ///   - problem: The applicants and programmes there are.
  public init(rows: [Row], in problem: PlacementProblem) {
    var indices: [String: Int] = Dictionary(minimumCapacity: problem.applicants.count)
    for (index, applicant) in problem.applicants.enumerated() { indices[applicant] = index }
    var codes: [String: Int] = [:]
    for (index, programme) in problem.programmes.enumerated() { codes[programme.code] = index }
    var rowOfApplicant = [Int](repeating: -1, count: problem.applicants.count)
    var strangers: [Row] = []
    var repeated: [Row] = []
    for (place, row) in rows.enumerated() {
      guard let applicant = indices[row.applicant] else {
        strangers.append(row)
        continue
      }
      let known = rowOfApplicant[applicant]
      if known < 0 {
        rowOfApplicant[applicant] = place
      } else if row.precedes(rows[known]) {
        repeated.append(rows[known])
        rowOfApplicant[applicant] = place
      } else {
        repeated.append(row)
      }
    }
    var findings = FindingList()
    for row in strangers.sorted(by: { $0.precedes($1) }) {
      findings.add(
        .unknownApplicant, applicant: row.applicant, programme: row.programme ?? "")
    }
    for row in repeated.sorted(by: { $0.precedes($1) }) {
      findings.add(.placedTwice, applicant: row.applicant, programme: row.programme ?? "")
    }
    var programmes = [Int32](repeating: -1, count: problem.applicants.count)
    for (applicant, place) in rowOfApplicant.enumerated() where place >= 0 {
      let row = rows[place]
      let code = row.programme ?? ""
      if code.isEmpty { continue }
      guard let programme = codes[code] else {
        findings.add(.unknownProgramme, applicant: row.applicant, programme: code)
        continue
      }
      programmes[applicant] = Int32(programme)
      if row.rank != nil || row.score != nil {
        statements.append((applicant, row.rank, row.score))
      }
    }
    self.programmes = programmes
    self.findings = findings.findings
  }
}

extension ClaimedPlacement.Row {
  /// The order of applicants and then programmes by their bytes.
  fileprivate func precedes(_ other: Self) -> Bool {
    let (own, others) = (applicant.utf8, other.applicant.utf8)
    return own.elementsEqual(others)
      ? (programme ?? "").utf8.lexicographicallyPrecedes((other.programme ?? "").utf8)
      : own.lexicographicallyPrecedes(others)
  }
}
