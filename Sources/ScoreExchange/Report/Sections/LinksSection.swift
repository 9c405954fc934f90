/// Links between applicants and results, by zone and rule.
struct LinksSection {
  /// What one rule listed.
  struct Row {
    let code: String
    let name: ReportText
    let linked: CountText
    let waiting: CountText
  }

  let rows: [Row]
  let linked: CountText
  let waiting: CountText
  let results: CountText
  let linkedResults: CountText
  let waitingResults: CountText
  let unlinkedResults: CountText
  let applicants: String
  let linkedApplicants: CountText
  let hasWaterfalls: Bool
  /// A pair of each zone and rule, automatic ones first, then the more frequent rule.
  let waterfalls: [Waterfall]

  init(_ figures: RunFigures) {
    let byRule = figures.links.pairs
    rows = byRule.sorted { left, right in
      let (first, second) = (
        left.value.linked + left.value.waiting, right.value.linked + right.value.waiting
      )
      return first == second ? left.key.precedesInBytes(right.key) : first > second
    }.map { code, counts in
      Row(
        code: code, name: ReportText(LinkRule(rawValue: code).meaning),
        linked: CountText(counts.linked), waiting: CountText(counts.waiting))
    }
    linked = CountText(byRule.values.reduce(0) { $0 + $1.linked })
    waiting = CountText(byRule.values.reduce(0) { $0 + $1.waiting })
    results = CountText(figures.results.count)
    linkedResults = CountText(figures.links.linkedResults)
    waitingResults = CountText(figures.links.waitingResults)
    unlinkedResults = CountText(figures.summary.links.none)
    applicants = figures.facts.applicantCount.map { CountText($0).description } ?? "\u{2013}"
    linkedApplicants = CountText(figures.links.linkedApplicants)
    let order = rows.map(\.code)
    waterfalls = figures.facts.waterfalls.sorted { left, right in
      let (first, second) = (
        order.firstIndex(of: left.rule) ?? order.count,
        order.firstIndex(of: right.rule) ?? order.count
      )
      return (left.zone, first) < (right.zone, second)
    }.map(Waterfall.init)
    hasWaterfalls = !waterfalls.isEmpty
  }
}
