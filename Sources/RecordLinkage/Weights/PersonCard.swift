/// What tells most pairs of two people apart, in one line of a processor's cache.
struct PersonCard: Sendable {
  let identifier: IdentifierKey
  let bag: LetterBag
  /// The lower halves of the hashes of the name: unequal means that the whole hashes are unequal.
  let toned: UInt32
  let letters: UInt32
  let solid: UInt32
  let family: UInt32
  let given: UInt32
  /// The birth date as ddmmyyyy, four bits a digit; 0 missing.
  let birth: UInt32
  let letterCount: UInt16
  let syllableCount: UInt8
  let facts: UInt8
  /// How common the person's terms are; 0 on the right side, where nothing is counted.
  let share: LogShares

  init(_ keys: PersonKeys, bag: LetterBag, share: LogShares) {
    identifier = keys.identifier
    self.bag = bag
    toned = UInt32(truncatingIfNeeded: keys.toned)
    letters = UInt32(truncatingIfNeeded: keys.letters)
    solid = UInt32(truncatingIfNeeded: keys.solid)
    family = keys.family
    given = keys.given
    birth = keys.birth.digits
    letterCount = UInt16(clamping: keys.letterCount)
    syllableCount = keys.syllableCount
    facts =
      (keys.hasInitial ? 1 : 0) | (keys.former.isMissing ? 0 : 2) | (keys.toned == 0 ? 4 : 0)
      | (keys.hasOwnNumber ? 8 : 0)
    self.share = share
  }

  /// Some syllable is one letter.
  var hasInitial: Bool { facts & 1 != 0 }
  var hasFormer: Bool { facts & 2 != 0 }
  var hasNoName: Bool { facts & 4 != 0 }
  var hasOwnNumber: Bool { facts & 8 != 0 }

  /// The birth date with day and month changed over.
  var swappedBirth: UInt32 {
    birth >> 8 & 0xFF_0000 | birth << 8 & 0xFF00_0000 | birth & 0xFFFF
  }
}
