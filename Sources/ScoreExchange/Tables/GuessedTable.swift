import Tabular

/// A table whose kind was guessed from its headings.
struct GuessedTable: Sendable {
  let input: InputTable
  let schema: TableSchema
  /// Required fields without a column.
  let missing: [String]
}

extension InputTable {
  /// The schema that most headings of a file speak for; required fields may be missing.
  static func bestGuess(
    name: String, file: TableFile, schemas: [TableSchema], layout: TableLayout,
    notes: CellNotes = .none
  ) -> GuessedTable {
    let records = file.preview(recordCount: 30)
    var best = (recognised: 0, record: records.firstIndex { $0.contains { !$0.isEmpty } } ?? 0)
    var schema = schemas[0]
    for candidate in schemas {
      for (index, record) in records.enumerated() {
        let recognised = ColumnMap.recognisedCount(record, schema: candidate)
        if recognised > best.recognised {
          best = (recognised, index)
          schema = candidate
        }
      }
    }
    let headings =
      records.indices.contains(best.record) ? records[best.record].map(canonicalText) : []
    let columns = ColumnMap(
      lenient: headings, schema: schema,
      overrides: schema.settledColumns(
        layout.columns, records: records, heading: best.record, file: file))
    let missing = columns.missingFields(of: schema).map(\.name)
    return GuessedTable(
      input: InputTable(
        name: name, file: file, columns: columns, headingRecord: best.record + 1,
        notes: notes),
      schema: schema, missing: missing)
  }
}

extension TableSchema {
  /// Fields that a heading kept aside might mean: missing ones, and those spelled alike.
  func guesses(for heading: String, missing: [String]) -> [String] {
    let key = headingKey(heading)
    return fields.filter { field in
      missing.contains(field.name) && !nearestNames(to: key, among: field.keys).isEmpty
    }.map(\.name)
  }
}
