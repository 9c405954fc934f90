/// A province as the first three digits of an identity number, with what a sample needs of it.
struct SampleProvince: Sendable {
  enum Zone: Int, Sendable {
    case north, centre, south
  }

  /// How its schools are spread over the four priority regions.
  enum Land: Sendable {
    case city, plain, mountain
  }

  let code: Int
  /// Candidates in about a thousand; the assessment is taken mostly in the north.
  let weight: Int
  let land: Land

  var zone: Zone { code <= 42 ? .north : code <= 68 ? .centre : .south }

  /// Gia Lai, Kon Tum, Đắk Lắk, Đắk Nông and Lâm Đồng, where highland names are at home.
  var isHighland: Bool { (62...68).contains(code) }

  /// The 63 provinces whose codes stand in numbers issued before the mergers of 2025.
  static let all: [SampleProvince] =
    [(1, 190), (31, 50), (48, 14), (79, 24), (92, 4)].map { province($0, .city) }
    + [
      (22, 30), (25, 25), (26, 32), (27, 36), (30, 46), (33, 40), (34, 44), (35, 22), (36, 48),
      (37, 26), (38, 66), (40, 60), (42, 30), (44, 10), (45, 7), (46, 9), (49, 9), (51, 7), (52, 7),
      (54, 5), (56, 6), (58, 3), (60, 5), (70, 4), (72, 4), (74, 7), (75, 9), (77, 5), (80, 5),
      (82, 5), (83, 4), (84, 3), (86, 4), (87, 5), (89, 5), (91, 5), (93, 3), (94, 3), (95, 3),
      (96, 3),
    ].map { province($0, .plain) }
    + [
      (2, 4), (4, 4), (6, 3), (8, 8), (10, 6), (11, 3), (12, 2), (14, 8), (15, 7), (17, 9),
      (19, 24),
      (20, 8), (24, 34), (62, 3), (64, 6), (66, 8), (67, 3), (68, 7),
    ].map { province($0, .mountain) }

  private static func province(_ entry: (Int, Int), _ land: Land) -> SampleProvince {
    SampleProvince(code: entry.0, weight: entry.1, land: land)
  }
}
