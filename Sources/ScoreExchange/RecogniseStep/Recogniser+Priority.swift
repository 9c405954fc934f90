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
    trace.add { step in
      step.append("priority ")
      step.append(rule.priority.rawValue)
      step.append(": ")
      tellSources(attributes, region, group, points, &step)
      tellScaling(points, full, &step)
      tellTaper(full, total, priority, &step)
    }
    return priority
  }

  /// Tells where points come from, and what gives none.
  private func tellSources(
    _ attributes: ApplicantAttributes, _ region: PriorityRegion?, _ group: PriorityGroup?,
    _ points: Score, _ step: inout TraceOutput
  ) {
    var separator = ""
    if let region {
      step.append("region ")
      step.append(region.rawValue)
      step.append(" ")
      step.append(region.points, 2)
      separator = " + "
    }
    if let group {
      step.append(separator)
      step.append("group ")
      step.append(group.rawValue)
      if attributes.claims.count != 1 || attributes.claims[0] != .group(group) {
        step.append(" (\(claimed(attributes)))")
      }
      step.append(" ")
      step.append(group.points, 2)
    }
    if region != nil, group != nil {
      step.append(" = ")
      step.append(points, 2)
    }
    if region != nil || group != nil {
      step.append(" of 30")
      separator = ", "
    }
    if region == nil, let lapsed = attributes.region {
      step.append(separator)
      step.append(
        "region \(lapsed.rawValue) lapsed, school was left in \(attributes.graduationYear ?? year)")
      separator = ", "
    }
    if group == nil, !attributes.claims.isEmpty {
      step.append(separator)
      step.append("no group for \(claimed(attributes))")
      separator = ", "
    }
    if separator.isEmpty { step.append("none claimed") }
  }

  private func claimed(_ attributes: ApplicantAttributes) -> String {
    attributes.claims.map(\.description).joined(separator: ", ")
  }

  private func tellScaling(_ points: Score, _ full: ExactFraction, _ step: inout TraceOutput) {
    if full == ExactFraction(points) { return }
    step.append(", ")
    step.append(points, decimals)
    step.append(" x ")
    step.append(taper.maximum, decimals)
    step.append(" / 30 = ")
    step.append(full, decimals)
  }

  private static let tapered: TraceForm =
    ", tapered above \(.gap): (\(.gap) - \(.gap)) / \(.gap) x \(.gap) = \(.gap)"

  private func tellTaper(
    _ full: ExactFraction, _ total: ExactFraction, _ priority: ExactFraction,
    _ step: inout TraceOutput
  ) {
    guard full > .zero, taper.threshold < total else { return }
    step.append(Self.tapered) { gap, step in
      switch gap {
      case 0: step.append(taper.threshold, decimals)
      case 1: step.append(taper.maximum, decimals)
      case 2: step.append(total, decimals)
      case 3: step.append(taper.quarter, decimals)
      case 4: step.append(full, decimals)
      default: step.append(priority, decimals)
      }
    }
  }
}
