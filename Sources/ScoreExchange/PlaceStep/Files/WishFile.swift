import Parallel
import Placement
import Scores
import Tabular

/// The wishes of a file that holds scores and tie values itself.
struct WishFile {
  /// Identifiers of the applicants, in byte order.
  let applicants: [String]
  let wishes: WishTable
  /// For each wish the row of the file.
  let rows: WishRows
  /// Most decimals that a score has.
  let decimals: Int
  let rejects: [Reject]
  let rowsRead: Int
  let table: InputTable

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - programmes: Programmes that can be wished for.
  ///   - groups: Names of the groups that seats are kept for; others count as none.
  ///   - tieColumns: Which of the columns `tie_1`, `tie_2` … are needed, counted from 0.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` for a file that cannot be read, or has no `score`, or lacks a tie
  ///   column.
  /// - Complexity: O(bytes), up to three times where decimal commas turn up in place of points.
  init(
    _ source: TableSource, programmes: ProgrammeImport, groups: [String], tieColumns: Set<Int>,
    plan: WorkPlan
  ) throws(ExchangeError) {
    let table = try InputTable(source, schema: .wishes)
    let columns = try WishColumns(table, tieColumns: tieColumns)
    let forced = try source.layout.forcedDecimal(of: table.name)
    var decimal = forced ?? (table.file.dialect.delimiter == .semicolon ? .comma : .point)
    func read(singly: Bool) throws(PlacementError) -> [WishPart] {
      let layout = WishLayout(
        table, columns: columns, programmes: programmes, groups: groups, decimal: decimal)
      return try table.file.mapBatches(afterRecord: table.headingRecord, plan: plan) {
        (batch: RowBatch) throws(PlacementError) in
        try WishPart(batch, layout, singly: singly)
      }
    }
    var parts: [WishPart]
    do throws(PlacementError) {
      parts = try read(singly: false)
      if forced == nil, parts.contains(where: \.hasOtherDecimal) {
        parts = try read(singly: true)
        if !parts.contains(where: \.hasOwnDecimal) {
          decimal = decimal == .comma ? .point : .comma
          parts = try read(singly: false)
        }
      }
      (applicants, wishes) = try WishPart.merged(
        &parts, tieColumnCount: columns.ties.count, plan: plan)
    } catch {
      throw ExchangeError(.badInput, file: table.name, "\(error)")
    }
    self.table = table
    rows = parts.reduce(into: WishRows()) { $0.append(contentsOf: $1.rows) }
    rejects = parts.flatMap(\.rejects)
    decimals = parts.reduce(0) { max($0, $1.decimals) }
    rowsRead = parts.reduce(0) { $0 + $1.rowsRead }
  }
}

/// Where the fields of a wish are in the file.
struct WishColumns {
  let applicant: Int
  let rank: Int
  let programme: Int
  let score: Int
  let school: Int?
  let group: Int?
  let eligible: Int?
  /// `tie_1`, `tie_2` … up to the last one needed; nil for one that is not.
  let ties: [Int?]
  let count: Int

  init(_ table: InputTable, tieColumns: Set<Int>) throws(ExchangeError) {
    func needed(_ field: String) throws(ExchangeError) -> Int {
      guard let column = table.columns[field] else {
        throw ExchangeError(
          .badInput, file: table.name,
          "no heading for \(field); a placement that stands alone needs it in the wishes")
      }
      return column
    }
    applicant = try needed("applicant")
    rank = try needed("rank")
    programme = try needed("programme")
    score = try needed("score")
    school = table.columns["school"]
    group = table.columns["group"]
    eligible = table.columns["eligible"]
    var ties = [Int?](repeating: nil, count: (tieColumns.max() ?? -1) + 1)
    for index in tieColumns.sorted() { ties[index] = try needed("tie_\(index + 1)") }
    self.ties = ties
    count = table.columns.headings.count
  }
}
