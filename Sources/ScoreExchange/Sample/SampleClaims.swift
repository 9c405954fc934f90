/// What an applicant claims beside the scores: region, policy group, bonus, marks.
struct SampleClaims: Sendable {
  let region: String
  /// `UT1`, `UT2`, a code of the regulation (01 to 07), or empty.
  let priorityGroup: String
  let graduationYear: Int
  /// Hundredths of a point on the scale of 30: a language certificate or a prize.
  let bonus: Int
  /// Hundredths: the graduation mark in mathematics, a multiple of a quarter.
  let mathematicsMark: Int

  /// Shares of KV1, KV2-NT and KV2 in a thousand; about three of four candidates hold a priority.
  private static func shares(_ land: SampleProvince.Land) -> (Int, Int, Int) {
    switch land {
    case .city: (20, 130, 360)
    case .plain: (140, 480, 250)
    case .mountain: (720, 120, 90)
    }
  }

  init(_ person: SamplePerson, draw: inout SampleDraw) {
    let shares = Self.shares(person.province.land)
    let point = draw.below(1000)
    region =
      point < shares.0
      ? "KV1"
      : point < shares.0 + shares.1
        ? "KV2-NT" : point < shares.0 + shares.1 + shares.2 ? "KV2" : "KV3"
    let group = draw.below(1000)
    priorityGroup =
      switch group {
      case ..<20: "UT1"
      case ..<35: "01"
      case ..<55: "UT2"
      case ..<65: "06"
      case ..<70: "07"
      default: ""
      }
    graduationYear = min(2025, person.birth.year + 18)
    // Some claim more than the cap of their school.
    let chance = draw.below(1000)
    bonus = chance < 780 ? 0 : 50 * (1 + draw.below(7))
    mathematicsMark = min(1000, max(200, (26 + draw.bell(deviation: 5)) * 25))
  }
}
