/// One person's scores in one sitting, as the assessment recorded them.
struct SampleResult: Sendable {
  enum Status: Int, Sendable {
    case scored, absent, withheld, void
  }

  /// The three sittings of TSA in 2025.
  static let sittings = ["2025-1", "2025-2", "2025-3"]

  /// The index among all results.
  var index: Int
  /// 0, 1 or 2.
  var sitting: Int
  /// The place of the school that keeps the file among the seven.
  var school: Int
  /// Hundredths of a point.
  var mathematics: Int
  var reading: Int
  var science: Int
  var status: Status
  /// Whether the person registered with the old nine-digit number.
  var usesFormerID: Bool

  var total: Int { mathematics + reading + science }
}

/// The results of every candidate, computed from the seed and the indices.
///
/// Totals have a mean of 54 to 55 and a standard deviation of 9 to 10, as the published statistics of
/// the sittings since 2023 suggest, and stay within 20 and 99.
struct SampleSittings: Sendable {
  private static let mean = 5380
  private static let abilityDeviation = 860
  private static let sittingDeviation = 420
  /// What a second and third attempt bring.
  private static let practice = 70
  /// Which sittings a candidate of one, two or three attempts takes, in hundredths.
  private static let single = [(25, [0]), (30, [1]), (45, [2])]
  private static let double = [(25, [0, 1]), (25, [0, 2]), (50, [1, 2])]

  let plan: SamplePlan

  /// The results of a candidate in the order of the sittings; the last candidate may have fewer.
  func results(of person: SamplePerson) -> [SampleResult] {
    SampleResult.sittings.indices.compactMap { result(of: person, sitting: $0) }
  }

  /// A candidate's result in one sitting, or `nil` for who did not sit then.
  func result(of person: SamplePerson, sitting: Int) -> SampleResult? {
    let range = plan.results(of: person.index)
    var draw = SampleDraw(seed: plan.seed, .ability, person.index)
    let ability = Self.mean + draw.bell(deviation: Self.abilityDeviation)
    let home = Self.school(in: person.province.zone, &draw)
    let sittings = Self.sittings(count: range.count, &draw)
    guard let attempt = sittings.firstIndex(of: sitting), attempt < range.count else { return nil }
    return result(
      range.lowerBound + attempt, of: person, sitting: sitting, home: home,
      ability: ability + attempt * Self.practice)
  }

  private func result(
    _ index: Int, of person: SamplePerson, sitting: Int, home: Int, ability: Int
  ) -> SampleResult {
    var draw = SampleDraw(seed: plan.seed, .result, index)
    let wanted = ability + draw.bell(deviation: Self.sittingDeviation)
    let total = min(9900, max(2000, wanted))
    // What mathematics leaves must fit the other two parts, of 20 and 40 points.
    let mathematics = min(
      4000, max(0, total - 6000, total * 2 / 5 + draw.bell(deviation: 230)))
    let shared = total / 5 + draw.bell(deviation: 150)
    let reading = min(
      min(2000, total - mathematics), max(max(0, total - mathematics - 4000), shared))
    let chance = draw.below(1000)
    let status: SampleResult.Status =
      chance < 18 ? .absent : chance < 21 ? .withheld : chance < 22 ? .void : .scored
    let movesAway = draw.perMille(120)
    let school = movesAway ? Self.school(in: .north, &draw) : home
    let usesFormerID = person.formerID != nil && draw.perMille(400)
    return SampleResult(
      index: index, sitting: sitting, school: school,
      mathematics: mathematics, reading: reading, science: total - mathematics - reading,
      status: status,
      usesFormerID: usesFormerID)
  }

  /// Where a candidate sits: the five schools of Hanoi share the north.
  private static func school(in zone: SampleProvince.Zone, _ draw: inout SampleDraw) -> Int {
    switch zone {
    case .south: SampleSchool.qsb
    case .centre: SampleSchool.ddk
    case .north:
      switch draw.below(100) {
      case ..<40: SampleSchool.bka
      case ..<57: SampleSchool.tla
      case ..<74: SampleSchool.gha
      case ..<88: SampleSchool.xda
      default: SampleSchool.mda
      }
    }
  }

  private static func sittings(count: Int, _ draw: inout SampleDraw) -> [Int] {
    guard count < 3 else { return [0, 1, 2] }
    var point = draw.below(100)
    for (share, sittings) in count == 1 ? single : double {
      if point < share { return sittings }
      point -= share
    }
    return [2]
  }
}

/// The seven schools by their places in every list of this sample.
enum SampleSchool {
  static let codes = ["BKA", "QSB", "DDK", "GHA", "MDA", "TLA", "XDA"]
  static let bka = 0
  static let qsb = 1
  static let ddk = 2
  static let gha = 3
  static let mda = 4
  static let tla = 5
  static let xda = 6

  /// The code in lower case, as file names have it.
  static func fileName(_ school: Int) -> String {
    codes[school].lowercased() + ".csv"
  }
}
