import Placement

/// A wish as its row states it.
struct ReadWish {
  var applicant: Int32
  var rank: Int32
  var programme: Int32
  var score: Int64
  var ties: [Int128]
  var isEligible: Bool
  var group: Int32
}

/// The wishes of a batch of rows: room for all of them, filled from the front.
struct ReadWishes {
  private(set) var count = 0
  private var applicants: [Int32]
  private var ranks: [Int32]
  private var programmes: [Int32]
  private var scores: [Int64]
  private var ties: [[Int128]]
  /// Empty where no row can say something else than the usual.
  private var eligibility: [Bool]
  private var groups: [Int32]

  init(capacity: Int, tieColumnCount: Int, hasEligibility: Bool, hasGroups: Bool) {
    applicants = Array(repeating: 0, count: capacity)
    ranks = Array(repeating: 0, count: capacity)
    programmes = Array(repeating: 0, count: capacity)
    scores = Array(repeating: 0, count: capacity)
    ties = Array(
      repeating: Array(repeating: WishTable.missingTie, count: capacity), count: tieColumnCount)
    eligibility = Array(repeating: true, count: hasEligibility ? capacity : 0)
    groups = Array(repeating: -1, count: hasGroups ? capacity : 0)
  }

  /// Adds a wish, and what was stated about it before.
  @inline(__always)
  mutating func append(applicant: Int32, rank: Int32, programme: Int32, score: Int64) {
    applicants[count] = applicant
    ranks[count] = rank
    programmes[count] = programme
    scores[count] = score
    count += 1
  }

  /// States a tie value of the wish that is added next.
  mutating func state(_ value: Int128, tie column: Int) { ties[column][count] = value }

  /// States whether the wish that is added next is eligible.
  mutating func state(isEligible: Bool) {
    if !eligibility.isEmpty { eligibility[count] = isEligible }
  }

  /// States the group of the wish that is added next.
  mutating func state(group: Int32) { if !groups.isEmpty { groups[count] = group } }

  /// Adds a wish.
  mutating func append(_ wish: ReadWish) {
    for (column, value) in wish.ties.enumerated() { state(value, tie: column) }
    state(isEligible: wish.isEligible)
    state(group: wish.group)
    append(
      applicant: wish.applicant, rank: wish.rank, programme: wish.programme, score: wish.score)
  }

  /// The wishes as a table.
  func table() throws(PlacementError) -> WishTable {
    func filled<Value>(_ column: [Value]) -> [Value] {
      column.count == count ? column : Array(column[..<min(count, column.count)])
    }
    return try WishTable(
      applicants: filled(applicants), ranks: filled(ranks), programmes: filled(programmes),
      scores: filled(scores), ties: ties.map(filled),
      eligibility: eligibility.contains(false) ? filled(eligibility) : nil,
      groups: groups.contains { $0 >= 0 } ? filled(groups) : nil)
  }
}
