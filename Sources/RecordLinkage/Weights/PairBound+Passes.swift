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
    let (same, other) = most(pass, share)
    let (apart, missing) = (start + otherIdentifier, start + missingIdentifier)
    return PairWorth(
      apart: (apart + same >= least, apart + other >= least),
      missing: (missing + same >= least, missing + other >= least))
  }

  /// The most that birth dates and names add to a pair that a pass finds.
  ///
  /// - Returns: A weight in bits where the names have the same letters in the same order, and one for
  ///   all other pairs of the pass.
  private func most(_ pass: BlockingPass, _ share: LogShares) -> (same: Float, other: Float) {
    let (equalBirth, sameName) = (equalBirthBits(share), sameNameBits(share))
    let anyName = max(sameName, unlikeNameBits(share))
    switch pass {
    case .birthAndName: return (equalBirth + sameName, equalBirth + sameName)
    case .birthAndGiven, .birthAndEnding, .birthAndBeginning:
      // Of equal birth dates, syllables in another order are found by date and name. The index of the
      // first is asked for the date changed over, too.
      let swapped = otherBirthBits + anyName
      return (
        max(equalBirth + sameName, swapped), max(equalBirth + unlikeNameBits(share), swapped)
      )
    case .nameAndYear, .nameAndDay:
      // Who shares name and birth date is found by them.
      return (otherBirthBits + sameName, otherBirthBits + sameName)
    case .nameAlone, .nameOfUndated: return (sameName, sameName)
    default:
      // Who shares birth date and syllables is found by them.
      let apart = max(0, otherBirthBits) + anyName
      return (
        max(equalBirth + sameName, apart), max(equalBirth + unlikeNameBits(share), apart)
      )
    }
  }
}
