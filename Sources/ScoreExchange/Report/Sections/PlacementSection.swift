/// The cutoffs of all programmes, and which wish was granted.
struct PlacementSection {
  /// One programme.
  struct Row {
    let school: String
    let code: String
    let name: String?
    let quota: CountText
    let wishes: CountText
    let admitted: CountText
    let cutoff: String?
    let nextBelow: String?
    let firstWish: CountText
    let binding: ReportText
  }

  /// A programme with fewer people than its lower quota.
  struct Shortage {
    let school: String
    let code: String
    let missing: CountText
  }

  /// How many were placed with a wish of one rank.
  struct RankRow {
    let rank: String
    let isLast: Bool
    let placed: CountText
    let share: String
    let upTo: String
    let barWidth: String
  }

  /// The flow of wishes to one school.
  struct SchoolRow {
    let school: String
    let programmes: CountText
    let quota: CountText
    let wishes: CountText
    let placed: CountText
    /// Seats that nobody has and somebody could have, see ``FreeSeats``.
    let free: CountText
    /// Placed applicants by the rank of the wish, in the order of ``PlacementSection/ranks``.
    let ranks: [CountText]
  }

  let hasWishes: Bool
  let list: ReportList<Row>
  let shortages: [Shortage]
  let hasShortages: Bool
  let schools: [SchoolRow]
  let ranks: [RankRow]
  let programmes: CountText
  let quota: CountText
  let wishes: CountText
  let placed: CountText
  let firstWish: CountText
  let unplaced: CountText
  let filtering: FilteringSection?

  init(_ figures: RunFigures) {
    let cutoffs = figures.cutoffs
    hasWishes = figures.facts.hasWishes
    var names: [String: [String: String]] = [:]
    for programme in figures.facts.programmes {
      names[programme.school, default: [:]][programme.code] = programme.name
    }
    list = ReportList(cutoffs, limit: ReportLimit.programmes) { cutoff in
      Row(
        school: cutoff.school, code: cutoff.programme,
        name: names[cutoff.school]?[cutoff.programme], quota: CountText(cutoff.quota),
        wishes: CountText(cutoff.wishes), admitted: CountText(cutoff.admitted),
        cutoff: cutoff.cutoff, nextBelow: cutoff.nextBelow,
        firstWish: CountText(cutoff.firstWish),
        binding: ReportText(Message(cutoff.binding)))
    }
    shortages = (figures.summary.placement.shortOfLowerQuota ?? []).map {
      Shortage(school: $0.school, code: $0.programme, missing: CountText($0.missing))
    }
    hasShortages = !shortages.isEmpty
    ranks = Self.ranks(figures.placement)
    schools = Self.schools(figures, rankCount: ranks.count)
    programmes = CountText(cutoffs.count)
    quota = CountText(cutoffs.reduce(0) { $0 &+ $1.quota })
    wishes = CountText(cutoffs.reduce(0) { $0 &+ $1.wishes })
    placed = CountText(figures.placement.placed)
    firstWish = CountText(cutoffs.reduce(0) { $0 &+ $1.firstWish })
    unplaced = CountText(figures.placement.unplaced)
    filtering = figures.facts.rounds.map(FilteringSection.init)
  }

  private static func ranks(_ placement: PlacementTally) -> [RankRow] {
    let counts = placement.ranks
    let last = counts.lastIndex { $0 > 0 } ?? -1
    let highest = counts.max() ?? 0
    var before = 0
    return counts.prefix(last + 1).enumerated().map { index, count in
      before += count
      return RankRow(
        rank: String(index + 1), isLast: index == PlacementTally.greatestRank,
        placed: CountText(count), share: percentText(count, of: placement.placed),
        upTo: percentText(before, of: placement.placed),
        barWidth: pictureNumber(Double(count) / Double(max(1, highest)) * 100))
    }
  }

  private static func schools(_ figures: RunFigures, rankCount: Int) -> [SchoolRow] {
    let bySchool = Dictionary(grouping: figures.cutoffs, by: \.school)
    let free = FreeSeats(figures.cutoffs, pools: figures.facts.pools ?? [])
    return bySchool.keys.sorted { $0.precedesInBytes($1) }.map { school in
      let cutoffs = bySchool[school] ?? []
      let quota = cutoffs.reduce(0) { $0 &+ $1.quota }
      let placed = cutoffs.reduce(0) { $0 &+ $1.admitted }
      let ranks = figures.placement.ranksBySchool[school] ?? []
      return SchoolRow(
        school: school, programmes: CountText(cutoffs.count), quota: CountText(quota),
        wishes: CountText(cutoffs.reduce(0) { $0 &+ $1.wishes }), placed: CountText(placed),
        free: CountText(free.count(of: school)),
        ranks: (0..<rankCount).map { CountText($0 < ranks.count ? ranks[$0] : 0) })
    }
  }
}
