/// Compares pairs of records and weighs what it finds; one for each worker.
struct PairScorer {
  let right: PersonTable
  let weights: WeightTable
  let frequencies: TermFrequencies
  /// The cards of the left rows.
  let cards: [PersonCard]
  /// Their further values.
  private let leftFurther: [TextColumn]
  private var names = NameComparison()
  private var values = FurtherComparison()

  init(
    left: any PersonRows, right: PersonTable, weights: WeightTable, frequencies: TermFrequencies,
    cards: [PersonCard]
  ) {
    self.right = right
    self.weights = weights
    self.frequencies = frequencies
    self.cards = cards
    // Only a table has some.
    leftFurther = (left as? PersonTable)?.further ?? []
  }

  /// The agreement of a left row with a right row.
  mutating func pattern(
    _ lefts: StandardRows, _ l: Int, _ rights: StandardRows, _ r: Int
  ) -> AgreementPattern {
    let (one, other) = (lefts.keys[l], rights.keys[r])
    var pattern = AgreementPattern(
      name: names.compare(lefts, l, rights, r),
      birth: PackedDate.compare(one.birth, other.birth),
      identifier: PersonKeys.compareIdentifiers(one, other),
      sex: Self.value(UInt64(one.sex), UInt64(other.sex)),
      province: Self.value(lefts.province(l), rights.province(r)))
    pattern.hasOtherGiven =
      pattern.name == .reordered && one.family == other.family && one.given != other.given
    for field in weights.furtherKinds.indices {
      pattern.setFurther(field, further(field, lefts, l, rights, r).rawValue)
    }
    return pattern
  }

  private static func value(_ left: UInt64, _ right: UInt64) -> ValueLevel {
    left == 0 || right == 0 ? .missing : left == right ? .equal : .different
  }

  private mutating func further(
    _ field: Int, _ lefts: StandardRows, _ l: Int, _ rights: StandardRows, _ r: Int
  ) -> FurtherLevel {
    let (one, other) = (lefts.further(l, field), rights.further(r, field))
    if one == 0 || other == 0 { return .missing }
    if one == other { return .equal }
    let kind = weights.furtherKinds[field]
    if kind == .text {
      // Written into a sister column, as the lines of an address are.
      for sister in weights.furtherKinds.indices
      where sister != field && weights.furtherKinds[sister] == .text {
        if one == rights.further(r, sister) || other == lefts.further(l, sister) { return .close }
      }
    }
    return values.compare(
      kind, leftFurther[field], Int(lefts.tableRows[l]), right.further[field],
      Int(rights.tableRows[r]))
  }

  private func birthBits(_ level: DateLevel, _ share: LogShares) -> Double {
    level == .equal
      ? weights.birthLogM - Double(share.birth) : weights.birth[Int(level.rawValue)]
  }

  /// The weight in bits of a pair with this pattern, the prior included.
  func weight(
    _ pattern: AgreementPattern, _ lefts: StandardRows, _ l: Int, _ rights: StandardRows, _ r: Int
  ) -> Double {
    var bits = weights.prior
    for field in 0..<5 + weights.furtherKinds.count {
      bits += self.bits(field, pattern, lefts, l, rights.keys[r])
    }
    return bits
  }

  /// What each field adds, by its place.
  func parts(
    _ pattern: AgreementPattern, _ lefts: StandardRows, _ l: Int, _ other: PersonKeys
  ) -> [Double] {
    (0..<5 + weights.furtherKinds.count).map { bits($0, pattern, lefts, l, other) }
  }

  private func bits(
    _ field: Int, _ pattern: AgreementPattern, _ lefts: StandardRows, _ l: Int, _ other: PersonKeys
  ) -> Double {
    switch field {
    case 0: nameBits(pattern.name, lefts.keys[l], cards[l].share, other)
    case 1: birthBits(pattern.birth, cards[l].share)
    case 2: weights.identifier[Int(pattern.identifier.rawValue)]
    case 3: weights.sex[Int(pattern.sex.rawValue)]
    case 4: weights.province[Int(pattern.province.rawValue)]
    default: furtherBits(field - 5, pattern.further(field - 5), lefts, l)
    }
  }

  /// An agreement on a name says the more, the rarer the name is: its chance is the share of the
  /// name itself, times how often chance meets this level for one equal name.
  private func nameBits(
    _ level: NameLevel, _ keys: PersonKeys, _ share: LogShares, _ other: PersonKeys
  ) -> Double {
    let place = Int(level.rawValue)
    let logChance: Double
    switch level {
    case .missing: return 0
    case .equal: logChance = Double(keys.isBare ? share.letters : share.toned)
    case .variant, .bare, .reordered, .partlyBare, .otherTones, .slip, .twoSlips:
      logChance = weights.nameLogRatio[place] + Double(share.letters)
    case .similar, .different: logChance = weights.nameLogU[place]
    case .shortened where min(keys.syllableCount, other.syllableCount) == 1:
      logChance = Double(max(share.family, share.given))
    case .shortened, .otherMiddle: logChance = Double(share.family) + Double(share.given)
    case .otherFamily: logChance = Double(share.given)
    case .otherGiven: logChance = Double(share.family)
    }
    return weights.nameLogM[place] - min(0, logChance)
  }

  private func furtherBits(
    _ field: Int, _ level: UInt8, _ lefts: StandardRows, _ l: Int
  ) -> Double {
    guard level == FurtherLevel.equal.rawValue else { return weights.further[field][Int(level)] }
    return weights.furtherLogM[field] - frequencies.logFurther(field, lefts, l)
  }
}
