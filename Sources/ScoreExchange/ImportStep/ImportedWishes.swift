import Parallel

/// The wishes of a file, a column an attribute: 12 bytes a wish beside the tie columns.
package struct ImportedWishes: GrowingRows {
  /// Index of the applicant.
  private(set) var applicants: [Int32] = []
  /// 1 for the most wanted.
  private(set) var ranks: [Int32] = []
  /// Index of the programme.
  private(set) var programmes: [Int32] = []
  /// Rows of the file.
  private(set) var rows = WishRows()
  /// The place of its group among the groups that seats are kept for, -1 for none; nil while no wish
  /// has one.
  private(set) var groups: [Int32]?
  /// Whether the file does not say that the wish is void; nil while it says so of none.
  private(set) var eligibility: [Bool]?
  /// Values of `tie_1`, `tie_2` …, where the file has such columns.
  var ties: TieColumns

  /// No wishes, with so many tie columns.
  init(tieColumnCount: Int = 0) { ties = TieColumns(width: tieColumnCount) }

  /// Number of wishes.
  var count: Int { applicants.count }

  package mutating func reserveCapacity(_ rows: Int) {
    applicants.reserveCapacity(rows)
    ranks.reserveCapacity(rows)
    programmes.reserveCapacity(rows)
    ties.reserveCapacity(rows)
  }

  /// Appends a wish, but for its tie values.
  mutating func append(
    applicant: Int32, rank: Int32, programme: Int32, group: Int32, isEligible: Bool, row: Int
  ) {
    if group >= 0 && groups == nil { groups = Array(repeating: -1, count: count) }
    if !isEligible && eligibility == nil { eligibility = Array(repeating: true, count: count) }
    applicants.append(applicant)
    ranks.append(rank)
    programmes.append(programme)
    rows.append(row)
    groups?.append(group)
    eligibility?.append(isEligible)
  }

  package mutating func append(_ other: ImportedWishes) {
    if other.groups != nil && groups == nil { groups = Array(repeating: -1, count: count) }
    if other.eligibility != nil && eligibility == nil {
      eligibility = Array(repeating: true, count: count)
    }
    applicants += other.applicants
    ranks += other.ranks
    programmes += other.programmes
    rows.append(contentsOf: other.rows)
    groups?.append(contentsOf: other.groups ?? Array(repeating: -1, count: other.count))
    eligibility?.append(contentsOf: other.eligibility ?? Array(repeating: true, count: other.count))
    ties.append(contentsOf: other.ties)
  }

  /// The wishes of these indices, in this order.
  func selecting(_ indices: [UInt32]) -> ImportedWishes {
    var selected = ImportedWishes(tieColumnCount: 0)
    selected.applicants = applicants.selecting(indices)
    selected.ranks = ranks.selecting(indices)
    selected.programmes = programmes.selecting(indices)
    for index in indices { selected.rows.append(rows[Int(index)]) }
    selected.groups = groups?.selecting(indices)
    selected.eligibility = eligibility?.selecting(indices)
    selected.ties = ties.selecting(indices)
    return selected
  }
}
