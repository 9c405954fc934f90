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
    let schema = TableSchema.applicants(components: exchange.componentColumns)
    try ResultInput.checkCount(of: exchange.applicants)
    let tables = try exchange.applicants.map { source throws(ExchangeError) in
      try InputTable(source.table, schema: schema, plan: plan)
    }
    try Self.checkComponents(of: exchange, in: tables, schema)
    table.tieCount = tables.map(\.columns.tieColumns.count).max() ?? 0
    let none = ApplicantRows(
      tieCount: table.tieCount, componentCount: exchange.componentColumns.count)
    var rows = none
    var readings: [TableReading<Void>] = []
    for (index, source) in exchange.applicants.enumerated() {
      try cancellation?.check()
      let input = tables[index]
      let reader = ApplicantReader(
        defaultSchool: source.school, components: exchange.componentColumns,
        tieColumns: input.columns.tieColumns, tieCount: table.tieCount,
        latestBirth: exchange.asOf, fileIndex: UInt16(clamping: index))
      var joined = JoinedRows(none)
      readings.append(
        input.readBatches(
          try KnownHabits(source.table.layout, file: input.name), plan: plan, reader,
          into: &joined))
      if rows.count == 0 { rows = joined.rows } else { rows.append(joined.rows) }
    }
    let read = rows
    let (digests, (settlement, index)) = try plan.both { () throws(ExchangeError) in
      try tables.map { table throws(ExchangeError) in try table.sha256() }
    } _: { () throws(ExchangeError) in
      let settlement = ApplicantSettlement(
        read, components: exchange.componentColumns, files: tables.map(\.name),
        plan: plan.besideOther)
      return (settlement, TextIndex(settlement.applicants.ids))
    }
    table.applicants = settlement.applicants
    table.applications = settlement.applications
    table.index = index
    for (index, input) in tables.enumerated() {
      let reading = readings[index]
      let late = input.rejects(for: settlement.problems[index] ?? [:], plan: plan)
      let rejects = (reading.rejects + late).sorted { $0.row < $1.row }
      self.rejects += rejects
      warnings += reading.warnings
      files.append(
        try FileSummary(
          input, kind: "applicants", school: exchange.applicants[index].school,
          rowsRead: reading.rowsRead, rejects: rejects, warnings: reading.warnings,
          remarks: reading.remarks, digest: digests[index]))
    }
  }

  /// Refuses a weighted score with a component of which no file of the school's applicants has a
  /// column: all of them would be refused for want of it.
  private static func checkComponents(
    of exchange: Exchange, in tables: [InputTable], _ schema: TableSchema
  ) throws(ExchangeError) {
    for receiver in exchange.recognition {
      let files = exchange.applicants.indices.filter {
        [receiver.school, nil].contains(exchange.applicants[$0].school)
      }
      guard let first = files.first else { continue }
      let names = Set(receiver.rules.flatMap(\.composite).map(\.name))
      let missing = schema.fields.filter { field in
        names.contains(field.name) && !files.contains { tables[$0].columns[field.name] != nil }
      }
      if missing.isEmpty { continue }
      throw tables[first].columns.refusal(missing, schema, file: tables[first].name)
    }
  }
}
