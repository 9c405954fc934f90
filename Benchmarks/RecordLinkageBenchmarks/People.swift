import RecordLinkage
import Yardsticks

/// Applicants and results of one population: Vietnamese names, one birth year in the main, a
/// twentieth of the results without a number, a fiftieth of the names mistyped.
struct People: Sendable {
  let applicants: PersonTable
  let results: PersonTable
  let sharedCount: Int

  private static let family = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ",
  ]
  private static let middle = ["Thị", "Thị", "Văn", "Hữu", "Minh", "Ngọc", "Thanh", "Quang", "Thu"]
  private static let given = [
    "Anh", "Hương", "Linh", "Dũng", "Hà", "Phương", "Tuấn", "Trang", "Đức", "Huyền", "Khánh",
    "Thảo", "Nam", "Sơn", "Ngân", "Quỳnh", "Long", "Vy", "Hiếu", "Mai",
  ]

  init(applicants applicantCount: Int, results resultCount: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (applicants, results) = (PersonTable(), PersonTable())
    var shared = 0
    for person in 0..<max(applicantCount, resultCount) {
      let record = Self.person(person, &random)
      if person < applicantCount { applicants.append(record) }
      guard person < resultCount else { continue }
      if person < applicantCount { shared += 1 }
      results.append(Self.mistyped(record, &random))
    }
    self.applicants = applicants
    self.results = results
    sharedCount = shared
  }

  private static func person(_ number: Int, _ random: inout SeededGenerator) -> PersonRecord {
    let sex = random.below(2)
    let year = random.below(10) == 0 ? 6 : 7
    let identifier =
      String(1_000 + random.below(96)).dropFirst() + "\(2 + sex)0\(year)"
      + String(1_000_000 + number % 1_000_000).dropFirst()
    return PersonRecord(
      key: "P\(10_000_000 + number)", nationalID: String(identifier),
      name: [family, middle, given].map { $0[random.below($0.count)] }.joined(separator: " "),
      birthDate: Int32(13_514 - (7 - year) * 365 + random.below(365)),
      sex: sex == 0 ? .male : .female)
  }

  private static func mistyped(
    _ record: PersonRecord, _ random: inout SeededGenerator
  ) -> PersonRecord {
    var record = record
    record.key = "R" + record.key.dropFirst()
    record.source = "2025-1"
    if random.below(20) == 0 { record.nationalID = "" }
    if random.below(50) == 0 { record.name.removeLast() }
    return record
  }
}
