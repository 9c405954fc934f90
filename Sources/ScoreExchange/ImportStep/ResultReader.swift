/// Reads rows of a results file by the rules of its assessment.
///
/// Checks come in a fixed order, and the first that fails is the row's reason: form of the row,
/// text, cells that must be filled, issuer and assessment, sitting, birth date, status, each score
/// (number, lattice, part range, range), the sum, the national identifier.
struct ResultReader: Sendable {
  let assessment: Assessment
  let assessmentIndex: UInt16
  let fileIndex: UInt16
  let kind: ResultSource.Kind
  /// How many parts each assessment of the exchange has.
  let partCounts: [Int]
  /// The day after which nobody in the file can have been born.
  let latestBirth: CalendarDate

  func read(_ context: inout RowContext, _ rows: inout ResultTable) throws(CellProblem) {
    let (candidateNumber, sitting) = try key(&context)
    guard kind.hasIdentities else {
      rows.append(
        ReadResult(
          assessment: assessmentIndex, sitting: sitting, candidateNumber: candidateNumber,
          nationalID: "", name: "", birthDate: nil, sex: nil,
          parts: assessment.parts.map { _ in ResultTable.noScore }, total: ResultTable.noScore,
          status: .withdrawn, file: fileIndex, row: UInt32(clamping: context.number)))
      return
    }
    let name = try context.personName()
    let birthDate = try context.birthDate(latest: latestBirth)
    _ = try context.date("exam_date")
    let sex = try context.sex()
    let scores =
      kind.hasScores
      ? try self.scores(&context)
      : ReadScores(
        parts: assessment.parts.map { _ in ResultTable.noScore }, total: ResultTable.noScore,
        status: .scored)
    let nationalID = try context.nationalID("national_id", birthDate: birthDate, sex: sex)
    guard !nationalID.isEmpty else {
      throw CellProblem(.missing, "national_id", "the cell is empty")
    }
    rows.append(
      ReadResult(
        assessment: assessmentIndex, sitting: sitting, candidateNumber: candidateNumber,
        nationalID: nationalID, name: name, birthDate: birthDate, sex: sex, parts: scores.parts,
        total: scores.total, status: scores.status, file: fileIndex,
        row: UInt32(clamping: context.number)))
  }

  /// Notes the key of a row that was refused: another row that has it may be the wrong one as well.
  func readRefused(_ context: RowContext, _ rows: inout ResultTable) {
    var context = context
    guard kind.hasIdentities, context.cells.hasAllFields, let key = try? key(&context)
    else { return }
    rows.appendRefused(
      assessment: assessmentIndex, sitting: key.sitting, candidateNumber: key.candidateNumber,
      file: fileIndex, row: UInt32(clamping: context.number))
  }

  /// What tells a row's result from all others of the assessment.
  private func key(
    _ context: inout RowContext
  ) throws(CellProblem) -> (candidateNumber: String, sitting: UInt16) {
    if context.cells.isTotalsLine {
      throw CellProblem(
        .missing, "candidate_number", "a line of totals or a note below the data, no result")
    }
    let number = try CandidateNumber(context.cells.requiredText("candidate_number"))
    try checkOrigin(context)
    return (number.text, try sitting(&context))
  }

  /// Refuses a row that says it is of another assessment, as in results of several that one file holds.
  private func checkOrigin(_ context: RowContext) throws(CellProblem) {
    let (issuer, code) = (context.cells("issuer"), context.cells("assessment"))
    guard assessment.isMeant(by: code) else {
      throw CellProblem(
        .value, "assessment",
        "the row is of \(maskedName(code)), and the file is read as \(assessment.code)")
    }
    guard assessment.isIssued(by: issuer) else {
      throw CellProblem(
        .value, "issuer",
        "the row is of \(maskedName(issuer)), and \(assessment.code) is of \(assessment.issuer.code)"
      )
    }
  }

  private func sitting(_ context: inout RowContext) throws(CellProblem) -> UInt16 {
    let sitting = try statedSitting(&context)
    let cell = context.cells("exam_date")
    if context.cells.columns["sitting"] != nil, let day = context.day(WrittenDate(cell), in: cell),
      let other = assessment.sittingIndex(on: day), other != Int(sitting)
    {
      context.warnings.append(
        CellProblem(
          .sitting, "exam_date",
          "\(day) is the day of \(assessment.sittings[other].name), and the row says "
            + "\(assessment.sittings[Int(sitting)].name), which counts"))
    }
    return sitting
  }

  private func statedSitting(_ context: inout RowContext) throws(CellProblem) -> UInt16 {
    if context.cells.columns["sitting"] != nil {
      let word = try context.cells.requiredText("sitting")
      if let index = assessment.sittingIndex(word: word) { return UInt16(index) }
      if let day = WrittenDate(word).resolved(context.habits.dayMonthOrder),
        let index = assessment.sittingIndex(on: day)
      {
        return UInt16(index)
      }
      throw CellProblem(
        .sitting, "sitting",
        "\(assessment.code) has no sitting \"\(maskedName(word))\"; it has \(assessment.sittingNames)"
      )
    }
    if let day = try context.date("exam_date"), let index = assessment.sittingIndex(on: day) {
      return UInt16(index)
    }
    guard assessment.sittings.count == 1 else {
      throw CellProblem(
        .sitting, nil,
        "the row does not say its sitting; \(assessment.code) has \(assessment.sittingNames)")
    }
    return 0
  }
}

extension Assessment {
  /// Whether a cell under `assessment` may stand in a row of this one: its code, or no code at all.
  func isMeant(by cell: String) -> Bool {
    let isCode =
      2...12 ~= cell.utf8.count
      && cell.utf8.allSatisfy { 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
    return !isCode || cell == code
  }

  /// Whether a cell under `issuer` may stand in a row of this one: its issuer, or no school at all.
  func isIssued(by cell: String) -> Bool {
    School.named(cell.uppercased()).map { $0.code == issuer.code } ?? true
  }
}
