/// A university that takes part in the exchange.
public struct School: Hashable, Sendable {
  /// The three-letter code of the ministry, such as `BKA`.
  public let code: String
  /// The name in Vietnamese.
  public let name: String
  /// The name in English.
  public let englishName: String
  /// The abbreviation in English.
  public let abbreviation: String

  /// The schools of the exchange, by code. An eighth school is one line here.
  public static let all: [School] = [
    School("BKA", "Đại học Bách khoa Hà Nội", "Hanoi University of Science and Technology", "HUST"),
    School(
      "DDK", "Trường Đại học Bách khoa, Đại học Đà Nẵng",
      "University of Science and Technology, The University of Danang", "DUT"),
    School(
      "GHA", "Trường Đại học Giao thông vận tải", "University of Transport and Communications",
      "UTC"),
    School("MDA", "Trường Đại học Mỏ - Địa chất", "Hanoi University of Mining and Geology", "HUMG"),
    School(
      "QSB", "Trường Đại học Bách khoa, ĐHQG TP.HCM", "Ho Chi Minh City University of Technology",
      "HCMUT"),
    School("TLA", "Trường Đại học Thủy lợi", "Thuyloi University", "TLU"),
    School(
      "XDA", "Trường Đại học Xây dựng Hà Nội", "Hanoi University of Civil Engineering", "HUCE"),
  ]

  /// Whether two schools have one code.
  public static func == (left: School, right: School) -> Bool { left.code == right.code }

  /// Hashes the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// The school with this code, or nil.
  public static func named(_ code: some StringProtocol) -> School? {
    all.first { $0.code == code }
  }

  /// The school with this code in any case; one that is not of the exchange has its code for a
  /// name, for a placement that stands alone may concern any school.
  init(anyCode code: String) {
    self = .named(code.uppercased()) ?? School(code, code, code, code)
  }

  private init(_ code: String, _ name: String, _ englishName: String, _ abbreviation: String) {
    self.code = code
    self.name = name
    self.englishName = englishName
    self.abbreviation = abbreviation
  }
}
