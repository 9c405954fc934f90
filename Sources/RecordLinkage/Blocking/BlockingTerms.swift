/// What the keys of one row are made of in all passes, found once.
struct BlockingTerms {
  /// A value that is the second part of keys; 0 where it is missing.
  struct Term {
    let value: UInt64
    private let mixed: UInt64

    init(_ value: UInt64) {
      self.value = value
      mixed = mixedSecond(value)
    }

    /// The key of this value behind another one; 0 where one is missing.
    @inline(__always)
    func joined(after first: UInt64) -> UInt64 {
      first == 0 || value == 0 ? 0 : max(1, RecordLinkage.mixed(first ^ mixed))
    }
  }

  /// Hashes of some letters from the ends of a name.
  struct NameEnds {
    /// The last five letters.
    var ending = Term(0)
    /// The first eight letters. Of shorter names of two syllables it is the first syllable, which finds
    /// another given name in the place of ``forenames``.
    var beginning = Term(0)
    /// All but those of the last syllable. Of two syllables in six letters or less it is the whole name,
    /// which is that of a name with a syllable more; with seven letters it finds both shorter and longer
    /// names by their first syllable.
    var forenames = Term(0)
  }

  let position: Int
  let identifier: IdentifierKey
  /// As in ``PackedDate``.
  let birth: UInt64
  let swappedBirth: UInt64
  let saysNoDay: Bool
  let family: Term
  let given: Term
  /// The same for names of the same letters, and for few others.
  let anagram: Term
  private let firstSerial: Term
  private let lastSerial: Term
  /// Nothing where they were not asked for.
  private(set) var ends = NameEnds()

  /// The terms of a row.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - position: Its position.
  ///   - hasEnds: Whether the passes look at the ends of names.
  @inline(__always)
  init(_ rows: StandardRows, _ position: Int, hasEnds: Bool) {
    let keys = rows.keys[position]
    let letters = rows.bags[position].bits
    let digits = PairSketch(keys).digits
    func serial(_ part: BlockingPass.SerialPart) -> Term {
      Term(digits == 0 ? 0 : UInt64(digits & part.rawValue) | UInt64(part.rawValue) << 32)
    }
    self.position = position
    identifier = keys.identifier
    birth = UInt64(keys.birth.bits)
    swappedBirth = UInt64(keys.birth.swapped.bits)
    saysNoDay = keys.birth.saysNoDay
    family = Term(UInt64(keys.family))
    given = Term(UInt64(keys.given))
    anagram = Term(letters == 0 ? 0 : letters ^ UInt64(keys.letterCount) << 26)
    firstSerial = serial(.first)
    lastSerial = serial(.last)
    if hasEnds && birth != 0 { ends = NameEnds(rows, position) }
  }

  /// Some digits of a whole identifier.
  @inline(__always)
  func serial(_ part: BlockingPass.SerialPart) -> Term {
    switch part {
    case .first: firstSerial
    case .last: lastSerial
    }
  }

  /// The last six digits of the identifier; 0 unless it has more.
  var lastSixDigits: UInt64 {
    let digits = identifier.digitCount
    return digits < 7 ? 0 : (identifier.bits << 4) >> (4 * UInt64(digits - 6) + 4) | 1 << 32
  }

  /// The first nine digits of the identifier; 0 unless it has two more.
  var firstNineDigits: UInt64 {
    identifier.digitCount < 11 ? 0 : identifier.bits & 0xF_FFFF_FFFF | 9 << 36
  }
}

extension BlockingTerms.NameEnds {
  private static let endingLength = 5
  private static let beginningLength = 8

  /// The ends of the name at a position.
  fileprivate init(_ rows: StandardRows, _ position: Int) {
    let range = rows.keys[position].letterRange
    let letters = rows.letters.span
    func add(_ place: Int, _ hash: inout UInt64) {
      hash = (hash ^ UInt64(letters[place])) &* 0x0000_0100_0000_01B3
    }
    var hash: UInt64 = 0
    if range.count >= Self.endingLength {
      for back in 1...Self.endingLength { add(range.upperBound - back, &hash) }
      ending = BlockingTerms.Term(hash)
    }
    let beforeGiven = rows.letterCountBeforeGiven(position)
    hash = 0
    for count in 0..<max(beforeGiven, min(Self.beginningLength, range.count)) {
      add(range.lowerBound + count, &hash)
      if count + 1 == beforeGiven { forenames = BlockingTerms.Term(hash) }
      if count + 1 == Self.beginningLength { beginning = BlockingTerms.Term(hash) }
    }
    if rows.keys[position].syllableCount == 2 && range.count < Self.beginningLength {
      beginning = forenames
      if range.count < Self.beginningLength - 1 { forenames = BlockingTerms.Term(hash) }
    }
  }
}
