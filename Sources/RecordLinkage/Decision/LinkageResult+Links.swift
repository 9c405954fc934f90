import Parallel

extension LinkageResult {
  /// Puts the outcomes of a resolution in order.
  init(
    _ resolution: Resolution, _ found: RightScan.Found, _ scan: RightScan,
    _ trained: ModelTraining.Outcome, plan: WorkPlan
  ) {
    let (left, right) = (scan.left, scan.right)
    let positions = LinkOrder(left: left, right: right, plan: plan)
      .ordered(resolution.listed, of: resolution.pairs, plan: plan)
    let parts = plan.mapChunks(of: positions.count, chunkLength: 1 << 15) { places in
      let links = positions[places].compactMap { position in
        resolution.outcome(Int(position)).map {
          PersonLink(
            resolution.pairs[Int(position)], zone: $0.zone, cautions: $0.cautions,
            furtherFields: left.furtherFields)
        }
      }
      return (links: links, examples: Self.firstOfEach(links))
    }
    let links = Array(parts.lazy.map(\.links).joined())
    let examples = Self.firstOfEach(parts.flatMap(\.examples))
    let waterfalls = scan.explained(examples.map { ($0.left, $0.right) })
    let autoCount = links.count { $0.zone == .auto }
    self.init(
      links: links, autoCount: autoCount, reviewCount: links.count - autoCount,
      noneCount: right.count - resolution.listedRightCount, comparedPairs: found.compared,
      capped: found.capped,
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
