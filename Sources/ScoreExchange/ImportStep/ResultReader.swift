import Scores

/// Reads rows of a results file by the rules of its assessment.
///
/// Checks come in a fixed order, and the first that fails is the row's reason: form of the row,
/// text, cells that must be filled, issuer and assessment, sitting, birth date, status, each score (number, lattice, part
/// range, range), the sum, the national identifier.
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

  private struct ReadScores {
    var parts: [Int32]
    var total: Int32
    var status: ResultStatus
  }

  private func scores(_ context: inout RowContext) throws(CellProblem) -> ReadScores {
    var status = try status(context)
    var cells: [(field: String, text: String)] = []
    for part in assessment.parts { cells.append((part.name, context.cells(part.name))) }
    let totalCell = context.cells("total")
    // A word such as "vắng" in a score cell says the same as a status column.
    for (field, text) in cells + [("total", totalCell)] {
      guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
        let word = ResultStatus(word: text), word != .scored
      else { continue }
      guard status == .scored || status == word else {
        throw CellProblem(
          .status, field, "\"\(text)\" contradicts the status \"\(Message(status.rawValue))\"")
      }
      status = word
    }
    if status != .scored {
      return try unscored(cells + [("total", totalCell)], status, &context)
    }
    var parts: [Int32] = []
    for (part, cell) in zip(assessment.parts, cells) {
      let score = try number(cell.text, cell.field, upTo: part.maximum, &context)
      parts.append(try steps(score, of: part, field: cell.field))
    }
    let sum = parts.reduce(Int64(0)) { $0 + Int64($1) }
    let minimum = assessment.scale.minimum.billionths / assessment.scale.step.billionths
    guard context.cells.columns["total"] != nil, !totalCell.isEmpty || parts.isEmpty else {
      return ReadScores(
        parts: parts, total: try total(sum - minimum, field: nil), status: status)
    }
    let score = try number(totalCell, "total", upTo: assessment.scale.maximum, &context)
    let total = try steps(score, field: "total")
    guard parts.isEmpty || Int64(total) + minimum == sum else {
      let shown = Score(billionths: sum * assessment.scale.step.billionths)
      throw CellProblem(
        .sum, "total", "the parts add up to \(shown.formatted()), the total says \(totalCell)")
    }
    return ReadScores(parts: parts, total: total, status: status)
  }

  private func status(_ context: RowContext) throws(CellProblem) -> ResultStatus {
    // A column of remarks says what it likes; only a word that everybody knows counts.
    let noted = ResultStatus(word: context.cells("note")) ?? .scored
    guard context.cells.columns["status"] != nil else { return noted }
    let word = try context.cells.text("status")
    guard let status = ResultStatus(word: word) else {
      throw CellProblem(
        .status, "status",
        "\"\(maskedName(word))\" is not a known status; absent (vắng), withheld (hoãn) or void (hủy) are"
      )
    }
    guard noted != .scored, noted != status else { return status }
    guard word.isEmpty else {
      throw CellProblem(
        .status, "status",
        "the status is \"\(maskedName(word))\", and the remark says \"\(Message(noted.rawValue))\"; "
          + "correct the one that is wrong")
    }
    return noted
  }

  /// The scores of somebody without a result: none, and what stands in the cells must agree.
  private func unscored(
    _ cells: [(field: String, text: String)], _ status: ResultStatus, _ context: inout RowContext
  ) throws(CellProblem) -> ReadScores {
    var leftOut: String?
    for (field, text) in cells where ResultStatus(word: text) == nil && text != "-" {
      let score = try? Score(parsing: text, decimalSeparator: context.habits.decimalSeparator)
      guard let score, status != .absent || score == .zero else {
        throw CellProblem(
          .status, field,
          "the status is \"\(Message(status.rawValue))\", and the cell holds \(text)")
      }
      if score != .zero { leftOut = leftOut ?? field }
    }
    if let leftOut {
      context.warnings.append(
        CellProblem(
          .status, leftOut,
          "the scores beside the status \"\(Message(status.rawValue))\" are left out; empty the status "
            + "where they count"))
    }
    return ReadScores(
      parts: assessment.parts.map { _ in ResultTable.noScore }, total: ResultTable.noScore,
      status: status)
  }

  private func number(
    _ cell: String, _ field: String, upTo maximum: Score, _ context: inout RowContext
  ) throws(CellProblem) -> Score {
    guard !cell.isEmpty else {
      throw CellProblem(.missing, field, "the cell is empty, and no status says why")
    }
    context.evidence.addNumber(cell)
    let score: Score
    do throws(ScoreError) {
      score = try Score(parsing: cell, decimalSeparator: context.habits.decimalSeparator)
    } catch {
      switch error.code {
      case .precision where isPlainNumber(cell, context.habits.decimalSeparator):
        throw CellProblem(
          .lattice, field, "\(cell) is not a multiple of \(assessment.scale.step.formatted())")
      case .overflow where isPlainNumber(cell, context.habits.decimalSeparator):
        throw CellProblem(
          field == "total" ? .range : .partRange, field, "the number is far too large for a score")
      default: throw numberProblem(error, cell, field, context.habits)
      }
    }
    if assessment.scale.decimals < 3, mayBeThousands(cell, score, upTo: maximum) {
      throw CellProblem(
        .number, field,
        "\(cell) may be \(score.formatted()) or as many thousands; write it without the sign")
    }
    return score
  }

  private func steps(
    _ score: Score, of part: AssessmentPart, field: String
  ) throws(CellProblem) -> Int32 {
    let count = try latticeNumber(score, above: .zero, field: field)
    guard score >= .zero, score <= part.maximum else {
      throw CellProblem(
        .partRange, field,
        "\(score.formatted()) is not between 0 and \(part.maximum.formatted())")
    }
    return Int32(clamping: count)
  }

  private func steps(_ score: Score, field: String) throws(CellProblem) -> Int32 {
    let scale = assessment.scale
    let count = try latticeNumber(score, above: scale.minimum, field: field)
    return try total(count, field: field)
  }

  /// The steps between two scores, which must be a whole number of them.
  private func latticeNumber(
    _ score: Score, above origin: Score, field: String
  ) throws(CellProblem) -> Int64 {
    let step = assessment.scale.step
    let (distance, overflow) = score.billionths.subtractingReportingOverflow(origin.billionths)
    guard !overflow, distance.isMultiple(of: step.billionths) else {
      throw CellProblem(
        .lattice, field, "\(score.formatted()) is not a multiple of \(step.formatted())")
    }
    return distance / step.billionths
  }

  private func total(_ steps: Int64, field: String?) throws(CellProblem) -> Int32 {
    let scale = assessment.scale
    guard 0..<Int64(scale.pointCount) ~= steps else {
      throw CellProblem(
        .range, field,
        "the total is not between \(scale.minimum.formatted()) and \(scale.maximum.formatted())")
    }
    return Int32(steps)
  }
}

