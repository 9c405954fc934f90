/// One year among others: how much was exchanged, and who coordinated it.
struct AnnualYear {
  let year: String
  /// The coordinators of the year's batches, with their names.
  let coordinators: [HeadingSection.SchoolName]
  let batches: CountText
  let results: CountText
  /// Against the year before among those counted; nil for the first.
  let change: String?
  let recognised: CountText
  let refused: CountText
  let placed: CountText
  let barWidth: String

  /// The years in rising order.
  static func rows(
    _ years: [Int], _ tallies: [AnnualTally], _ batches: [Int: [AnnualBatch]]
  ) -> [AnnualYear] {
    let highest = tallies.map(\.resultCount).max() ?? 0
    return years.indices.map { index in
      let tally = tallies[index]
      let ofYear = batches[years[index]] ?? []
      let decisions = tally.decisions.sum
      let codes = Set(ofYear.compactMap(\.coordinator)).sorted()
      return AnnualYear(
        year: String(years[index]),
        coordinators: codes.compactMap { School.named($0) }.map(HeadingSection.SchoolName.init),
        batches: CountText(ofYear.count), results: CountText(tally.resultCount),
        change: index == 0
          ? nil : changeText(from: tallies[index - 1].resultCount, to: tally.resultCount),
        recognised: CountText(decisions.recognised),
        refused: CountText(decisions.refused.values.reduce(0, +)),
        placed: CountText(tally.placed.values.reduce(0, +)),
        barWidth: pictureNumber(Double(tally.resultCount) / Double(max(1, highest)) * 100))
    }
  }
}

/// A change in percent with its sign and one decimal; a dash where there was nothing before.
private func changeText(from before: Int, to after: Int) -> String {
  guard before > 0 else { return "\u{2013}" }
  let change = percentText(abs(after - before), of: before)
  return after == before ? change : (after > before ? "+" : "\u{2212}") + change
}
