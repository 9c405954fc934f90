internal import Scores

extension Recogniser {
  /// The priority points of an applicant with this total, exactly.
  func priority(
    of attributes: ApplicantAttributes, total: ExactFraction, _ trace: inout Trace
  ) throws(ScoreError) -> ExactFraction {
    guard rule.priority != .none else { return .zero }
    let regionCounts = PriorityRule.regionCounts(
      graduationYear: attributes.graduationYear, year: year)
    let region = regionCounts ? attributes.region : nil
    let group = rule.priority.group(of: attributes.claims)
    let points = try (region?.points ?? .zero).adding(group?.points ?? .zero)
    let full = try taper.full(points)
    let priority = try taper.tapered(full, total: total)
    trace.add(
      """
      priority \(rule.priority.rawValue): \(sources(attributes, region, group, points))\
      \(scaling(points, full))\(taperText(full, total, priority))
      """)
    return priority
  }

  /// Where points come from, and what gives none.
  private func sources(
    _ attributes: ApplicantAttributes, _ region: PriorityRegion?, _ group: PriorityGroup?,
    _ points: Score
  ) -> TraceText {
    var words = TraceText()
    if let region { words.join("region \(region.rawValue) \(region.points, 2)") }
    if let group {
      var claims = ""
      if attributes.claims != [.group(group)] { claims = " (\(claimed(attributes)))" }
      let term: TraceText = "group \(group.rawValue)\(claims) \(group.points, 2)"
      words = words.isEmpty ? term : "\(words) + \(term) = \(points, 2)"
    }
    if !words.isEmpty { words = "\(words) of 30" }
    if region == nil, let lapsed = attributes.region {
      let graduation = attributes.graduationYear ?? year
      words.join("region \(lapsed.rawValue) lapsed, school was left in \(graduation)")
    }
    if group == nil, !attributes.claims.isEmpty {
      words.join("no group for \(claimed(attributes))")
    }
    return words.isEmpty ? "none claimed" : words
  }

  private func claimed(_ attributes: ApplicantAttributes) -> String {
    attributes.claims.map(\.description).joined(separator: ", ")
  }

  private func scaling(_ points: Score, _ full: ExactFraction) -> TraceText {
    if full == ExactFraction(points) { return TraceText() }
    return ", \(points, decimals) x \(taper.maximum, decimals) / 30 = \(full, decimals)"
  }

  private func taperText(
    _ full: ExactFraction, _ total: ExactFraction, _ priority: ExactFraction
  ) -> TraceText {
    guard full > .zero, taper.threshold < total else { return TraceText() }
    return """
      , tapered above \(taper.threshold, decimals): (\(taper.maximum, decimals) - \
      \(total, decimals)) / \(taper.quarter, decimals) x \(full, decimals) = \
      \(priority, decimals)
      """
  }
}
