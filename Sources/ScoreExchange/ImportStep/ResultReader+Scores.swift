import Scores

extension ResultReader {
  /// What a row says of the scores.
  struct ReadScores {
    var parts: [Int32]
    var total: Int32
    var status: ResultStatus
  }

  /// Reads the scores, which a status may stand in the place of.
  func scores(_ context: inout RowContext) throws(CellProblem) -> ReadScores {
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
  let pieces = cell.utf8.split(
    separator: separator.byte, maxSplits: 1, omittingEmptySubsequences: false)
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
  let other = habits.decimalSeparator.other
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
