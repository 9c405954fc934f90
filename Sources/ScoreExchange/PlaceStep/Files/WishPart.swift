import Placement
import Scores
import Tabular

/// The wishes of one batch of rows. Applicants are numbered within the part.
///
/// Cells of the usual form are decoded column by column. A row with any other cell is read on its
/// own, by the same rules as rows of other tables, and either has a meaning or becomes a reject.
struct WishPart: Sendable {
  private(set) var wishes = WishTable()
  private(set) var rows = WishRows()
  private(set) var rejects: [Reject] = []
  private(set) var rowsRead = 0
  private(set) var decimals = 0
  /// Whether a number has the decimal sign that was assumed; known only when all rows were read on
  /// their own.
  private(set) var hasOwnDecimal = false
  private(set) var hasOtherDecimal = false
  /// The applicants.
  private(set) var applicants = IdentifierList()
  private let layout: WishLayout

  /// Reads a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - layout: What their cells hold.
  ///   - singly: Whether each row is read on its own.
  /// - Throws: ``PlacementError`` never in fact: all columns have as many values.
  init(_ batch: RowBatch, _ layout: WishLayout, singly: Bool) throws(PlacementError) {
    self.layout = layout
    var wishes = ReadWishes(
      capacity: batch.rowCount, tieColumnCount: layout.columns.ties.count,
      hasEligibility: layout.columns.eligible != nil,
      hasGroups: layout.columns.group != nil && !layout.groups.isEmpty)
    if singly {
      for row in 0..<batch.rowCount { readSingly(batch, row, &wishes) }
    } else {
      read(batch.decoded(as: layout.forms), &wishes)
    }
    self.wishes = try wishes.table()
    applicants.close()
  }

  private mutating func read(_ batch: DecodedBatch, _ wishes: inout ReadWishes) {
    let cells = DecodedWishes(batch, layout.columns)
    let isRepeated = cells.applicants.repeats()
    var nextFault = 0
    // An applicant's wishes usually follow each other.
    var applicant: Int32?
    var unit: Int32 = 10_000
    for row in 0..<batch.rows.rowCount {
      if !isRepeated[row] { applicant = nil }
      var hasFault = false
      while nextFault < batch.faults.count, batch.faults[nextFault].row == row {
        hasFault = true
        nextFault += 1
      }
      let programme = layout.programme(code: cells.programmes[row], school: cells.schools?[row])
      let (rank, score) = (cells.ranks[row], cells.scores[row])
      guard !hasFault, programme >= 0, 1...1_000_000 ~= rank, score != DecodedBatch.missing32 else {
        readSingly(batch.rows, row, &wishes)
        continue
      }
      if applicant == nil, cells.applicants.isPlainIdentifier(row) {
        applicant = applicants.number(of: cells.applicants[row])
      }
      guard let applicant else {
        readSingly(batch.rows, row, &wishes)
        continue
      }
      while score % unit != 0 { unit /= 10 }
      for (number, values) in cells.ties where values[row] != DecodedBatch.missing32 {
        wishes.state(Int128(Self.billionths(values[row])), tie: number)
      }
      // Of the two words the second is "no".
      if let words = cells.eligible { wishes.state(isEligible: words[row] != 1) }
      if let groups = cells.groups, groups[row] != DecodedBatch.missingCode {
        wishes.state(group: Int32(groups[row]))
      }
      wishes.append(
        applicant: applicant, rank: Int32(truncatingIfNeeded: rank), programme: programme,
        score: Self.billionths(score))
      rowsRead += 1
      rows.append(batch.rows.recordNumber(of: row))
    }
    var digits = 0
    while unit < 10_000 { (unit, digits) = (unit * 10, digits + 1) }
    decimals = max(decimals, digits)
  }

  private static func billionths(_ units: Int32) -> Int64 {
    var value = Int64(units)
    for _ in WishLayout.scaleDigits..<9 { value *= 10 }
    return value
  }

  /// Reads a row by its texts, or sets it aside.
  private mutating func readSingly(_ batch: RowBatch, _ row: Int, _ wishes: inout ReadWishes) {
    if batch.isBlank(row) { return }
    rowsRead += 1
    let cells = RowCells(batch: batch, row: row, columns: layout.table.columns)
    do throws(CellProblem) {
      try cells.checkForm()
      wishes.append(try wish(cells))
      rows.append(batch.recordNumber(of: row))
    } catch {
      rejects.append(layout.table.reject(cells, error))
    }
  }

