extension PairBound {
  /// The most that birth dates and names add to a pair that a pass finds, no pass before it having
  /// found it.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - share: How common the left row's terms are.
  /// - Returns: A weight in bits, for all right rows that the pass may find for the left one.
  func most(_ pass: BlockingPass, _ share: LogShares) -> Float {
    switch pass {
    case .birthAndName: equalBirthBits(share) + sameNameBits(share)
    case .birthAndGiven, .birthAndEnding, .birthAndBeginning:
      // The swapped date is looked up in the index of the straight one.
      max(equalBirthBits(share), otherBirthBits) + anyNameBits(share)
    case .nameAndYear, .nameAndDay:
      // Who shares name and birth date was found by them.
      otherBirthBits + sameNameBits(share)
    case .nameAlone, .nameOfUndated: sameNameBits(share)
    default: max(0, equalBirthBits(share), otherBirthBits) + anyNameBits(share)
    }
  }

  /// Whether a pair may weigh as much as is kept although its identifiers differ in more than two
  /// digits.
  func mayReachUnlike(_ most: Float) -> Bool { start + otherIdentifier + most >= least }

  /// Whether a pair may weigh as much as is kept if one side has no identifier.
  func mayReachWithoutIdentifier(_ most: Float) -> Bool {
    start + missingIdentifier + most >= least
  }
}
