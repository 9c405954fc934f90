import Placement
import Yardsticks

/// Applicants with nine wishes each who mostly want the same programmes, scores to the hundredth.
enum Market {
  static func problem(applicants: Int, programmes: Int, seats: Int, seed: UInt64)
    -> PlacementProblem
  {
    var random = SeededGenerator(seed: seed)
    var wishes = WishTable()
    wishes.reserveCapacity(applicants * 9)
    for applicant in 0..<applicants {
      let ability = random.below(2_000) + random.below(500)
      var taken = Set<Int>()
      while taken.count < 9 {
        let (a, b) = (random.below(programmes), random.below(programmes))
        guard taken.insert(min(a, b)).inserted else { continue }
        wishes.append(
          applicant: Int32(applicant), rank: Int32(taken.count), programme: Int32(min(a, b)),
          score: Int64(ability + random.below(500)))
      }
    }
    do {
      return try PlacementProblem(
        applicants: (0..<applicants).map { "A\(10_000_000 + $0)" },
        programmes: (0..<programmes).map {
          Programme(code: "P\(10_000 + $0)", quota: seats / programmes)
        },
        wishes: wishes)
    } catch {
      preconditionFailure("the market could not be made: \(error)")
    }
  }

  /// Each applicant but the last holds a first choice that she loses to the one before her, so that
  /// one newcomer moves everybody, one after the other.
  static func chain(length: Int) -> PlacementProblem {
    var wishes = WishTable()
    for applicant in 0..<length {
      for (rank, programme) in [applicant, applicant + 1].enumerated() {
        wishes.append(
          applicant: Int32(applicant), rank: Int32(rank + 1), programme: Int32(programme),
          score: rank == 0 ? 1 : 2)
      }
    }
    wishes.append(applicant: Int32(length), rank: 1, programme: 0, score: 3)
    do {
      return try PlacementProblem(
        applicants: (0...length).map { "A\(10_000_000 + $0)" },
        programmes: (0...length).map { Programme(code: "P\(10_000_000 + $0)", quota: 1) },
        wishes: wishes)
    } catch {
      preconditionFailure("the chain could not be made: \(error)")
    }
  }
}