  private mutating func wish(_ cells: RowCells) throws(CellProblem) -> ReadWish {
    let applicant = try cells.requiredText("applicant")
    let rankText = Self.rankText(try cells.requiredText("rank"))
    guard rankText.utf8.count <= 9, rankText.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let rank = Int32(rankText)
    else {
      throw CellProblem(.number, "rank", "\"\(maskedName(rankText))\" is not a whole number from 1")
    }
    guard 1...1_000_000 ~= rank else {
      throw CellProblem(.range, "rank", "\(rank) is not between 1 and 1000000")
    }
    let programme = try layout.programmes.index(
      code: try cells.requiredText("programme"), schoolCode: cells("school"))
    let isEligible = try Self.isYes(cells("eligible"), "eligible", whenEmpty: true)
    let decimal = layout.decimal
    let score = try number(cells("score"), "score") { cell throws(ScoreError) in
      try Score(parsing: cell, decimalSeparator: decimal)
    }
    if isEligible, score == nil { throw CellProblem(.missing, "score", "the cell is empty") }
    var ties: [Int128] = []
    for (index, column) in layout.columns.ties.enumerated() {
      guard column != nil else {
        ties.append(WishTable.missingTie)
        continue
      }
      let field = "tie_\(index + 1)"
      let value = try number(cells(field), field) { cell throws(ScoreError) in
        try TieValue(parsing: cell, decimalSeparator: decimal)
      }
      ties.append(value?.billionths ?? WishTable.missingTie)
    }
    note(decimalsOf: score?.billionths ?? 0)
    return ReadWish(
      applicant: applicants.number(of: applicant), rank: rank, programme: Int32(programme),
      score: score?.billionths ?? 0, ties: ties, isEligible: isEligible,
      group: Int32(layout.groups.firstIndex(of: cells("group")) ?? -1))
  }

  private mutating func number<Value>(
    _ cell: String, _ field: String, parse: (String) throws(ScoreError) -> Value
  ) throws(CellProblem) -> Value? {
    if cell.isEmpty { return nil }
    for byte in cell.utf8 where byte == 0x2E || byte == 0x2C {
      if (byte == 0x2C) == (layout.decimal == .comma) {
        hasOwnDecimal = true
      } else {
        hasOtherDecimal = true
      }
    }
    do throws(ScoreError) {
      return try parse(cell)
    } catch {
      let reason: RejectReason = error.code == .overflow ? .range : .number
      throw CellProblem(
        reason, field, "\"\(maskedName(cell))\" is not a number that can be kept exactly")
    }
  }

  private mutating func note(decimalsOf score: Int64) {
    var (digits, rest) = (9, score)
    while digits > 0, rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
    decimals = max(decimals, digits)
  }

  /// Gives the wishes up.
  mutating func takeWishes() -> WishTable {
    var taken = WishTable()
    swap(&taken, &wishes)
    return taken
  }

  /// The digits of a rank that is written as `NV1` or `Nguyện vọng 1`; any other cell as it is.
  static func rankText(_ cell: String) -> String {
    // All that stands before the last digits: `NV1.5` is no rank.
    let digits = cell.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
    let word = headingKey(String(cell.dropLast(digits)))
    return digits > 0 && ["nv", "nguyenvong"].contains(word) ? String(cell.suffix(digits)) : cell
  }

  /// Whether a cell says yes.
  static func isYes(
    _ cell: String, _ field: String, whenEmpty: Bool
  ) throws(CellProblem) -> Bool {
    switch cell.lowercased() {
    case "": whenEmpty
    case "yes", "y", "true", "1", "có", "co", "x": true
    case "no", "n", "false", "0", "không", "khong": false
    default: throw CellProblem(.value, field, "\"\(maskedName(cell))\" is neither yes nor no")
    }
  }
}

extension TextColumn {
  /// Whether a text is plain ASCII without spaces that no spreadsheet would run.
  fileprivate func isPlainIdentifier(_ row: Int) -> Bool {
    withBytes(at: row) { bytes in
      guard !bytes.isEmpty else { return false }
      switch bytes[0] {
      case 0x2B, 0x2D, 0x3D, 0x40: return false
      default: break
      }
      for index in bytes.indices where !(0x21...0x7E ~= bytes[index]) { return false }
      return true
    }
  }
}

extension ProgrammeImport {
  /// The programme with this code, at the school of this code where one is named.
  ///
  /// - Throws: ``CellProblem`` with `unknown`.
  func index(code: String, schoolCode: String) throws(CellProblem) -> Int {
    try index(code: code, school: schoolCode.isEmpty ? nil : School(anyCode: schoolCode))
  }
}
