package import Parallel

/// The applicants of all files of an exchange.
package struct ApplicantImport: Sendable {
  /// The people and what they bring.
  package var table = ApplicantTable()
  /// The rows that could not be used.
  package var rejects: [Reject] = []
  /// Rows that are used although something is odd.
  package var warnings: [RowWarning] = []
  /// One entry a file.
  package var files: [FileSummary] = []
}

extension ApplicantImport {
  /// Reads all applicants files of an exchange.
  ///
  /// One applicant may stand in the files of several schools, each time with the same number. Rows
  /// of one applicant and school with different content, or of one applicant with different
  /// national identifiers, are all rejected as `duplicate`.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes + rows log rows).
  package init(
    _ exchange: Exchange, plan: WorkPlan, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    var inputs:
      [(source: ApplicantSource, table: InputTable, reading: TableReading<[ReadApplicant]>)] =
        []
    let schema = TableSchema.applicants(components: exchange.componentColumns)
    for (index, source) in exchange.applicants.enumerated() {
      if cancellation?.isCancelled == true { throw ExchangeError(.cancelled, "stopped") }
      let input = try InputTable(source.table, schema: schema)
      let ties = input.columns.tieColumns
      table.tieCount = max(table.tieCount, ties.count)
      let reader = ApplicantReader(
        defaultSchool: source.school, components: exchange.componentColumns, tieColumns: ties,
        latestBirth: exchange.asOf, fileIndex: index)
      let reading: TableReading<[ReadApplicant]> = input.readRows(
        forcedOrder: try source.table.layout.forcedDayMonthOrder(of: input.name),
        forcedDecimal: try source.table.layout.forcedDecimal(of: input.name), plan: plan
      ) { (context: inout RowContext, rows: inout [ReadApplicant]) throws(CellProblem) in
        try reader.read(&context, &rows)
      }
      inputs.append((source, input, reading))
    }
    let problems = settle(inputs.flatMap(\.reading.rows), inputs.map(\.table.name))
    for (index, input) in inputs.enumerated() {
      let late = input.table.rejects(for: problems[index] ?? [:], plan: plan)
      let rejects = (input.reading.rejects + late).sorted { $0.row < $1.row }
      self.rejects += rejects
      warnings += input.reading.warnings
      files.append(
        try FileSummary(
          input.table, kind: "applicants", school: input.source.school,
          rowsRead: input.reading.rowsRead, rejects: rejects, warnings: input.reading.warnings))
    }
  }

  /// Sorts rows into people and what they bring; returns file to row to problem.
  private mutating func settle(
    _ rows: [ReadApplicant], _ names: [String]
  ) -> [Int: [Int: CellProblem]] {
    var problems: [Int: [Int: CellProblem]] = [:]
    func reject(_ row: ReadApplicant, _ problem: CellProblem) {
      problems[row.file, default: [:]][row.row] = problem
    }
    let groups = Dictionary(grouping: rows, by: \.person.id)
    for id in groups.keys.sorted(by: { $0.precedesInBytes($1) }) {
      let group = groups[id] ?? []
      let numbers = Set(group.map(\.person.nationalID).filter { !$0.isEmpty })
      guard numbers.count <= 1 else {
        for row in group {
          reject(
            row,
            CellProblem(
              .duplicate, "applicant",
              "rows of this applicant have different national identifiers: "
                + numbers.map(masked).sorted().joined(separator: ", ")))
        }
        continue
      }
      var kept: [ReadApplicant] = []
      for (_, ofSchool) in Dictionary(grouping: group, by: { $0.school?.code ?? "" }).sorted(
        by: { $0.key < $1.key })
      {
        guard let first = ofSchool.first else { continue }
        guard ofSchool.allSatisfy({ $0.isSameContent(first) }) else {
          for row in ofSchool {
            reject(
              row,
              CellProblem(
                .duplicate, "applicant", "another row of this applicant says something else"))
          }
          continue
        }
        for row in ofSchool.dropFirst() {
          reject(
            row,
            CellProblem(
              .repeated, "applicant",
              "the same row stands in \(names[first.file]), row \(first.row)"))
        }
        kept.append(first)
      }
      kept.sort { ($0.file, $0.row) < ($1.file, $1.row) }
      guard let first = kept.first(where: { !$0.person.nationalID.isEmpty }) ?? kept.first else {
        continue
      }
      table.indexByID[id] = table.applicants.count
      for row in kept {
        table.applications.append(
          Application(
            applicant: table.applicants.count, school: row.school, region: row.region,
            claims: row.claims, graduationYear: row.graduationYear,
            bonus: row.bonus, ties: row.ties, components: row.components))
      }
      table.applicants.append(first.person)
    }
    return problems
  }
}

extension ReadApplicant {
  fileprivate func isSameContent(_ other: ReadApplicant) -> Bool {
    var left = self
    left.file = other.file
    left.row = other.row
    return left == other
  }
}

extension ColumnMap {
  /// The columns `tie_1`, `tie_2` … as far as they follow each other.
  package var tieColumns: [String] {
    var names: [String] = []
    while self["tie_\(names.count + 1)"] != nil { names.append("tie_\(names.count + 1)") }
    return names
  }
}
