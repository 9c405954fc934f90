extension PairBound {
  /// Whether a pair that a pass finds may weigh as much as is kept although the identifiers differ in
  /// more than two digits.
  ///
  /// - Parameters:
  ///   - pass: The pass that finds the pair, no pass before it having found it.
  ///   - share: How common the left row's terms are.
  /// - Returns: False only where it cannot.
  func mayReach(_ pass: BlockingPass, _ share: LogShares) -> Bool {
    let birth: Float
    let name: Float
    switch pass {
    case .birthAndName: (birth, name) = (equalBirthBits(share), sameNameBits(share))
    case .birthAndGiven, .birthAndEnding, .birthAndBeginning:
      // The swapped date is looked up in the index of the straight one.
      (birth, name) = (max(equalBirthBits(share), otherBirthBits), anyNameBits(share))
    case .nameAndYear, .nameAndDay:
      // Who shares name and birth date was found by them.
      (birth, name) = (otherBirthBits, sameNameBits(share))
    case .nameAlone, .nameOfUndated: (birth, name) = (0, sameNameBits(share))
    default:
      (birth, name) = (max(0, equalBirthBits(share), otherBirthBits), anyNameBits(share))
    }
    return mayReach(birthBits: birth, nameBits: name)
  }
}
