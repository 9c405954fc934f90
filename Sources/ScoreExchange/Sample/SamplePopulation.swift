/// Everybody of a sample: each person is computed from the seed and their index alone.
///
/// Province and sex are dealt in rounds of fixed content, so that the rank of a person among those of
/// the same province and sex is known without counting, and with it a serial number nobody else has.
struct SamplePopulation: Sendable {
  private struct Slot {
    var province: Int
    var isFemale: Bool
    var rank: Int
    var rankCount: Int
  }

  /// Serial numbers are even; the odd one after it is kept for a twin or sibling.
  private static let serialCount = 500_000
  /// How many birth years the youngest cohort spans.
  private static let cohortYears = 9

  let seed: UInt64
  private let slots: [Slot]
  private let steps: [Int]

  init(seed: UInt64) {
    self.seed = seed
    var slots: [Slot] = []
    for (index, province) in SampleProvince.all.enumerated() {
      // Three of five candidates of a technological university are men.
      let women = max(1, province.weight * 2 / 5)
      for (isFemale, count) in [(false, province.weight - women), (true, women)] {
        for rank in 0..<count {
          slots.append(
            Slot(province: index, isFemale: isFemale, rank: rank, rankCount: count))
        }
      }
    }
    self.slots = slots
    steps = (1..<slots.count).filter { Self.commonDivisor($0, slots.count) == 1 }
  }

  /// The person at an index of 0 or more.
  func person(_ index: Int) -> SamplePerson {
    let leaderIndex = index & ~1
    var pair = SampleDraw(seed: seed, .pair, leaderIndex)
    let chance = pair.below(1000)
    let resemblance: SamplePerson.Resemblance =
      chance < 9 ? .twin : chance < 21 ? .sibling : chance < 25 ? .namesake : .none
    if resemblance == .none { return unrelated(index) }

    let stock = SampleNameStock.shared
    var leader = unrelated(leaderIndex)
    let sex = leader.isFemale ? 1 : 0
    let closeNames = resemblance == .twin && pair.perMille(400) && leader.name.middle != 0
    let twins = stock.twins[sex][pair.below(stock.twins[sex].count)]
    if closeNames { leader.name.given = twins.0 }
    if index == leaderIndex { return leader }

    var person = leader
    person.index = index
    person.resemblance = resemblance
    switch resemblance {
    case .twin, .sibling:
      person.serial = leader.serial + 1
      if closeNames {
        person.name.given = twins.1
      } else if leader.name.middle != 0 {
        var given: Int
        repeat {
          given = stock.given[sex].draw(&pair)
        } while stock.words[given]
          == stock.words[leader.name.given]
        person.name.given = given
        if pair.perMille(400) { person.name.middle = stock.middles[sex].draw(&pair) }
      } else {
        // A name without a middle word stays apart by the word that twins do not share.
        person.name.middle = stock.middles[sex].draw(&pair)
        person.name.given = twins.1
      }
      if resemblance == .sibling {
        let elder = leader.birth.year - 1
        let year = Self.cohort(of: elder) == Self.cohort(of: elder + 1) ? elder : elder + 2
        person.birth = SampleDate(year: year, dayOfYear: pair.below(365))
      }
    case .namesake, .none:
      let own = unrelated(index)
      person.province = own.province
      person.serial = own.serial
      let isLike =
        own.isFemale == leader.isFemale
        && Self.cohort(of: own.birth.year) == Self.cohort(of: leader.birth.year)
      if !isLike { return own }
    // The same name and birthday, another place of birth: only the identifier tells them apart.
    }
    person.formerID = nil
    return person
  }

  private func unrelated(_ index: Int) -> SamplePerson {
    let block = index / slots.count
    var shuffle = SampleDraw(seed: seed, .block, block)
    let step = steps[shuffle.below(steps.count)]
    let slot = slots[(index % slots.count * step + shuffle.below(slots.count)) % slots.count]
    let province = SampleProvince.all[slot.province]

    // Number `rank` of this province and sex; when the serials are used up, the years before follow.
    let rank = block * slot.rankCount + slot.rank
    var start = SampleDraw(
      seed: seed, .serial, slot.province * 2 + (slot.isFemale ? 1 : 0))
    let place = rank % Self.serialCount * 271_829 + start.below(Self.serialCount)
    let serial = place % Self.serialCount * 2

    var draw = SampleDraw(seed: seed, .person, index)
    let birth = birthDate(&draw, cohort: rank / Self.serialCount)
    let name = name(&draw, province: province, isFemale: slot.isFemale)
    let hasFormerID = draw.perMille(30)
    let formerID = (index * 618_033_989 + Int(seed % 1_000_003)) % 1_000_000_000
    return SamplePerson(
      index: index, name: name, isFemale: slot.isFemale, birth: birth, province: province,
      serial: serial, formerID: hasFormerID ? formerID : nil)
  }

  private func birthDate(_ draw: inout SampleDraw, cohort: Int) -> SampleDate {
    let chance = draw.below(1000)
    let youngest =
      switch chance {
      case ..<820: 2007
      case ..<905: 2006
      case ..<965: 2008
      case ..<985: 2005
      case ..<993: 2004
      default: 2000 + chance % 4
      }
    return SampleDate(year: youngest - cohort * Self.cohortYears, dayOfYear: draw.below(365))
  }

  private func name(
    _ draw: inout SampleDraw, province: SampleProvince, isFemale: Bool
  ) -> SampleName {
    let stock = SampleNameStock.shared
    let sex = isFemale ? 1 : 0
    if province.isHighland, draw.perMille(250) {
      if draw.perMille(300) {
        return SampleName(
          family: stock.koho.0.first, middle: 0, given: stock.koho.1.draw(&draw))
      }
      let words = stock.highland[sex]
      return SampleName(
        family: words.0.first, middle: words.1.draw(&draw), given: words.2.draw(&draw))
    }
    let families = province.zone == .north ? stock.northernFamilies : stock.southernFamilies
    let family = families.draw(&draw)
    return SampleName(
      family: family, middle: stock.middles[sex].draw(&draw), given: stock.given[sex].draw(&draw))
  }

  private static func cohort(of year: Int) -> Int {
    (2008 - year) / cohortYears
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : commonDivisor(b, a % b)
  }
}
