import Placement
import Scores
import Tabular

/// The wishes of one batch of rows. Applicants are numbered within the part.
struct WishPart: Sendable {
  private(set) var wishes: WishTable
  private(set) var rows: [UInt32] = []
  private(set) var rejects: [Reject] = []
  private(set) var rowsRead = 0
  private(set) var decimals = 0
  private(set) var hasOwnDecimal = false
  private(set) var hasOtherDecimal = false
  private var applicants: [String] = []
  private var indices: [String: Int32] = [:]
  private var programmeIndices: [String: Int32] = [:]
  private let decimal: DecimalSeparator
  private let groups: [String]

  init(tieColumnCount: Int, decimal: DecimalSeparator, groups: [String]) {
    wishes = WishTable(tieColumnCount: tieColumnCount)
    self.decimal = decimal
    self.groups = groups
  }

  /// Reads a row, or sets it aside.
  mutating func read(
    _ batch: RowBatch, _ row: Int, _ columns: WishColumns, _ table: InputTable,
    _ programmes: ProgrammeImport
  ) {
    rowsRead += 1
    do throws(CellProblem) {
      guard batch.isEncodingValid(row) else {
        throw CellProblem(.encoding, nil, "bytes that are not text in this file's encoding")
      }
      guard batch.fieldCount(of: row) == columns.count else {
        throw CellProblem(
          .columns, nil,
          "\(batch.fieldCount(of: row)) fields, the heading row has \(columns.count)")
      }
      try add(batch, row, columns, programmes)
      rows.append(UInt32(clamping: batch.recordNumber(of: row)))
    } catch {
      let cells = RowCells(batch: batch, row: row, columns: table.columns)
      rejects.append(table.reject(cells, error))
    }
  }

  private mutating func add(
    _ batch: RowBatch, _ row: Int, _ columns: WishColumns, _ programmes: ProgrammeImport
  ) throws(CellProblem) {
    let applicant = try required(batch.cell(row, columns.applicant), "applicant")
    let rankText = try required(batch.cell(row, columns.rank), "rank")
    guard rankText.utf8.count <= 9, rankText.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let rank = Int32(rankText)
    else { throw CellProblem(.number, "rank", "\"\(rankText)\" is not a whole number") }
    guard 1...1_000_000 ~= rank else {
      throw CellProblem(.range, "rank", "\(rank) is not between 1 and 1000000")
    }
    let programme = try programmeIndex(
      code: try required(batch.cell(row, columns.programme), "programme"),
      school: columns.school.map { batch.cell(row, $0) } ?? "", programmes)
    let isEligible =
      try columns.eligible.map { column throws(CellProblem) in
        try Self.isYes(batch.cell(row, column), "eligible", whenEmpty: true)
      } ?? true
    let score = try number(batch.cell(row, columns.score), "score")
    if isEligible, score == nil { throw CellProblem(.missing, "score", "the cell is empty") }
    var ties: [Int64] = []
    for (index, column) in columns.ties.enumerated() {
      ties.append(try number(batch.cell(row, column), "tie_\(index + 1)") ?? 0)
    }
    let group = columns.group.flatMap { groups.firstIndex(of: batch.cell(row, $0)) } ?? -1
    note(decimalsOf: score ?? 0)
    wishes.append(
      applicant: index(of: applicant), rank: rank, programme: programme, score: score ?? 0,
      ties: ties, isEligible: isEligible, group: Int32(group))
  }

  private mutating func index(of applicant: String) -> Int32 {
    // An applicant's wishes usually follow each other.
    if let last = applicants.last, last == applicant { return Int32(applicants.count - 1) }
    if let index = indices[applicant] { return index }
    let index = Int32(applicants.count)
    indices[applicant] = index
    applicants.append(applicant)
    return index
  }

  private mutating func programmeIndex(
    code: String, school: String, _ programmes: ProgrammeImport
  ) throws(CellProblem) -> Int32 {
    let key = school.isEmpty ? code : "\(school)\u{1F}\(code)"
    if let index = programmeIndices[key] { return index }
    let index = Int32(try programmes.index(code: code, schoolCode: school))
    programmeIndices[key] = index
    return index
  }

