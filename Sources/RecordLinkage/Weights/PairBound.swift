/// The most that a pair can weigh, told from two cards without comparing names letter by letter.
///
/// The bound is never below the weight, so that leaving out pairs whose bound is too low changes no
/// result; nearly all pairs that only share a block are left out so.
struct PairBound: Sendable {
  let least: Float
  /// The prior, and the most that sex and province add.
  let start: Float
  /// Weights of identifiers by ``IdentifierLevel``; `slip` stands for every one near an equal one.
  let missingIdentifier: Float
  let nearIdentifier: Float
  /// Identifiers far apart, and those of which moreover each fits its own row.
  let differentIdentifier: Float
  let distinctIdentifier: Float
  private let birthLogM: Float
  private let swappedBirth: Float
  private let slippedBirth: Float
  private let twoParts: Float
  private let otherBirth: Float
  private let nameGain: Float
  /// log2 m of names some slips apart, and of the chance that goes with one equal name.
  private let slip: Float
  private let slipRatio: Float
  private let twoSlips: Float
  private let twoSlipsRatio: Float
  private let similar: Float
  private let different: Float
  private let shortened: Float
  private let otherMiddle: Float
  private let otherFamily: Float
  private let otherGiven: Float

  /// Weights are rounded to single precision here; this is more than the sum of what that costs.
  private static let slack: Float = 0.01

  init(_ weights: WeightTable, least: Double) {
    self.least = Float(least) - Self.slack
    start = Float(weights.prior + weights.sideGain)
    func identifier(_ level: IdentifierLevel) -> Float {
      Float(weights.identifier[Int(level.rawValue)])
    }
    missingIdentifier = identifier(.missing)
    differentIdentifier = identifier(.different)
    distinctIdentifier = identifier(.distinct)
    nearIdentifier = max(
      identifier(.slip), identifier(.neighbour), identifier(.near), identifier(.different),
      identifier(.distinct), identifier(.missing))
    func birth(_ level: DateLevel) -> Float { Float(weights.birth[Int(level.rawValue)]) }
    birthLogM = Float(weights.birthLogM)
    swappedBirth = birth(.swapped)
    slippedBirth = birth(.slip)
    twoParts = birth(.twoParts)
    otherBirth = birth(.different)
    func logM(_ level: NameLevel) -> Float { Float(weights.nameLogM[Int(level.rawValue)]) }
    func logRatio(_ level: NameLevel) -> Float { Float(weights.nameLogRatio[Int(level.rawValue)]) }
    func bits(_ level: NameLevel) -> Float {
      logM(level) - min(0, Float(weights.nameLogU[Int(level.rawValue)]))
    }
    nameGain = Float(weights.nameGain)
    slip = logM(.slip)
    slipRatio = logRatio(.slip)
    twoSlips = logM(.twoSlips)
    twoSlipsRatio = logRatio(.twoSlips)
    similar = bits(.similar)
    different = bits(.different)
    shortened = logM(.shortened)
    otherMiddle = logM(.otherMiddle)
    otherFamily = logM(.otherFamily)
    otherGiven = logM(.otherGiven)
  }

  /// What an equal birth date adds.
  func equalBirthBits(_ share: LogShares) -> Float { birthLogM - share.birth }

  /// The most that two dates that are not equal add.
  var otherBirthBits: Float { max(swappedBirth, slippedBirth, twoParts, otherBirth) }

  /// The most that a name of the same letters adds.
  func sameNameBits(_ share: LogShares) -> Float {
    max(nameGain - min(share.letters, share.toned), shortened - share.family - share.given)
  }

  /// The most that a name of other letters adds.
  func unlikeNameBits(_ share: LogShares) -> Float {
    max(
      max(0, different, similar, shortened - share.family - share.given),
      max(
        slip - min(0, slipRatio + share.letters), twoSlips - min(0, twoSlipsRatio + share.letters),
        otherMiddle - share.family - share.given),
      max(otherFamily - share.given, otherGiven - share.family))
  }

