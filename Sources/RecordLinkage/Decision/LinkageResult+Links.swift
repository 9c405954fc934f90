extension LinkageResult {
  /// Puts the outcomes of a resolution in order.
  init(
    _ resolution: Resolution, _ found: RightScan.Found, _ scan: RightScan,
    _ trained: ModelTraining.Outcome
  ) {
    let (left, right) = (scan.left, scan.right)
    var isListed = [Bool](repeating: false, count: right.count)
    let outcomes = resolution.outcomes()
    let order = LinkOrder(left: left.keys, right: right)
      .places(found.pairs, outcomes.map(\.position))
    let links = order.map { place in
      let (position, zone, cautions) = outcomes[place]
      let pair = found.pairs[position]
      isListed[Int(pair.right)] = true
      return PersonLink(
        pair, zone: zone, cautions: cautions, furtherFields: left.furtherFields)
    }
    let examples = Self.firstOfEach(links)
    let waterfalls = scan.explained(examples.map { ($0.left, $0.right) })
    let autoCount = links.count { $0.zone == .auto }
    self.init(
      links: links, autoCount: autoCount, reviewCount: links.count - autoCount,
      noneCount: isListed.count { !$0 }, comparedPairs: found.compared, capped: found.capped,
      unmatchedDecisions: scan.decisions.unmatched, model: trained.model,
      untrainedFields: trained.untrainedFields,
      examples: zip(examples, waterfalls).map { LinkExample(link: $0, waterfall: $1) })
  }

  /// The first link of each zone and rule.
  private static func firstOfEach(_ links: [PersonLink]) -> [PersonLink] {
    var seen: [PersonLink] = []
    return links.filter { link in
      // There are few rules.
      if seen.contains(where: { $0.zone == link.zone && $0.rule == link.rule }) { return false }
      seen.append(link)
      return true
    }
  }
}
