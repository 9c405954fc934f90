import Files
import Parallel

/// Decides which of several rows with one key count.
///
/// The key of a result is issuer, assessment, sitting and candidate number. Rows of results files:
/// the same content again is `repeated` and left out; different content is `duplicate`, and none
/// of the rows counts, for nobody knows which is right; nor does one beside a row that was refused.
/// Rows that a corrected list of rejects stands for are set aside before. Then amendments replace and withdrawals take back, in the order of the exchange file.
///
/// - Complexity: O(rows log rows).
struct ResultSettlement {
  /// The rows that count, by issuer, assessment, sitting and candidate number; nil when all do and
  /// stand in that order already.
  private(set) var accepted: [UInt32]?
  /// File index to row number to problem.
  private(set) var problems: [Int: [Int: CellProblem]] = [:]
  /// What later files changed, in the order of the results.
  private(set) var revisions: [ResultRevision] = []
  /// Rows of registration lists for which there is no result, in the same order.
  private(set) var unmatchedRegistrations: [UInt32] = []
  private var rejected: Set<Int> = []

  init(_ table: ResultTable, _ request: ResultRequest, plan: WorkPlan) {
    let order = ResultOrder(request).order(of: table, plan: plan)
    let isResult = request.sources.map { $0.kind == .results }
    let takesAll =
      isResult.allSatisfy { $0 } && !table.status.contains(ResultTable.refused)
    if order.rows == nil && takesAll { return }
    let rows = order.rows ?? Array(0..<UInt32(table.count))
    var accepted: [UInt32] = []
    accepted.reserveCapacity(rows.count)
    order.forEachKey(of: rows.count) { places in
      if takesAll {
        accepted += rows[places]
        return
      }
      for row in rows[places] where table.status[Int(row)] != ResultTable.refused {
        if isResult[Int(table.file[Int(row)])] {
          accepted.append(row)
        } else if let row = settle([Int(row)], table, request) {
          accepted.append(UInt32(row))
        }
      }
    } together: { places in
      // Rows of one key are looked at in the order in which they stand in the files.
      let group = rows[places].map { Int($0) }.sorted {
        (table.file[$0], table.row[$0]) < (table.file[$1], table.row[$1])
      }
      if let row = settle(group, table, request) { accepted.append(UInt32(row)) }
    }
    self.accepted = accepted
  }

  /// The sum of the totals of each file's rows that were not rejected, also of those that a later
  /// file replaced: steps above the minimum, and how many totals there are.
  func totals(of table: ResultTable, fileCount: Int) -> [(steps: Int64, count: Int)] {
    var totals = Array(repeating: (steps: Int64(0), count: 0), count: fileCount)
    for row in 0..<table.count where table.total[row] != ResultTable.noScore {
      let file = Int(table.file[row])
      totals[file].steps += Int64(table.total[row])
      totals[file].count += 1
    }
    for row in rejected where table.total[row] != ResultTable.noScore {
      let file = Int(table.file[row])
      totals[file].steps -= Int64(table.total[row])
      totals[file].count -= 1
    }
    return totals
  }

  /// The row that stands for rows of one key; nil when none does.
  private mutating func settle(
    _ rows: [Int], _ table: ResultTable, _ request: ResultRequest
  ) -> Int? {
    func kind(_ row: Int) -> ResultSource.Kind { request.sources[Int(table.file[row])].kind }
    let refused = rows.filter { table.status[$0] == ResultTable.refused }
    let rows = rows.filter { table.status[$0] != ResultTable.refused }
    let issued = rows.filter { kind($0) == .results }
    var current = agreed(
      issued, beside: refused.filter { kind($0) == .results }, table, request)
    var versions = current.map { [$0] } ?? []
    let later = rows.filter { kind($0) == .amendment || kind($0) == .withdrawal }
    for file in Set(later.map { table.file[$0] }).sorted() {
      let ofFile = later.filter { table.file[$0] == file }
      let refused = refused.filter { table.file[$0] == file }
      guard let row = agreed(ofFile, beside: refused, table, request) else { continue }
      if let last = versions.last, kind(row) == .withdrawal || current != nil,
        kind(last) == kind(row) || kind(row) == .amendment, table.isSameContent(last, row)
      {
        reject(row, table, repeated(last, table, request))
      } else if kind(row) == .amendment {
        current = row
        versions.append(row)
      } else if current == nil {
        reject(
          row, table,
          CellProblem(
            .unknown, "candidate_number", "no result with this candidate number and sitting"))
      } else {
        current = nil
        versions.append(row)
      }
    }
    if versions.contains(where: { kind($0) != .results }) {
      revisions.append(ResultRevision(versions, table, request))
    }
    let registered = agreed(
      rows.filter { kind($0) == .registration },
      beside: refused.filter { kind($0) == .registration }, table, request)
    if versions.isEmpty, issued.isEmpty, let registration = registered {
      unmatchedRegistrations.append(UInt32(registration))
    }
    return current
  }

