import Tabular

/// Looks for the row of headings among the first rows of a file, under its titles.
struct HeadingSearch {
  /// The rows looked at.
  let records: [[String]]
  /// How many headings that are known stand in each row.
  private let counts: [Int]
  /// The columns of each row with more than half of the most, if it were that of the headings.
  private let columns: [Int: ColumnMap]
  /// The row of the headings, from 0; nil for a file in which no row holds anything.
  ///
  /// It is the first that names every column that must be there: tables that were joined have headings
  /// again further down. Where none does it is the row with most headings, and with no heading known
  /// the first that is not empty.
  let index: Int?

  /// How many records from the top may hold titles before the headings.
  private static let recordLimit = 30

  init(_ file: TableFile, schema: TableSchema, overrides: [String: String]) {
    let records = file.preview(recordCount: Self.recordLimit)
    let counts = records.map { record in
      ColumnMap.recognisedCount(record, schema: schema)
        + overrides.values.count { record.contains($0) }
    }
    let most = counts.max() ?? 0
    var columns: [Int: ColumnMap] = [:]
    for row in records.indices where counts[row] * 2 > most {
      columns[row] = ColumnMap(
        lenient: records[row].map(canonicalText), schema: schema, overrides: overrides)
    }
    self.records = records
    self.counts = counts
    self.columns = columns
    index =
      records.indices.first { columns[$0]?.missingFields(of: schema).isEmpty == true }
      ?? counts.firstIndex { $0 > 0 && $0 == most }
      ?? records.firstIndex { $0.contains { !$0.isEmpty } }
  }

  /// The most headings known in one row.
  var greatestCount: Int { counts.max() ?? 0 }

  /// A row beside that of the headings with headings of its own, as those of parts below a common one.
  var neighbour: Int? {
    index.flatMap { index in
      [index - 1, index + 1].first { counts.indices.contains($0) && counts[$0] > 1 }
    }
  }

  /// A row below the headings that names the same fields in other columns; nil if there is none.
  var contradiction: Int? {
    guard let index, let own = columns[index] else { return nil }
    return columns.keys.sorted().first { row in
      row > index
        && columns[row]?.columns.contains { own.columns[$0.key] ?? $0.value != $0.value } == true
    }
  }
}
