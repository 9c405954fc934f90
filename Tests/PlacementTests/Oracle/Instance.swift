import Placement

/// A small problem as a person would write it down; the tests compute with it by definition only.
struct Instance {
  struct Wish {
    var applicant: Int
    var rank: Int
    var programme: Int
    var score: Int
    /// `nil` is a value that is missing.
    var ties: [Int?] = []
    var isEligible = true
    var group = -1
    /// Smaller is better among all wishes of the problem; filled in by ``Oracle``.
    var place = 0
  }

  var applicantCount = 0
  var programmes: [Programme] = []
  var wishes: [Wish] = []
  var ties = TieOrder()
  var rule = LineRule.admitAll
  var pools: [Pool] = []
  var reserves: [ReserveBlock] = []

  var applicants: [String] { (0..<applicantCount).map { "A\($0)" } }

  /// The problem, its rows in the given order.
  func problem(order: [Int]? = nil) throws(PlacementError) -> PlacementProblem {
    var table = WishTable(tieColumnCount: max(ties.columnCount, 0))
    for index in order ?? Array(wishes.indices) {
      let wish = wishes[index]
      table.append(
        applicant: Int32(wish.applicant), rank: Int32(wish.rank), programme: Int32(wish.programme),
        score: Int64(wish.score),
        ties: wish.ties.map { $0.map { Int128($0) } ?? WishTable.missingTie },
        isEligible: wish.isEligible, group: Int32(wish.group))
    }
    return try PlacementProblem(
      applicants: applicants, programmes: programmes, wishes: table, tieOrder: ties,
      lineRule: rule, pools: pools, reserves: reserves)
  }

  /// Whether one wish ranks strictly before another at their programme or pool.
  func isBetter(_ one: Wish, _ other: Wish) -> Bool {
    let (left, right) = (key(one), key(other))
    if left != right { return left.lexicographicallyPrecedes(right) }
    guard case .lottery(let seed) = rule else { return false }
    return lot(one, seed) < lot(other, seed)
  }

  private func lot(_ wish: Wish, _ seed: String) -> LotteryDigest {
    LotteryDigest(
      seed: seed, programme: programmes[wish.programme].code, applicant: "A\(wish.applicant)")
  }

  private func key(_ wish: Wish) -> [Int] {
    [-wish.score]
      + ties.keys.map { key in
        switch key {
        case .larger(let column): wish.ties[column].map { -$0 } ?? .max
        case .smaller(let column): wish.ties[column] ?? .max
        case .wishRank: wish.rank
        }
      }
  }
}
