import Placement
import Scores

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

  /// How many were placed with a wish of one rank.
  struct RankRow {
    let rank: String
    let isLast: Bool
    let placed: CountText
    let share: String
    let upTo: String
    let barWidth: String
  }

  let hasWishes: Bool
  let list: ReportList<Row>
  let ranks: [RankRow]
  let programmes: CountText
  let quota: CountText
  let wishes: CountText
  let placed: CountText
  let firstWish: CountText
  let unplaced: CountText

  /// Ranks that are shown one by one; later ones are one row.
  private static let greatestShownRank = 10

  init(_ run: ExchangeRun) {
    let cutoffs = run.placement.result.cutoffs
    hasWishes = run.exchange.wishes != nil
    list = ReportList(cutoffs, limit: ReportLimit.programmes) { cutoff in
      let entry = run.programmes.programmes[cutoff.programme]
      let decimals = run.recognition.decimals(of: entry.school)
      func text(_ score: Int64?) -> String? {
        score.map { Score(billionths: $0).formatted(decimals: decimals) }
      }
      return Row(
        school: entry.school?.code ?? "", code: entry.code,
        name: entry.name.isEmpty ? nil : entry.name, quota: CountText(cutoff.quota),
        wishes: CountText(cutoff.wishes), admitted: CountText(cutoff.admitted),
        cutoff: text(cutoff.score), nextBelow: text(cutoff.nextBelow),
        firstWish: CountText(cutoff.firstWish),
        binding: ReportText(cutoff.binding.rawValue, in: ReportText.bindings))
    }
    ranks = Self.ranks(run.placement.result)
    programmes = CountText(cutoffs.count)
    quota = CountText(cutoffs.reduce(0) { $0 &+ $1.quota })
    wishes = CountText(cutoffs.reduce(0) { $0 + $1.wishes })
    placed = CountText(run.placement.result.placedCount)
    firstWish = CountText(cutoffs.reduce(0) { $0 + $1.firstWish })
    unplaced = CountText(run.summary.placement.unplaced)
  }

  private static func ranks(_ result: PlacementResult) -> [RankRow] {
    var counts = Array(repeating: 0, count: greatestShownRank + 1)
    for rank in result.ranks where rank > 0 {
      counts[min(Int(rank), greatestShownRank + 1) - 1] += 1
    }
    let last = counts.lastIndex { $0 > 0 } ?? -1
    let highest = counts.max() ?? 0
    var before = 0
    return counts.prefix(last + 1).enumerated().map { index, count in
      before += count
      return RankRow(
        rank: String(index + 1), isLast: index == greatestShownRank, placed: CountText(count),
        share: percentText(count, of: result.placedCount),
        upTo: percentText(before, of: result.placedCount),
        barWidth: pictureNumber(Double(count) / Double(max(1, highest)) * 100))
    }
  }
}
