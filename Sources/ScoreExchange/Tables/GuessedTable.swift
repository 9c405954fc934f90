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
    var schema = schemas[0]
    var search = HeadingSearch(file, schema: schema, overrides: layout.columns)
    for candidate in schemas.dropFirst() {
      let other = HeadingSearch(file, schema: candidate, overrides: layout.columns)
      if other.greatestCount > search.greatestCount { (schema, search) = (candidate, other) }
    }
    let index = search.index ?? 0
    let headings = search.records.isEmpty ? [] : search.records[index].map(canonicalText)
    let columns = ColumnMap(
      lenient: headings, schema: schema,
      overrides: schema.settledColumns(
        layout.columns, records: search.records, heading: index, file: file))
    let missing = columns.missingFields(of: schema).map(\.name)
    return GuessedTable(
      input: InputTable(
        name: name, file: file, columns: columns, headingRecord: index + 1,
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
