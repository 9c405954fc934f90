extension Resolution {
  /// Cautions open pairs whose identifier somebody else of the same source has as well: it is copied, or
  /// typed for "none", and says little about who it is. Whoever sees one of them must see that of the name.
  func afterSharedIdentifiers() -> [Fate] {
    let isClaim = each { fates[$0].state == .open && pairs[$0].pattern.hasSameIdentifier }
    let claims = counts(isClaim)
    return each { position in
      var fate = fates[position]
      if !isClaim[position] { return fate }
      let (right, left) = (claims.ofRight(position) > 1, claims.ofLeft(position) > 1)
      if right { fate.cautions.insert(.severalLeft) }
      if left { fate.cautions.insert(.severalRight) }
      fate.isNeededInReview = (right || left) && pairs[position].pattern.hasAgreeingName
      return fate
    }
  }

  /// Cautions open pairs that have one identifier and two names, where another row has the name and the
  /// birth date: twins may have exchanged their numbers, or one wrote down the other's.
  ///
  /// Whoever sees such a pair must see the one of the name, too, however little it weighs beside it. Where
  /// identifiers lead crosswise between pairs of one name and birth date each, none of them is certain.
  func afterContradictedIdentifiers() -> [Fate] {
    let isOfNumber = each { position in
      let pattern = pairs[position].pattern
      return fates[position].state == .open && pattern.hasSameIdentifier && !pattern.hasAgreeingName
    }
    guard isOfNumber.contains(true) else { return fates }
    let isOfName = each { position in
      let pattern = pairs[position].pattern
      return fates[position].state == .open && !pattern.hasSameIdentifier && pattern.hasAgreeingName
        && pattern.birth == .equal
    }
    let ofNumber = counts(isOfNumber)
    let ofName = counts(isOfName)
    return each { position in
      var fate = fates[position]
      if isOfNumber[position] {
        if ofName.ofRight(position) > 0 { fate.cautions.insert(.severalLeft) }
        if ofName.ofLeft(position) > 0 { fate.cautions.insert(.severalRight) }
      } else if isOfName[position] {
        let (right, left) = (ofNumber.ofRight(position) > 0, ofNumber.ofLeft(position) > 0)
        if right || left { fate.isNeededInReview = true }
        if right && left { fate.cautions.formUnion([.severalLeft, .severalRight]) }
      }
      return fate
    }
  }
}
