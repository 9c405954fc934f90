extension PairBound {
  /// Which of the pairs that a pass finds for a left row are worth looking at, as far as its
  /// identifier and the letters of its name tell.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - share: How common the row's terms are.
  /// - Returns: What tells them; no pair is left out that may weigh as much as is kept and that no
  ///   other pass finds.
  func worth(_ pass: BlockingPass, _ share: LogShares) -> PairWorth {
    let most = most(pass, share)
    let (apart, missing) = (start + otherIdentifier, start + missingIdentifier)
    return PairWorth(
      near: start + nearIdentifier + most.near >= least,
      apart: (apart + most.same >= least, apart + most.other >= least),
      missing: (missing + most.same >= least, missing + most.other >= least))
  }

  /// The most that birth dates and names add to a pair that a pass finds and no pass before it.
  ///
  /// - Returns: Weights in bits where two whole identifiers are near to each other; of other pairs,
  ///   where the names have the same letters in the same order, and where not.
  private func most(
    _ pass: BlockingPass, _ share: LogShares
  ) -> (near: Float, same: Float, other: Float) {
    let none = -Float.infinity
    let equalBirth = equalBirthBits(share)
    let otherBirth = max(0, otherBirthBits)
    let sameName = sameNameBits(share)
    let otherName = unlikeNameBits(share)
    switch pass {
    // Whoever shares an identifier is kept, whatever else differs.
    case .identifier: return (.infinity, .infinity, .infinity)
    // The indexes of these two are asked for the date changed over, too.
    case .birthAndName:
      let both = max(equalBirth, otherBirthBits) + sameName
      return (both, both, both)
    case .birthAndGiven:
      return (otherBirthBits + otherName, none, max(equalBirth, otherBirthBits) + otherName)
    case .birthAndEnding, .birthAndBeginning, .birthAndShortBeginning:
      return (none, none, equalBirth + otherName)
    // Near identifiers are found beside one birth date or one name; beside neither, by their digits.
    case .birthAndSerial: return (equalBirth + otherName, none, none)
    case .nameAndSerial: return (otherBirth + sameName, none, none)
    case .identifierEndAndGiven, .identifierBeginningAndGiven:
      let neither = otherBirth + otherName
      return (neither, neither, neither)
    case .nameAndTwoParts:
      return (none, otherBirthBits + sameName, otherBirthBits + sameName)
    case .nameAlone, .nameOfUndated: return (none, sameName, sameName)
    default:
      let any = max(equalBirth, otherBirth) + max(sameName, otherName)
      return (any, any, any)
    }
  }
}
