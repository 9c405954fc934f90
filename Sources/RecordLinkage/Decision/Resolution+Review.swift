extension Resolution {
  /// Puts in review what is left and probable enough beside the best rival of both its rows: of two
  /// pairs that exclude each other at most one is true, so each takes from the other's probability.
  ///
  /// A relative weighs more than the person herself where her number is the next one, and the person
  /// has none: what could be a relative takes nothing from what could not.
  func afterReviews() -> [Fate] {
    let rivals = strongestRivals()
    let sureRivals = strongestRivals { !$0.cautions.contains(.relativeOrNamesake) }
    let chances: [Double] = each { position in
      guard fates[position].state == .open else { return 0 }
      let isGuarded = fates[position].cautions.contains(.relativeOrNamesake)
      let rival = isGuarded ? rivals[position] : sureRivals[position]
      let weight = pairs[position].weight + prior.bits
      return probability(bits: bits(weight, besideRival: rival.ofEquals + prior.bits))
    }
    let least = leastReviewed(chances)
    let isReviewed = each { position in
      guard fates[position].state == .open else { return fates[position].state == .review }
      if fates[position].isNeededInReview { return true }
      return pairs[position].pattern.hasSameIdentifier
        ? pairs[position].weight > rivals[position].weight - model.margin
        : chances[position] >= least
    }
    let reviews = counts(isReviewed)
    return each { position in
      var fate = fates[position]
      if isReviewed[position] {
        fate.state = .review
        if reviews.ofRight(position) > 1 { fate.cautions.insert(.severalLeft) }
        if reviews.ofLeft(position) > 1 { fate.cautions.insert(.severalRight) }
      } else if fate.state == .open {
        fate.state = .dropped
      }
      return fate
    }
  }

  /// The review goes down to this share of the model's least probability.
  static let deepestReview = 0.25
  /// So many of all links may be expected among the pairs that nobody looks at.
  private static let unseenShare = 0.001

  /// The least probability of a pair in review: the model's own, or less where more true links than
  /// ``unseenShare`` would be expected below it, as in files where most identifiers are missing.
  private func leastReviewed(_ chances: [Double]) -> Double {
    let steps = 16
    var expected = [Int](repeating: 0, count: steps)
    // Summed in millionths, for sums of fractions would depend on the order of the rows.
    for chance in chances where chance < model.reviewProbability {
      let step = Int(chance / model.reviewProbability * Double(steps))
      expected[min(step, steps - 1)] += Int(chance * 1_000_000)
    }
    let links = fates.count { $0.state == .auto }
    var unseen = expected.reduce(0, +)
    var step = steps
    while step > Int(Double(steps) * Self.deepestReview),
      Double(unseen) > Self.unseenShare * 1_000_000 * Double(links)
    {
      step -= 1
      unseen -= expected[step]
    }
    return model.reviewProbability * Double(step) / Double(steps)
  }
}