  /// Whether a pair may weigh as much as is kept, or share an identifier.
  @inline(__always)
  func mayReach(
    _ left: PersonCard, _ right: PersonCard, _ lefts: StandardRows, _ l: Int,
    _ rights: StandardRows, _ r: Int
  ) -> Bool {
    let hasFormer = left.hasFormer || right.hasFormer
    if hasFormer, PersonKeys.compareIdentifiers(lefts.keys[l], rights.keys[r]) == .former {
      return true
    }
    guard let identifier = identifierBits(left, right) else { return true }
    let known =
      start + (hasFormer ? max(identifier, nearIdentifier) : identifier) + birthBits(left, right)
    return known + nameBits(left, right) >= least
  }

  /// The most that the identifiers add; nil where they may be the same.
  @inline(__always)
  private func identifierBits(_ left: PersonCard, _ right: PersonCard) -> Float? {
    let (l, r) = (left.identifier, right.identifier)
    if l.isMissing || r.isMissing { return missingIdentifier }
    if l == r { return nil }
    guard l.digitCount == r.digitCount else {
      return switch PersonKeys.otherLength(l, r) {
      case .missing: missingIdentifier
      case .different: differentIdentifier
      default: nearIdentifier
      }
    }
    let isNear = l.digitCount > 0 && NibbleDifference.count(l.bits, r.bits) <= 2
    if isNear { return nearIdentifier }
    return left.hasOwnNumber && right.hasOwnNumber ? distinctIdentifier : differentIdentifier
  }

  @inline(__always)
  private func birthBits(_ left: PersonCard, _ right: PersonCard) -> Float {
    let (l, r) = (left.birth, right.birth)
    if l == 0 || r == 0 { return 0 }
    if l == r { return equalBirthBits(left.share) }
    if Self.isNewYear(l) || Self.isNewYear(r) {
      return max(0, max(slippedBirth, max(twoParts, otherBirth)))
    }
    if left.swappedBirth == r { return max(swappedBirth, max(slippedBirth, twoParts)) }
    let difference = l ^ r
    let parts =
      (difference & 0xFF00_0000 == 0 ? 1 : 0) + (difference & 0xFF_0000 == 0 ? 1 : 0)
      + (difference & 0xFFFF == 0 ? 1 : 0)
    let count = NibbleDifference.count(UInt64(l), UInt64(r))
    let far = max(parts == 2 ? twoParts : otherBirth, otherBirth)
    return count <= 2 ? max(slippedBirth, far) : far
  }

  /// Whether the digits of a date are those of 1 January.
  @inline(__always)
  private static func isNewYear(_ birth: UInt32) -> Bool { birth >> 16 == 0x0101 }

  @inline(__always)
  private func nameBits(_ left: PersonCard, _ right: PersonCard) -> Float {
    if left.hasNoName || right.hasNoName { return 0 }
    let share = left.share
    let shortest = shortened - share.family - share.given
    if left.toned == right.toned || left.letters == right.letters || left.solid == right.solid {
      return max(nameGain - min(share.letters, share.toned), shortest)
    }
    var best = different
    let distance = left.bag.leastDistance(to: right.bag)
    if distance <= 1 { best = max(best, slip - min(0, slipRatio + share.letters)) }
    if distance <= 2 { best = max(best, twoSlips - min(0, twoSlipsRatio + share.letters)) }
    let length = max(left.letterCount, right.letterCount)
    if distance <= Int(length) / 4 { best = max(best, similar) }
    // Names of as many syllables, each of some letters, are no part of each other unless equal.
    let mayBePart =
      left.syllableCount != right.syllableCount || left.hasInitial || right.hasInitial
      || distance == 0
    if mayBePart { best = max(best, shortest) }
    let (isSameFamily, isSameGiven) = (left.family == right.family, left.given == right.given)
    if isSameFamily && isSameGiven { best = max(best, otherMiddle - share.family - share.given) }
    if isSameGiven { best = max(best, otherFamily - share.given) }
    if isSameFamily { best = max(best, otherGiven - share.family) }
    return best
  }
}
