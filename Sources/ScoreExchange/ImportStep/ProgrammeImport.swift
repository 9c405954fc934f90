package import Parallel
public import Scores

/// A programme that applicants can wish for.
public struct ProgrammeEntry: Hashable, Sendable {
  /// The school; nil only where a table standing alone names none.
  public var school: School?
  /// The school's own code.
  public var code: String
  /// The name, or empty.
  public var name: String
  /// Seats.
  public var quota: Int
  /// The lowest score that is eligible; nil for none.
  public var floor: Score?
  /// The common quota it belongs to; nil for none.
  public var pool: String?
  /// Seats that should at least be filled; reported, never enforced.
  public var lowerQuota: Int?

  /// School and code, or the code alone: the name in messages.
  var label: String { school.map { "\($0.code) \(code)" } ?? code }
}

/// The programmes of an exchange.
package struct ProgrammeImport: Sendable {
  /// The programmes, by school, then code, in byte order.
  package var programmes: [ProgrammeEntry] = []
  /// The rows that could not be used.
  package var rejects: [Reject] = []
  /// The file's entry in the summary.
  package var files: [FileSummary] = []
  private var indices: [String: [Int]] = [:]

  /// No programmes.
  package init() {}

  /// Reads a programmes file. Rows with one school and code are all rejected as `duplicate`, or
  /// the later ones as `repeated` where they say the same.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - acceptsAnySchool: Whether schools that are not of the exchange may stand in it.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  package init(
    _ source: TableSource, acceptsAnySchool: Bool = false, plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .programmes)
    let reading: TableReading<[ReadProgramme]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [ReadProgramme]) throws(CellProblem) in
      rows.append(
        ReadProgramme(
          entry: try Self.entry(&context, acceptsAnySchool: acceptsAnySchool), row: context.number))
    }
    var problems: [Int: CellProblem] = [:]
    var kept: [ProgrammeEntry] = []
    for (_, group) in Dictionary(grouping: reading.rows, by: \.entry.label) {
      let rows = group.sorted { $0.row < $1.row }
      guard rows.allSatisfy({ $0.entry == rows[0].entry }) else {
        for row in rows {
          problems[row.row] = CellProblem(
            .duplicate, "programme", "another row of this programme says something else")
        }
        continue
      }
      for row in rows.dropFirst() {
        problems[row.row] = CellProblem(
          .repeated, "programme", "the same row stands in row \(rows[0].row)")
      }
      kept.append(rows[0].entry)
    }
    programmes = kept.sorted {
      let (left, right) = ($0.school?.code ?? "", $1.school?.code ?? "")
      return left == right ? $0.code.precedesInBytes($1.code) : left.precedesInBytes(right)
    }
    for (index, programme) in programmes.enumerated() {
      indices[programme.code, default: []].append(index)
    }
    rejects =
      (reading.rejects + table.rejects(for: problems, plan: plan)).sorted { $0.row < $1.row }
    files = [
      try FileSummary(
        table, kind: "programmes", school: nil, rowsRead: reading.rowsRead, rejects: rejects,
        warnings: reading.warnings)
    ]
  }

  /// The programme with this code, at this school where the code alone does not tell. A programme
  /// of no school is every school's.
  ///
  /// - Throws: ``CellProblem`` with `unknown`.
  func index(code: String, school: School?) throws(CellProblem) -> Int {
    let matches = (indices[code] ?? []).filter {
      school == nil || programmes[$0].school == nil || programmes[$0].school == school
    }
    guard let index = matches.first else {
      let place = school.map { " at \($0.code)" } ?? ""
      throw CellProblem(.unknown, "programme", "there is no programme \"\(code)\"\(place)")
    }
    guard matches.count == 1 else {
      throw CellProblem(
        .unknown, "programme", "several schools have a programme \"\(code)\"; name the school")
    }
    return index
  }

  /// Refuses rules that name programmes which do not exist: a slip there would cost places.
  ///
  /// - Throws: ``ExchangeError`` with `badInput`, at the line of the rule.
  func checkRules(of exchange: Exchange) throws(ExchangeError) {
    guard exchange.programmes != nil else { return }
    for entry in exchange.recognition {
      let known = programmes.filter { $0.school == entry.school || $0.school == nil }.map(\.code)
      for rule in entry.rules {
        guard case .codes(let codes) = rule.programmes,
          let code = codes.first(where: { !known.contains($0) })
        else { continue }
        let guesses = nearestNames(to: code, among: known).map { "\"\($0)\"" }
        let hint = guesses.isEmpty ? "" : "; did you mean \(guesses.joined(separator: " or "))?"
        throw ExchangeError(
          .badInput, file: exchange.path, line: rule.line,
          "\(entry.school.code) has no programme \"\(code)\"\(hint)")
      }
    }
  }

  private struct ReadProgramme: TableRow {
    let entry: ProgrammeEntry
    let row: Int
  }

  private static func entry(
    _ context: inout RowContext, acceptsAnySchool: Bool
  ) throws(CellProblem) -> ProgrammeEntry {
    let schoolCode = acceptsAnySchool ? try context.cells.text("school") : ""
    let pool = try context.cells.text("pool")
    let hasLowerQuota = !context.cells("lower_quota").isEmpty
    return ProgrammeEntry(
      school: schoolCode.isEmpty ? try context.school() : School(anyCode: schoolCode),
      code: try context.cells.requiredText("programme"),
      name: try context.cells.text("name"),
      quota: try context.wholeNumber("quota", in: 0...10_000_000),
      floor: try context.score("floor"), pool: pool.isEmpty ? nil : pool,
      lowerQuota: hasLowerQuota ? try context.wholeNumber("lower_quota", in: 0...10_000_000) : nil)
  }
}

extension RowContext {
  /// The school in a column that may be missing or empty.
  func school() throws(CellProblem) -> School? {
    let code = try cells.text("school")
    guard !code.isEmpty else { return nil }
    guard let school = School.named(code.uppercased()) else {
      throw CellProblem(.unknown, "school", "\"\(code)\" is not a school of the exchange")
    }
    return school
  }
}
