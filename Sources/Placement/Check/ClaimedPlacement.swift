/// A placement as somebody states it: ours, or one that was published elsewhere.
public struct ClaimedPlacement: Sendable {
  /// For each applicant the programme, -1 for none.
  public let programmes: [Int32]
  /// Rows that name nobody and nothing known, or place somebody twice, in their order.
  public let findings: [StabilityFinding]

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

  /// A placement by names.
  ///
  /// - Parameters:
  ///   - rows: Identifier of an applicant, and the code of the programme, `nil` or empty for none.
  ///     Applicants without a row count as not placed.
  ///   - problem: The applicants and programmes there are.
  public init(
    rows: [(applicant: String, programme: String?)], in problem: PlacementProblem
  ) {
    var indices: [String: Int] = Dictionary(minimumCapacity: problem.applicants.count)
    for (index, applicant) in problem.applicants.enumerated() { indices[applicant] = index }
    var codes: [String: Int] = [:]
    for (index, programme) in problem.programmes.enumerated() { codes[programme.code] = index }
    var programmes = [Int32](repeating: -1, count: problem.applicants.count)
    var isListed = [Bool](repeating: false, count: problem.applicants.count)
    var findings = FindingList()
    for row in rows {
      let code = row.programme ?? ""
      guard let applicant = indices[row.applicant] else {
        findings.add(.unknownApplicant, applicant: row.applicant, programme: code)
        continue
      }
      if isListed[applicant] {
        findings.add(.placedTwice, applicant: row.applicant, programme: code)
        continue
      }
      isListed[applicant] = true
      if code.isEmpty { continue }
      guard let programme = codes[code] else {
        findings.add(.unknownProgramme, applicant: row.applicant, programme: code)
        continue
      }
      programmes[applicant] = Int32(programme)
    }
    self.programmes = programmes
    self.findings = findings.findings
  }
}
