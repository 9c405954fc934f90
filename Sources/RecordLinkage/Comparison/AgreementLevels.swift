/// How two names agree; `missing` is no evidence.
public enum NameLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// One side has no name.
  case missing = 0
  /// The same syllables, marks and order.
  case equal
  /// The same but for spacing or i/y (Mỹ and Mĩ).
  case variant
  /// The same letters, one side written without any mark.
  case bare
  /// The same syllables in another order, as equal or as bare.
  case reordered
  /// The same letters; some syllables lost their marks on one side.
  case partlyBare
  /// The same letters, but marks that contradict (Dũng and Dung written with marks elsewhere).
  case otherTones
  /// Letters one typing slip apart.
  case slip
  /// Letters two typing slips apart, in a name of twelve letters or more.
  case twoSlips
  /// Letters a few slips apart: at most one in four.
  case similar
  /// One name is part of the other: syllables are left out or shortened to initials.
  case shortened
  /// First and last syllable agree, the middle differs.
  case otherMiddle
  /// The last syllable and one more agree, the first differs; of two syllables the last agrees.
  case otherFamily
  /// The first syllable and others agree, the last differs.
  case otherGiven
  /// Nothing that counts agrees.
  case different

  /// The levels of names that have the same letters, in whatever order.
  static let ofSameLetters: [Self] = [
    .equal, .variant, .bare, .reordered, .partlyBare, .otherTones,
  ]
}

/// How two birth dates agree, best first; `missing` is no evidence.
public enum DateLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// One side has no date, or none but the year, as 1 January beside another day of it.
  case missing = 0
  /// The same day.
  case equal
  /// Day and month changed over.
  case swapped
  /// One digit wrong, or two neighbouring digits changed over.
  case slip
  /// Two of year, month and day agree.
  case twoParts
  /// Less agrees.
  case different
}

/// How two people's identifiers agree, best first; `missing` is no evidence.
public enum IdentifierLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// One side has none, or the two are of different kinds (CCCD and CMND).
  case missing = 0
  /// The same identifier.
  case equal
  /// The identifier of one side is the former one of the other.
  case former
  /// One digit wrong, missing or doubled, two neighbours changed over, or leading zeros lost.
  case slip
  /// One digit apart, but each number fits its own row: relatives rather than a slip.
  case neighbour
  /// Two digits apart.
  case near
  /// Further apart.
  case different
  /// Further apart, and each number fits its own row: two people rather than a clerk's error.
  case distinct

  /// Whether they are one or two digits apart and may be a clerk's error or two people's.
  var isNear: Bool { self == .neighbour || self == .near }
}

/// How two short values agree.
public enum ValueLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// One side has none.
  case missing = 0
  /// The same.
  case equal
  /// Not the same.
  case different
}
