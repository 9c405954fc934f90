import Parallel
import Tabular

/// The order of results in outputs: by issuer, assessment, sitting and candidate number.
struct ResultOrder: Sendable {
  /// The place of each sitting, by assessment.
  private let ranks: [[UInt16]]

  init(_ request: ResultRequest) { ranks = Self.ranks(request) }

  /// The order of the rows of a table.
  ///
  /// - Complexity: As ``TextOrder/init(_:ranks:plan:)``.
  func order(of table: ResultTable, plan: WorkPlan) -> TextOrder {
    let greatest = ranks.joined().max() ?? 0
    return TextOrder(
      table.candidateNumber,
      ranks: TextOrder.Ranks(greatest: greatest) { rows in rows.map { rank($0, table) } },
      plan: plan)
  }

  /// The order of two rows of two tables by their keys: below zero, zero or above.
  func compare(_ left: Int, of leftTable: ResultTable, _ right: Int, of rightTable: ResultTable)
    -> Int
  {
    let ranks = (rank(left, leftTable), rank(right, rightTable))
    if ranks.0 != ranks.1 { return Int(ranks.0) - Int(ranks.1) }
    return leftTable.candidateNumber.compare(left, with: right, of: rightTable.candidateNumber)
  }

  private func rank(_ row: Int, _ table: ResultTable) -> UInt16 {
    ranks[Int(table.assessment[row])][Int(table.sitting[row])]
  }

  /// The place of each sitting of each assessment in the order of outputs.
  private static func ranks(_ request: ResultRequest) -> [[UInt16]] {
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
    var ranks = request.assessments.map { Array(repeating: UInt16(0), count: $0.sittings.count) }
    for (rank, key) in keys.enumerated() {
      ranks[key.assessment][key.sitting] = UInt16(clamping: rank)
    }
    return ranks
  }
}
