import RecordLinkage

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
  let applicants: CountText
  let linkedApplicants: CountText

  init(_ run: ExchangeRun, _ counts: LinkedResults) {
    var byRule: [String: (linked: Int, waiting: Int)] = [:]
    for link in run.links.links {
      switch link.zone {
      case .auto: byRule[link.rule.rawValue, default: (0, 0)].linked += 1
      case .review: byRule[link.rule.rawValue, default: (0, 0)].waiting += 1
      }
    }
    rows = byRule.sorted { left, right in
      let (first, second) = (
        left.value.linked + left.value.waiting, right.value.linked + right.value.waiting
      )
      return first == second ? left.key.precedesInBytes(right.key) : first > second
    }.map { code, counts in
      Row(
        code: code, name: ReportText(code, in: ReportText.linkRules),
        linked: CountText(counts.linked), waiting: CountText(counts.waiting))
    }
    linked = CountText(byRule.values.reduce(0) { $0 + $1.linked })
    waiting = CountText(byRule.values.reduce(0) { $0 + $1.waiting })
    results = CountText(run.results.count)
    linkedResults = CountText(counts.linked)
    waitingResults = CountText(counts.waiting)
    unlinkedResults = CountText(counts.unlinked)
    applicants = CountText(run.applicants.applicants.count)
    linkedApplicants = CountText(counts.applicants)
  }
}