  private mutating func number(_ cell: String, _ field: String) throws(CellProblem) -> Int64? {
    if cell.isEmpty { return nil }
    for byte in cell.utf8 {
      if byte == 0x2E || byte == 0x2C {
        if (byte == 0x2C) == (decimal == .comma) {
          hasOwnDecimal = true
        } else {
          hasOtherDecimal = true
        }
      }
    }
    do throws(ScoreError) {
      return try Score(parsing: cell, decimalSeparator: decimal).billionths
    } catch {
      throw CellProblem(.number, field, "\"\(cell)\" is not a number")
    }
  }

  private mutating func note(decimalsOf score: Int64) {
    while decimals < 9, score % Self.unit(decimals) != 0 { decimals += 1 }
  }

  /// Billionths in a unit of the last of so many decimals.
  private static func unit(_ decimals: Int) -> Int64 {
    var unit: Int64 = 1_000_000_000
    for _ in 0..<decimals { unit /= 10 }
    return unit
  }

  private func required(_ cell: String, _ field: String) throws(CellProblem) -> String {
    if cell.isEmpty { throw CellProblem(.missing, field, "the cell is empty") }
    return cell
  }

  /// Whether a cell says yes.
  static func isYes(
    _ cell: String, _ field: String, whenEmpty: Bool
  ) throws(CellProblem) -> Bool {
    switch cell.lowercased() {
    case "": whenEmpty
    case "yes", "y", "true", "1", "có", "co", "x": true
    case "no", "n", "false", "0", "không", "khong": false
    default: throw CellProblem(.value, field, "\"\(cell)\" is neither yes nor no")
    }
  }

  /// All parts together, the applicants numbered in byte order. The parts' wishes are given up as
  /// they are taken over, so that they are never all there twice.
  static func merged(
    _ parts: inout [WishPart], tieColumnCount: Int
  ) throws(PlacementError) -> (applicants: [String], wishes: WishTable) {
    var indices: [String: Int32] = [:]
    var applicants: [String] = []
    var numbers: [[Int32]] = []
    for part in parts {
      numbers.append(
        part.applicants.map { applicant in
          if let index = indices[applicant] { return index }
          let index = Int32(applicants.count)
          indices[applicant] = index
          applicants.append(applicant)
          return index
        })
    }
    let order = applicants.indices.sorted { applicants[$0].precedesInBytes(applicants[$1]) }
    var place = [Int32](repeating: 0, count: applicants.count)
    for (index, applicant) in order.enumerated() { place[applicant] = Int32(index) }
    var wishes = WishTable(tieColumnCount: tieColumnCount)
    wishes.reserveCapacity(parts.reduce(0) { $0 + $1.wishes.count })
    for (index, numbers) in numbers.enumerated() {
      let part = parts[index].wishes
      parts[index].wishes = WishTable(tieColumnCount: tieColumnCount)
      try wishes.append(contentsOf: part, renumbered: numbers.map { place[Int($0)] })
    }
    return (order.map { applicants[$0] }, wishes)
  }
}

extension RowBatch {
  /// A cell, composed and without white space at its ends; plain ASCII is taken as it is.
  func cell(_ row: Int, _ column: Int) -> String {
    let text = text(row, column) ?? ""
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    return isPlain ? text : canonicalText(text)
  }
}

extension ProgrammeImport {
  /// The programme with this code, at the school of this code where one is named.
  ///
  /// - Throws: ``CellProblem`` with `unknown`.
  func index(code: String, schoolCode: String) throws(CellProblem) -> Int {
    if schoolCode.isEmpty { return try index(code: code, school: nil) }
    guard let school = School.named(schoolCode.uppercased()) else {
      throw CellProblem(
        .unknown, "school", "\"\(schoolCode)\" is not a school of the exchange")
    }
    return try index(code: code, school: school)
  }
}
