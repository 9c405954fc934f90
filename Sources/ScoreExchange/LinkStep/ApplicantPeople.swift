import Parallel
import RecordLinkage
import Tabular

/// The applicants as a linkage sees them; only those that are being read are copied for it.
struct ApplicantPeople: PersonRows {
  private let people: ApplicantList
  /// The source of each applicant; empty where all have one.
  private let sources: [UInt8]
  /// A table that knows the sources and holds no row.
  private let noRows: PersonTable

  init(_ applicants: ApplicantTable) {
    people = applicants.applicants
    sources = applicants.isNumberedBySchool ? applicants.applications.school : []
    // Numbered as ``ApplicationList/school`` does.
    var noRows = PersonTable()
    for name in [""] + School.all.map(\.code) { _ = noRows.sourceNumber(name) }
    self.noRows = noRows
  }

  var count: Int { people.count }
  var furtherFields: [FurtherField] { [] }
  var hasSexes: Bool { people.sex.contains { $0 != 0 } }
  var hasProvinces: Bool { false }
  var isOverfull: Bool { false }
  var births: [Int32] { people.birthDate }

  func sourceNumber(of row: Int) -> UInt32 { sources.isEmpty ? 0 : UInt32(sources[row]) }

  func writeKey(of row: Int, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    people.ids.withBytes(at: row) { key.append(copying: $0) }
  }

  func keyPrecedes(_ one: Int, _ other: Int) -> Bool? {
    let order = people.ids.compare(one, other)
    return order == 0 ? nil : order < 0
  }

  func comparable(_ rows: ArraySlice<UInt32>) -> PersonTable {
    // Column by column, so that the processor waits for the memory of many rows at one time.
    let rows = Array(rows)
    var columns = PersonColumns(
      keys: PersonColumns.Texts(emptyCount: rows.count),
      sources: rows.map { sourceNumber(of: Int($0)) })
    columns.nationalIDs = people.nationalID.linked(rows)
    columns.formerIDs = people.formerID.linked(rows)
    columns.names = people.name.linked(rows)
    columns.births = people.birthDate.selecting(rows)
    columns.sexes = people.sex.selecting(rows)
    var table = noRows
    table.append(columns)
    return table
  }
}
