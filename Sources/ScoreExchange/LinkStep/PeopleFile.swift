import Parallel
import RecordLinkage

/// The people of one file, as a linkage takes them.
struct PeopleFile: Sendable {
  /// The people, in the order of the file but for rows with odd cells, which stand behind those that
  /// were read with them.
  let people: PersonTable
  /// Rows that could not be read.
  let rejects: [Reject]
  /// Rows that are used although something about them is odd.
  let warnings: [RowWarning]
  /// The file's entry in the summary.
  let summary: FileSummary
  /// Whether rows are named by their number, for want of an identifier.
  let isNumbered: Bool

  /// Reads a file of people: nothing that is missing or odd in a row keeps it from being linked.
  ///
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all, and with `badInput` for one
  ///   with neither a name nor an identifier.
  init(
    _ source: TableSource, _ side: PeopleSide, comparing comparisons: [FurtherField],
    tokens: IdentifierTokens?, plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .people(comparing: comparisons, side))
    let columns = table.columns
    guard
      ["name", "given_name", "family_name", "national_id"].contains(where: { columns[$0] != nil })
    else {
      throw ExchangeError(
        .badInput, file: table.name,
        "no heading for name or national_id in this people file; "
          + "\(ColumnMap.found(columns.headings))")
    }
    let reader = PersonReader(columns: columns, comparisons: comparisons, tokens: tokens)
    var sink = PeopleSink(people: reader.noRows)
    let reading = table.readBatches(KnownHabits(), plan: plan, reader, into: &sink)
    people = sink.people
    rejects = reading.rejects
    warnings = reading.warnings
    isNumbered = reader.isNumbered
    summary = try FileSummary(
      table, kind: side.rawValue, school: nil, rowsRead: reading.rowsRead, rejects: rejects,
      warnings: warnings, remarks: reading.remarks)
  }
}

extension PeopleFile {
  /// What to say of identifiers that name more than one row of a source; nil where none does.
  var repeatedNamesNote: Message? {
    let repeated = people.rowsOfRepeatedKeys()
    guard let first = repeated.first?.first, !isNumbered else { return nil }
    return
      "\(summary.file): \(repeated.count) identifiers stand in several rows, as "
      + "\(maskedName(people.key(of: first))); each row is linked by itself, and a decision about the "
      + "identifier means all of them"
  }
}

/// Puts the rows of all batches into one table, as they come.
private struct PeopleSink: RowSink {
  var people: PersonTable
  var batchesAhead: Int? { 32 }

  mutating func restart() { people = PersonTable(furtherFields: people.furtherFields) }
  mutating func take(_ rows: PersonTable) throws(Never) { people.append(contentsOf: rows) }
}
