extension RightScan {
  /// Least weight in bits of a further field whose agreement is evidence of its own: less is shared by
  /// more than one of four strangers.
  private static let tellingBits = 2.0

  /// Whether a twin, a sibling or somebody who lent an identifier could be meant, however high the
  /// weight is: then no pair is linked automatically.
  ///
  /// Relatives share family name, birth day, address and sometimes the identifier that a clerk
  /// copied; what they never share is the given name.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - weight: The weight in bits from which on it pays to look at the two rows again.
  /// - Returns: Whether only a person may link the pair.
  func isGuarded(_ pair: CandidatePair, lookingCloserFrom weight: Double) -> Bool {
    let pattern = pair.pattern
    let agreeingFurther = left.furtherFields.indices.count {
      let level = pattern.further($0)
      let agrees = level == FurtherLevel.equal.rawValue || level == FurtherLevel.close.rawValue
      return agrees && weights.further[$0][Int(level)] >= Self.tellingBits
    }
    let isSamePapers = pattern.hasSameIdentifier && pattern.birth == .equal
    // A number that fits neither row is somebody else's, or typed for "none".
    if pattern.identifier == .equal && !isSamePapers && pair.weight >= weight
      && foreignNumbers(pair).areBoth
    {
      return true
    }
    // Nor is somebody of the other sex the same person without the number to say so.
    if pattern.hasOtherGiven || pattern.sex == .different { return !pattern.hasSameIdentifier }
    // Some more fields that agree are evidence of their own, except for a twin at home, who shares all of
    // them and has another given name.
    if agreeingFurther >= (isSamePapers ? 2 : 3) {
      switch pattern.name {
      case .equal, .variant, .bare, .reordered, .partlyBare, .shortened, .missing:
        return false
      case .otherFamily:
        return pattern.identifier == .missing && pair.weight >= weight && hasOtherForeignWord(pair)
      case .slip, .twoSlips, .similar, .different:
        return !pattern.hasSameIdentifier && pair.weight >= weight
          && (hasOtherGiven(pair, sharingTheRest: false)
            || pattern.identifier == .missing && hasOtherForeignWord(pair))
      case .otherTones:
        return !pattern.hasSameIdentifier && pair.weight >= weight && !isMistyped(pair)
      case .otherMiddle, .otherGiven: return !pattern.hasSameIdentifier
      }
    }
    // A number is lent within a family, where names are alike and birth dates are not.
    if pattern.identifier == .equal && !pattern.hasAgreeingName
      && (pattern.birth == .twoParts || pattern.birth == .different)
    {
      return true
    }
    // A name alone, of somebody born on about the same day, is a namesake's too often.
    if pattern.identifier == .missing && pattern.birth != .equal { return true }
    switch pattern.name {
    case .equal, .variant, .bare, .reordered:
      if pattern.identifier.isNear && pair.weight >= weight && hasTwinNumbers(pair)
        && isWrittenWithoutMarks(pair)
      {
        // Hung may be Hưng without his marks, or his twin Hùng, whose number is the next one.
        return true
      }
      // A number that contradicts its own row is not its own, and says little about who it is.
      return pattern.identifier == .distinct
        || pattern.identifier == .different
          && !(pair.weight >= weight && foreignNumbers(pair).isOne)
    case .partlyBare:
      // So may Linh be Lĩnh, or her twin.
      return [.different, .distinct].contains(pattern.identifier)
        || pattern.identifier.isNear && pair.weight >= weight && hasTwinNumbers(pair)
    case .twoSlips
    where isSamePapers && pair.weight >= weight
      && hasOtherGiven(pair, sharingTheRest: true):
      // Thảo may be two slips away from Hà, or the twin whose number was typed.
      return true
    case .slip, .twoSlips, .similar, .otherTones, .shortened:
      return !pattern.hasSameIdentifier && pattern.identifier != .slip
        && !((pattern.identifier == .missing || pattern.identifier.isNear) && pair.weight >= weight
          && isMistyped(pair))
    case .otherFamily:
      return !isSamePapers
    case .missing, .otherMiddle, .otherGiven, .different:
      return true
    }
  }

  /// Whether the numbers of a pair contradict their own rows: one of two CCCD does in more than the sex, and
  /// each does.
  private func foreignNumbers(_ pair: CandidatePair) -> (isOne: Bool, areBoth: Bool) {
    let lefts = PersonKeys.withoutName(left.comparable([pair.left]), row: 0)
    let rights = PersonKeys.withoutName(right.comparable([pair.right]), row: 0)
    // Of an old number nothing is known.
    let isOld = min(lefts.identifier.digitCount, rights.identifier.digitCount) <= 9
    return (
      !isOld && (lefts.hasNumberOfOtherBirth || rights.hasNumberOfOtherBirth),
      lefts.hasForeignNumber && rights.hasForeignNumber
    )
  }

  /// Whether the numbers of a pair are such as twins get, one behind the other: each fits its own row,
  /// and they differ in nothing but the last two digits.
  private func hasTwinNumbers(_ pair: CandidatePair) -> Bool {
    let lefts = PersonKeys.withoutName(left.comparable([pair.left]), row: 0)
    let rights = PersonKeys.withoutName(right.comparable([pair.right]), row: 0)
    return lefts.identifier.digitCount == 12 && rights.identifier.digitCount == 12
      && !lefts.hasForeignNumber && !rights.hasForeignNumber
      && lefts.identifier.hasSameBeginning(as: rights.identifier, digits: 10)
  }

  /// Whether one of the names has no mark at all.
  private func isWrittenWithoutMarks(_ pair: CandidatePair) -> Bool {
    left.standardRow(Int(pair.left)).keys[0].isBare
      || right.standardRow(Int(pair.right)).keys[0].isBare
  }

  /// Whether the given names of a pair differ, and both are such as people have.
  private func hasOtherGiven(_ pair: CandidatePair, sharingTheRest: Bool) -> Bool {
    let lefts = left.standardRow(Int(pair.left))
    let rights = right.standardRow(Int(pair.right))
    var names = NameComparison()
    return names.hasOtherGiven(
      lefts.keys[0], lefts.store, rights.keys[0], rights.store, sharingTheRest: sharingTheRest)
  }

  /// Whether a word of a pair's names is another one, as foreign names have them.
  private func hasOtherForeignWord(_ pair: CandidatePair) -> Bool {
    let lefts = left.standardRow(Int(pair.left))
    let rights = right.standardRow(Int(pair.right))
    var names = NameComparison()
    return names.hasOtherForeignWord(
      lefts.keys[0], lefts.store, rights.keys[0], rights.store)
  }

  private func isMistyped(_ pair: CandidatePair) -> Bool {
    let lefts = left.standardRow(Int(pair.left))
    let rights = right.standardRow(Int(pair.right))
    var names = NameComparison()
    return names.isMistyped(
      lefts.keys[0], lefts.store, rights.keys[0], rights.store,
      marksMayBeLost: pair.pattern.identifier == .missing || !hasTwinNumbers(pair))
  }
}
