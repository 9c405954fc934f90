import Parallel
import RecordLinkage

/// The people of one file, as a linkage takes them.
struct PeopleFile: Sendable {
  /// The people, in the order of the file.
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
    let reading: TableReading<PeopleRows> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout PeopleRows) throws(CellProblem) in
      rows.append(try reader.record(&context), comparing: comparisons)
    }
    people = reading.rows.table ?? PersonTable(furtherFields: comparisons)
    rejects = reading.rejects
    warnings = reading.warnings
    isNumbered = reader.isNumbered
    summary = try FileSummary(
      table, kind: side.rawValue, school: nil, rowsRead: reading.rowsRead, rejects: rejects,
      warnings: warnings)
  }
}

/// Person records that batches collect; nil until there is one.
private struct PeopleRows: RowCollector {
  var table: PersonTable?

  init() {}

  mutating func append(_ other: PeopleRows) {
    guard let rows = other.table else { return }
    if table == nil { table = rows } else { table?.append(contentsOf: rows) }
  }

  mutating func append(_ record: PersonRecord, comparing comparisons: [FurtherField]) {
    if table == nil { table = PersonTable(furtherFields: comparisons) }
    table?.append(record)
  }
}

/// Reads rows of a file of people.
private struct PersonReader: Sendable {
  private let comparisons: [FurtherField]
  private let tokens: IdentifierTokens?
  private let keyFields: [String]
  private let nameFields: [String]
  private let sourceFields: [String]

  var isNumbered: Bool { keyFields.isEmpty }

  init(columns: ColumnMap, comparisons: [FurtherField], tokens: IdentifierTokens?) {
    func present(_ fields: [String]) -> [String] { fields.filter { columns[$0] != nil } }
    self.comparisons = comparisons
    self.tokens = tokens
    // Results as a run writes them are named by all four.
    let whole = ["issuer", "assessment", "sitting", "id"]
    keyFields = present(whole).count == whole.count ? whole : present(["id"])
    nameFields =
      columns["name"] != nil ? ["name"] : present(["family_name", "middle_name", "given_name"])
    sourceFields = present(["issuer", "assessment", "school", "source", "sitting"])
  }

  func record(_ context: inout RowContext) throws(CellProblem) -> PersonRecord {
    let cells = context.cells
    let key =
      isNumbered ? "\(context.number)" : keyFields.map { cells($0) }.joined(separator: "/")
    guard !key.isEmpty else { throw CellProblem(.missing, "id", "the cell is empty") }
    let sex = Sex(word: cells("sex"))
    let birthDate = context.birthDateIfAny()
    func identifier(_ field: String, _ birthDate: CalendarDate?, _ sex: Sex?) -> String {
      let number = context.identifier(field, birthDate, sex)
      return tokens?.replacing(number) ?? number
    }
    return PersonRecord(
      key: key, source: sourceFields.map { cells($0) }.joined(separator: "/"),
      nationalID: identifier("national_id", birthDate, sex),
      formerID: identifier("former_id", nil, nil),
      name: nameFields.map { cells($0) }.filter { !$0.isEmpty }.joined(separator: " "),
      birthDate: birthDate?.dayNumber, sex: sex, province: cells("province"),
      further: comparisons.map { cells($0.name) })
  }
}

extension RowContext {
  /// The birth date; one that is no day of the calendar is noted and left out.
  mutating func birthDateIfAny() -> CalendarDate? {
    do throws(CellProblem) {
      return try date("birth_date")
    } catch {
      warnings.append(error)
      return nil
    }
  }

  /// An identifier of any form; lost zeros are put back where that is proven, and a number that lost
  /// digits to scientific notation is left out.
  mutating func identifier(_ field: String, _ birthDate: CalendarDate?, _ sex: Sex?) -> String {
    let cell = cells(field)
    guard !cell.isEmpty else { return "" }
    if let read = try? IdentifierReading(cell, field: field, birthDate: birthDate, sex: sex) {
      return read.text
    }
    guard !cell.lowercased().contains("e+") else {
      warnings.append(
        CellProblem(.nationalID, field, "a spreadsheet cut digits off the number; it is left out"))
      return ""
    }
    return cell
  }
}
