/// The most that the fields of a pair with one left row add.
struct MostOfFields: Sendable {
  /// An equal birth date.
  let equalBirth: Float
  /// A name of the same letters, and another one.
  let sameName: Float
  let otherName: Float
}

extension PairBound {
  /// The most that the fields of a pair with a row add, whose terms are as common as `share` says.
  func mostOfFields(_ share: LogShares) -> MostOfFields {
    MostOfFields(
      equalBirth: equalBirthBits(share), sameName: sameNameBits(share),
      otherName: unlikeNameBits(share))
  }

  /// Which of the pairs that a pass finds for a left row are worth looking at, as far as its
  /// identifier and the letters of its name tell.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - fields: The most that the fields of a pair with the row add.
  /// - Returns: What tells them; no pair is left out that may weigh as much as is kept and that no
  ///   other pass finds.
  func worth(_ pass: BlockingPass, _ fields: MostOfFields) -> PairWorth {
    let most = most(pass, fields)
    func byName(_ identifier: Float) -> PairWorth.ByName {
      (start + identifier + most.same >= least, start + identifier + most.other >= least)
    }
    return PairWorth(
      near: start + nearIdentifier + most.near >= least,
      different: byName(differentIdentifier), distinct: byName(distinctIdentifier),
      missing: byName(missingIdentifier))
  }

  /// The most that birth dates and names add to a pair that a pass finds and no pass before it.
  ///
  /// - Returns: Weights in bits where two whole identifiers are near to each other; of other pairs,
  ///   where the names have the same letters in the same order, and where not.
  private func most(
    _ pass: BlockingPass, _ fields: MostOfFields
  ) -> (near: Float, same: Float, other: Float) {
    let none = -Float.infinity
    let (equalBirth, sameName, otherName) = (
      fields.equalBirth, fields.sameName, fields.otherName
    )
    let otherBirth = max(0, otherBirthBits)
    switch pass {
    // Whoever shares an identifier is kept, whatever else differs.
    case .identifier: return (.infinity, .infinity, .infinity)
    case .birthAndName:
      let both = equalBirth + sameName
      return (both, both, both)
    case .swappedBirthAndName, .nameAndTwoParts:
      let both = otherBirthBits + sameName
      return (both, both, both)
    case .swappedBirthAndGiven:
      return (otherBirthBits + otherName, none, otherBirthBits + otherName)
    case .birthAndGiven: return (equalBirth + otherName, none, equalBirth + otherName)
    case .birthAndEnding, .birthAndBeginning, .birthAndForenames:
      return (none, none, equalBirth + otherName)
    // Identifiers a slip apart are found beside one birth date or one name; beside neither, by their
    // digits.
    case .birthAndSerial: return (equalBirth + otherName, none, none)
    case .nameAndSerial: return (otherBirth + sameName, none, none)
    case .identifierEndAndGiven, .identifierBeginningAndGiven:
      let neither = otherBirth + otherName
      return (neither, neither, neither)
    case .nameAlone, .nameOfUndated: return (none, sameName, sameName)
    default:
      let any = max(equalBirth, otherBirth) + max(sameName, otherName)
      return (any, any, any)
    }
  }
}