/// Whether a cell has nothing but digits, with at most one decimal sign between them.
private func isPlainNumber(_ cell: String, _ separator: DecimalSeparator) -> Bool {
  let sign = UInt8(ascii: separator == .point ? "." : ",")
  let pieces = cell.utf8.split(
    separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
  return pieces.allSatisfy { piece in
    !piece.isEmpty && piece.allSatisfy { 0x30...0x39 ~= $0 }
  }
}

/// Whether a cell such as `1.000` may be a thousand, which a scale reaches up to its maximum.
func mayBeThousands(_ cell: String, _ score: Score, upTo maximum: Score) -> Bool {
  guard score > .zero, let sign = cell.lastIndex(where: { $0 == "." || $0 == "," }),
    cell[sign...].dropFirst() == "000"
  else { return false }
  let (thousands, overflow) = score.billionths.multipliedReportingOverflow(by: 1_000)
  return !overflow && thousands <= maximum.billionths
}

/// The reject of a cell that holds no number.
func numberProblem(
  _ error: ScoreError, _ cell: String, _ field: String, _ habits: FileHabits
) -> CellProblem {
  let other: DecimalSeparator = habits.decimalSeparator == .point ? .comma : .point
  if error.code == .scientificNotation {
    return CellProblem(
      .number, field, "scientific notation has lost digits; export the column as text or numbers")
  }
  if error.code == .precision && isPlainNumber(cell, habits.decimalSeparator) {
    return CellProblem(.number, field, "more than nine decimals, which no score has; write fewer")
  }
  if (try? Score(parsing: cell, decimalSeparator: other)) != nil {
    return CellProblem(
      .number, field,
      habits.decimalSeparator == .point
        ? "a decimal comma in a file that writes a point"
        : "a decimal point in a file that writes a comma")
  }
  return CellProblem(.number, field, "not a number")
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
