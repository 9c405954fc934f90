/// Decides which of several rows with one key count.
///
/// The key of a result is issuer, assessment, sitting and candidate number. Rows of results files:
/// the same content again is `repeated` and left out; different content is `duplicate`, and none
/// of the rows counts, for nobody knows which is right. Then amendments replace and withdrawals
/// take back, in the order of the exchange file.
///
/// - Complexity: O(rows log rows).
struct ResultSettlement {
  /// Indices of the rows that count, by issuer, assessment, sitting and candidate number.
  private(set) var accepted: [Int] = []
  /// File index to row number to problem.
  private(set) var problems: [Int: [Int: CellProblem]] = [:]
  private var isRejected: [Bool]

  init(_ table: ResultTable, _ request: ResultRequest) {
    isRejected = Array(repeating: false, count: table.count)
    let ranks = Self.sittingRanks(request)
    let order = (0..<table.count).sorted { left, right in
      let leftRank = ranks[Int(table.assessment[left])][Int(table.sitting[left])]
      let rightRank = ranks[Int(table.assessment[right])][Int(table.sitting[right])]
      if leftRank != rightRank { return leftRank < rightRank }
      let comparison = table.candidateNumber.compare(left, right)
      if comparison != 0 { return comparison < 0 }
      // Rows of one key stay in the order in which they were read.
      return left < right
    }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, table.hasSameKey(order[start], order[end]) { end += 1 }
      settle(Array(order[start..<end]), table, request)
      start = end
    }
  }

  /// The rows of a file that were not rejected, also those that a later file replaced.
  func acceptedRows(of file: Int, in table: ResultTable) -> [Int] {
    (0..<table.count).filter { Int(table.file[$0]) == file && !isRejected[$0] }
  }

  private mutating func settle(_ rows: [Int], _ table: ResultTable, _ request: ResultRequest) {
    func kind(_ row: Int) -> ResultSource.Kind { request.sources[Int(table.file[row])].kind }
    var current = agreed(rows.filter { kind($0) == .results }, table, request)
    let later = rows.filter { kind($0) == .amendment || kind($0) == .withdrawal }
    for file in Set(later.map { table.file[$0] }).sorted() {
      let ofFile = later.filter { table.file[$0] == file }
      guard let row = agreed(ofFile, table, request) else { continue }
      if kind(row) == .amendment {
        current = row
      } else if current == nil {
        reject(
          row, table,
          CellProblem(
            .unknown, "candidate_number", "no result with this candidate number and sitting"))
      } else {
        current = nil
      }
    }
    if let current { accepted.append(current) }
  }

  /// The one row that stands for rows of one key; nil when they disagree, or there are none.
  private mutating func agreed(
    _ rows: [Int], _ table: ResultTable, _ request: ResultRequest
  ) -> Int? {
    guard let first = rows.first else { return nil }
    guard rows.allSatisfy({ table.isSameContent(first, $0) }) else {
      for row in rows {
        let other = rows.first { !table.isSameContent($0, row) } ?? first
        reject(
          row, table,
          CellProblem(
            .duplicate, "candidate_number",
            "another row of this candidate number and sitting says something else: "
              + place(of: other, table, request)))
      }
      return nil
    }
    for row in rows.dropFirst() {
      reject(
        row, table,
        CellProblem(
          .repeated, "candidate_number",
          "the same row stands in \(place(of: first, table, request))"))
    }
    return first
  }

  private mutating func reject(_ row: Int, _ table: ResultTable, _ problem: CellProblem) {
    isRejected[row] = true
    problems[Int(table.file[row]), default: [:]][Int(table.row[row])] = problem
  }

  private func place(of row: Int, _ table: ResultTable, _ request: ResultRequest) -> String {
    "\(request.sources[Int(table.file[row])].table.file.text), row \(table.row[row])"
  }

  /// The place of each sitting of each assessment in the order of outputs.
  private static func sittingRanks(_ request: ResultRequest) -> [[Int]] {
    var keys: [(key: [String], assessment: Int, sitting: Int)] = []
    for (index, assessment) in request.assessments.enumerated() {
      for (sittingIndex, sitting) in assessment.sittings.enumerated() {
        keys.append(([assessment.issuer.code, assessment.code, sitting.name], index, sittingIndex))
      }
    }
    keys.sort { left, right in
      for (a, b) in zip(left.key, right.key) where a != b {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }
    var ranks = request.assessments.map { Array(repeating: 0, count: $0.sittings.count) }
    for (rank, key) in keys.enumerated() { ranks[key.assessment][key.sitting] = rank }
    return ranks
  }
}

extension ResultTable {
  fileprivate func hasSameKey(_ left: Int, _ right: Int) -> Bool {
    assessment[left] == assessment[right] && sitting[left] == sitting[right]
      && candidateNumber.compare(left, right) == 0
  }
}