  /// The one row that stands for rows of one key; nil when they disagree, or there are none. A row that
  /// was refused disagrees with all that do not correct it.
  private mutating func agreed(
    _ rows: [Int], beside refused: [Int], _ table: ResultTable, _ request: ResultRequest
  ) -> Int? {
    func source(_ row: Int) -> ResultSource { request.sources[Int(table.file[row])] }
    let corrections = rows.flatMap { source($0).corrects.map(\.path) }
    func isCorrected(_ row: Int) -> Bool {
      corrections.contains { isSameFile($0, source(row).table.file.path) }
    }
    let rows = keepingCorrections(rows, refused, table, request, isCorrected)
    guard let first = rows.first else { return nil }
    if let twin = refused.first(where: { !isCorrected($0) }) {
      for row in rows {
        reject(
          row, table,
          CellProblem(
            .duplicate, "candidate_number",
            "another row of this candidate number and sitting could not be used, and may be the "
              + "right one; \(advice(row, twin, table)): \(place(of: twin, table, request))"))
      }
      return nil
    }
    guard rows.allSatisfy({ table.isSameContent(first, $0) }) else {
      for row in rows {
        let other = rows.first { !table.isSameContent($0, row) } ?? first
        reject(
          row, table,
          CellProblem(
            .duplicate, "candidate_number",
            "another row of this candidate number and sitting says something else; "
              + "\(advice(row, other, table)): \(place(of: other, table, request))"))
      }
      return nil
    }
    for row in rows.dropFirst() {
      reject(row, table, repeated(first, table, request))
    }
    return first
  }

  /// Rows of one key without those that a corrected list of rejects stands for: where these could not
  /// be used, for they contradicted each other or a row that was refused, somebody has decided since.
  private mutating func keepingCorrections(
    _ rows: [Int], _ refused: [Int], _ table: ResultTable, _ request: ResultRequest,
    _ isCorrected: (Int) -> Bool
  ) -> [Int] {
    let corrected = rows.filter(isCorrected)
    let kept = rows.filter { !isCorrected($0) }
    guard let first = corrected.first, let correction = kept.first else { return rows }
    let wasUsed =
      !refused.contains(where: isCorrected)
      && corrected.allSatisfy { table.isSameContent(first, $0) }
    if wasUsed { return rows }
    for row in corrected {
      reject(
        row, table,
        CellProblem(
          .duplicate, "candidate_number",
          "the row was rejected before, and is corrected in "
            + "\(place(of: correction, table, request))"))
    }
    return kept
  }

  /// What to do about two rows of one key that cannot both be right.
  private func advice(_ row: Int, _ other: Int, _ table: ResultTable) -> Message {
    table.file[row] == table.file[other]
      ? "leave the right one alone"
      : "leave out the file that is wrong, or name the later one as an amendment"
  }

  private func repeated(
    _ row: Int, _ table: ResultTable, _ request: ResultRequest
  ) -> CellProblem {
    CellProblem(
      .repeated, "candidate_number", "the same row stands in \(place(of: row, table, request))")
  }

  private mutating func reject(_ row: Int, _ table: ResultTable, _ problem: CellProblem) {
    rejected.insert(row)
    problems[Int(table.file[row]), default: [:]][Int(table.row[row])] = problem
  }

  private func place(of row: Int, _ table: ResultTable, _ request: ResultRequest) -> Message {
    // As a sentence of its own, for a number in the name of a file is nobody's.
    let file = Message(request.sources[Int(table.file[row])].table.file.text)
    return "\(file), row \(table.row[row])"
  }
}
