import Placement
import TestSupport

extension Instance {
  enum Shape: CaseIterable {
    case plain
    case pools
    case reserves
  }

  /// A random problem small enough to enumerate, with ties everywhere.
  static func random(_ shape: Shape, rule: LineRule, seed: UInt64) -> Instance {
    var random = SplitMix64(seed: seed)
    var instance = Instance()
    instance.rule = rule
    instance.applicantCount = Int.random(in: 1...5, using: &random)
    let programmeCount = Int.random(in: 1...(shape == .reserves ? 3 : 4), using: &random)
    if shape == .pools {
      instance.pools = [
        Pool(name: "outer", quota: Int.random(in: 0...4, using: &random)),
        Pool(name: "inner", quota: Int.random(in: 0...3, using: &random), parent: 0),
      ]
    }
    for index in 0..<programmeCount {
      instance.programmes.append(
        Programme(
          code: "P\(index)", quota: Int.random(in: 0...3, using: &random),
          floor: Int.random(in: 0..<4, using: &random) == 0 ? 1 : nil,
          pool: shape == .pools ? [nil, 0, 1, 1].randomElement(using: &random) ?? nil : nil))
    }
    if shape == .reserves {
      for (index, programme) in instance.programmes.enumerated() {
        var free = programme.quota
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let seats = Int.random(in: 0...free, using: &random)
          free -= seats
          instance.reserves.append(
            ReserveBlock(
              programme: index, group: [nil, 0, 1].randomElement(using: &random) ?? nil,
              seats: seats, isHard: Bool.random(using: &random)))
        }
      }
    }
    instance.ties = TieOrder(
      [[], [.wishRank], [.larger(column: 0)], [.smaller(column: 0), .wishRank]]
        .randomElement(using: &random) ?? [])
    for applicant in 0..<instance.applicantCount {
      let group = Int.random(in: -1...1, using: &random)
      let list = Array(0..<programmeCount).shuffled(using: &random)
        .prefix(Int.random(in: 0...programmeCount, using: &random))
      for (index, programme) in list.enumerated() {
        instance.wishes.append(
          Wish(
            applicant: applicant, rank: index + 1, programme: programme,
            score: Int.random(in: 0...2, using: &random),
            ties: [Int.random(in: 0...2, using: &random)].map { $0 < 2 ? $0 : nil },
            isEligible: Int.random(in: 0..<8, using: &random) > 0, group: group))
      }
    }
    return instance
  }
}
