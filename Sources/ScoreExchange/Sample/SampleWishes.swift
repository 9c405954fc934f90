/// The wishes of every applicant, computed from the seed and the applicant's number.
struct SampleWishes: Sendable {
  /// Wishes beyond the first, of sixteen applicants: most want a few, some want many.
  private static let deal = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10]
  private static let dealSum = 48

  private let plan: SamplePlan
  /// Sums of the programmes' appeal, for each interest and each part of the country.
  private let sums: [[Int]]

  init(_ programmes: [SampleProgramme], plan: SamplePlan) {
    self.plan = plan
    sums = SampleProgramme.Field.allCases.flatMap { field in
      [SampleProvince.Zone.north, .centre, .south].map { zone in
        var sum = 0
        return programmes.map { programme in
          sum +=
            programme.appeal * (programme.field == field ? 5 : 1)
            * (programme.zone == zone ? 12 : 1)
          return sum
        }
      }
    }
  }

  /// The wanted programmes as places in the catalogue, the most wanted first.
  func wishes(of applicant: Int, zone: SampleProvince.Zone) -> [Int] {
    var draw = SampleDraw(seed: plan.seed, .wishes, applicant)
    let interest = draw.below(SampleProgramme.Field.allCases.count + 3)
    // Computing is what a third of them want.
    let field = interest < SampleProgramme.Field.allCases.count ? interest : 0
    let sums = sums[field * 3 + zone.rawValue]
    var chosen: [Int] = []
    for _ in 0..<count(of: applicant) {
      var programme = Self.place(draw.below(sums.last ?? 1), in: sums)
      for _ in 0..<40 where chosen.contains(programme) {
        programme = Self.place(draw.below(sums.last ?? 1), in: sums)
      }
      while chosen.contains(programme) { programme = (programme + 1) % sums.count }
      chosen.append(programme)
    }
    return chosen
  }

  /// How many wishes; over all applicants they add up to the number asked for.
  private func count(of applicant: Int) -> Int {
    let base = plan.wishCount >= plan.applicantCount ? 1 : 0
    let extra = plan.wishCount - base * plan.applicantCount
    let dealt = weight(before: plan.applicantCount)
    // So few applicants that the deal gives none of them a second wish: all weigh the same.
    let isEven = dealt == 0
    let whole = isEven ? plan.applicantCount : dealt
    func share(before applicant: Int) -> Int {
      let weight = isEven ? applicant : weight(before: applicant)
      return whole.dividingFullWidth(weight.multipliedFullWidth(by: extra)).quotient
    }
    return base + share(before: applicant + 1) - share(before: applicant)
  }

  /// What the deal gives to all applicants before one.
  private func weight(before applicant: Int) -> Int {
    let size = Self.deal.count
    let round = applicant / size
    var draw = SampleDraw(seed: plan.seed, .wishCount, round)
    let step = 1 + 2 * draw.below(size / 2)
    let start = draw.below(size)
    return (0..<applicant % size).reduce(round * Self.dealSum) {
      $0 + Self.deal[($1 * step + start) % size]
    }
  }

  private static func place(_ point: Int, in sums: [Int]) -> Int {
    min(sums.count - 1, sums.partitionPoint { $0 <= point })
  }
}
