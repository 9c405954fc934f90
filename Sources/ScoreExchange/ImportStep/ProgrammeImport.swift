package import Parallel
package import Scores

/// A programme that applicants can wish for.
package struct ProgrammeEntry: Hashable, Sendable {
  /// The school; nil only where a table standing alone names none.
  package var school: School?
  /// The school's own code.
  package var code: String
  /// The name, or empty.
  package var name: String
  /// Seats.
  package var quota: Int
  /// The lowest score that is eligible; nil for none.
  package var floor: Score?
  /// The common quota it belongs to; nil for none.
  package var pool: String?
  /// Seats that should at least be filled; reported, never enforced.
  package var lowerQuota: Int?

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
  /// The programmes by code, then school: their indices.
  private(set) var order: [Int] = []
  /// For each code its first place in ``order``.
  private var places: [String: Int] = [:]

  /// No programmes.
  package init() {}

  /// Reads a programmes file. Rows with one school and code are all rejected as `duplicate`, or
  /// the later ones as `repeated` where they say the same.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - acceptsAnySchool: Whether schools that are not of the exchange may stand in it.
  ///   - receivers: The schools of the exchange that recognise anything. A row that names no school is
  ///     of the only one, and rejected where there are several.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  package init(
    _ source: TableSource, acceptsAnySchool: Bool = false, receivers: [School] = [],
    plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .programmes)
    let reading: TableReading<[ReadProgramme]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [ReadProgramme]) throws(CellProblem) in
      var entry = try Self.entry(&context, acceptsAnySchool: acceptsAnySchool)
      if entry.school == nil, receivers.count > 1 {
        throw CellProblem(
          .missing, "school", "several schools recognise results; name the one of this programme")
      }
      entry.school = entry.school ?? receivers.first
      rows.append(ReadProgramme(entry: entry, row: context.number))
    }
    var problems: [Int: CellProblem] = [:]
    let rows = reading.rows.inOrder { $0.entry.precedes($1.entry, $0.row < $1.row) }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].entry.isNamed(as: rows[start].entry) { end += 1 }
      let same = rows[start..<end]
      start = end
      let first = same[same.startIndex]
      guard same.allSatisfy({ $0.entry == first.entry }) else {
        for row in same {
          problems[row.row] = CellProblem(
            .duplicate, "programme", "another row of this programme says something else")
        }
        continue
      }
      for row in same.dropFirst() {
        problems[row.row] = CellProblem(
          .repeated, "programme", "the same row stands in row \(first.row)")
      }
      programmes.append(first.entry)
    }
    let programmes = programmes
    order = programmes.indices.map(\.self).inOrder {
      programmes[$0].code == programmes[$1].code
        ? $0 < $1 : programmes[$0].code.precedesInBytes(programmes[$1].code)
    }
    places.reserveCapacity(order.count)
    for (place, index) in order.enumerated().reversed() { places[programmes[index].code] = place }
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
    var matches: [Int] = []
    var place = places[code] ?? order.count
    while place < order.count, programmes[order[place]].code == code {
      let other = programmes[order[place]].school
      if school == nil || other == nil || other == school { matches.append(order[place]) }
      place += 1
    }
    guard let index = matches.first else {
      let place = school.map { " at \($0.code)" } ?? ""
      throw CellProblem(
        .unknown, "programme", "there is no programme \"\(maskedName(code))\"\(place)")
    }
    guard matches.count == 1 else {
      throw CellProblem(
        .unknown, "programme", "several schools have a programme \"\(code)\"; name the school")
    }
    return index
  }

  /// Refuses rules that name programmes which do not exist: a slip there would cost places. Where rows
  /// of the file are rejected, the programme may be one of them, and rejects alone end no run.
  ///
  /// - Throws: ``ExchangeError`` with `badInput`, at the line of the rule.
  func checkRules(of exchange: Exchange) throws(ExchangeError) {
    guard exchange.programmes != nil, rejects.isEmpty else { return }
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
    let code = try context.cells.requiredText("programme")
    if context.cells.addsUp(under: code, beside: ["name", "floor", "pool"]) {
      throw CellProblem(.missing, "programme", "a line of totals, no programme")
    }
    return ProgrammeEntry(
      school: schoolCode.isEmpty ? try context.school() : School(anyCode: schoolCode),
      code: code,
      name: try context.cells.text("name"),
      quota: try context.wholeNumber("quota", in: 0...10_000_000),
      floor: try context.score("floor"), pool: pool.isEmpty ? nil : pool,
      lowerQuota: hasLowerQuota ? try context.wholeNumber("lower_quota", in: 0...10_000_000) : nil)
  }
}

extension ProgrammeEntry {
  /// Whether both have one school and code.
  fileprivate func isNamed(as other: ProgrammeEntry) -> Bool {
    code == other.code && school?.code == other.school?.code
  }

  /// Whether this one stands before another by school and code, or, where they are equal, as said.
  fileprivate func precedes(_ other: ProgrammeEntry, _ otherwise: @autoclosure () -> Bool) -> Bool {
    let (left, right) = (school?.code ?? "", other.school?.code ?? "")
    if left != right { return left.precedesInBytes(right) }
    return code == other.code ? otherwise() : code.precedesInBytes(other.code)
  }
}

extension Array {
  /// The elements in an order that they often have already.
  fileprivate func inOrder(_ precedes: (Element, Element) -> Bool) -> [Element] {
    let isInOrder = !zip(self, dropFirst()).contains { precedes($1, $0) }
    return isInOrder ? self : sorted(by: precedes)
  }
}

extension RowContext {
  /// The school in a column that may be missing or empty.
  func school() throws(CellProblem) -> School? {
    let code = try cells.text("school")
    guard !code.isEmpty else { return nil }
    guard let school = School.named(code.uppercased()) else {
      throw CellProblem(
        .unknown, "school", "\"\(maskedName(code))\" is not a school of the exchange")
    }
    return school
  }
}
