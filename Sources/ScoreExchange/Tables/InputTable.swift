package import Tabular

/// An opened table whose heading row and columns are known.
package struct InputTable: Sendable {
  /// The file as the exchange file, or the command line, names it.
  package let name: String
  /// Where the file lies; nil for standard input.
  package let path: String?
  /// SHA-256 of standard input; nil for a file, which is read again for it.
  var digest: String?
  /// The rows.
  package let file: TableFile
  /// Which column holds which field.
  package let columns: ColumnMap
  /// Number of the record with the headings; 1 is the file's first.
  package let headingRecord: Int
  /// What is to be known of the cells of a workbook besides their text.
  let notes: CellNotes
  /// What a person should know of the file.
  var remarks: [Message] = []

  /// A table whose heading row and columns were found by somebody else.
  init(
    name: String, path: String? = nil, file: TableFile, columns: ColumnMap, headingRecord: Int,
    notes: CellNotes = .none
  ) {
    self.name = name
    self.path = path
    self.file = file
    self.columns = columns
    self.headingRecord = headingRecord
    self.notes = notes
  }

  /// Finds the heading row and the columns of a file.
  ///
  /// - Parameters:
  ///   - name: The file's name for messages.
  ///   - path: Where the file lies; nil for standard input.
  ///   - file: The opened file.
  ///   - schema: What the file should hold.
  ///   - overrides: Field to heading, where the guess fails.
  ///   - notes: What is to be known of a workbook's cells.
  /// - Throws: ``ExchangeError`` with `badInput` for an empty file or headings nobody knows.
  init(
    name: String, path: String?, file: TableFile, schema: TableSchema,
    overrides: [String: String] = [:], notes: CellNotes = .none
  ) throws(ExchangeError) {
    self.name = name
    self.path = path
    self.file = file
    self.notes = notes
    let search = HeadingSearch(file, schema: schema, overrides: overrides)
    guard let index = search.index else {
      throw .emptyTable(name)
    }
    headingRecord = index + 1
    do throws(ExchangeError) {
      columns = try ColumnMap(
        headings: search.records[index].map(canonicalText), schema: schema,
        overrides: schema.settledColumns(
          overrides, records: search.records, heading: index, file: file),
        file: name)
    } catch {
      guard let neighbour = search.neighbour else { throw error }
      throw ExchangeError(
        error.code, file: name,
        "\(error.reason). Row \(neighbour + 1) has headings, too; put all of them into one row")
    }
    if let row = search.contradiction {
      throw ExchangeError(
        .badInput, file: name,
        "row \(row + 1) has headings again, in another order; give each table a file of its own")
    }
    try checkNameColumn()
    if schema.fields.contains(where: { $0.substitute == "given_name" }) { try checkGivenNames() }
  }

  /// How many rows tell whether a column holds anything.
  private static let rowsLookedAt = 200

  /// The first cells of a column that hold anything.
  private func firstTexts(in column: Int) -> [String] {
    file.preview(recordCount: headingRecord + Self.rowsLookedAt).dropFirst(headingRecord)
      .compactMap { column < $0.count ? canonicalText($0[column]) : nil }.filter { !$0.isEmpty }
  }

  /// Makes sure that family names are not left out: given names stand alone only where they are whole
  /// names under another word.
  private func checkGivenNames() throws(ExchangeError) {
    guard let column = columns["given_name"], columns["name"] == nil, columns["family_name"] == nil
    else { return }
    let names = firstTexts(in: column)
    guard names.count(where: { !$0.contains(" ") }) * 2 > names.count else { return }
    throw ExchangeError(
      .badInput, file: name,
      "\"\(columns.headings[column])\" holds given names alone; name the column of family names, "
        + "as \"Họ đệm\"")
  }

  /// Makes sure that no given names are lost where one heading is merged over two columns, and so stands
  /// over that of the family names alone.
  private func checkNameColumn() throws(ExchangeError) {
    guard let column = columns["name"], columns["given_name"] == nil,
      column + 1 < columns.headings.count, columns.headings[column + 1].isEmpty
    else { return }
    let rows = file.preview(recordCount: headingRecord + Self.rowsLookedAt).dropFirst(headingRecord)
    let filled = rows.count { column + 1 < $0.count && !canonicalText($0[column + 1]).isEmpty }
    guard filled * 2 > rows.count else { return }
    throw ExchangeError(
      .badInput, file: name,
      "the column behind \"\(columns.headings[column])\" holds text without a heading; name both, "
        + "as \"Họ đệm\" and \"Tên\"")
  }
}
