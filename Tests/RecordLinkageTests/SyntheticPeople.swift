import RecordLinkage
import TestSupport

/// People with skewed Vietnamese names, and the same people as another office wrote them down.
struct SyntheticPeople {
  var applicants: [PersonRecord] = []
  var results: [PersonRecord] = []
  /// The applicant of each result by key; none where the person did not apply.
  var truth: [String: String] = [:]

  private static let families = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Đỗ", "Hoàng", "Tô",
  ]
  private static let middles = ["Thị", "Văn", "Minh", "Ngọc", "Thu", "Đức", "Quang", "Hải"]
  private static let givens = [
    "Hoà", "Linh", "Trang", "Anh", "Dũng", "Hùng", "Mỹ", "Thuý", "Phương", "Sơn", "Việt", "Khuê",
    "Ánh", "Bình", "Châu", "Đạt", "Giang", "Hạnh", "Khánh", "Lan", "Nam", "Oanh", "Phúc", "Quỳnh",
  ]

  /// People of a seed, and what the other office makes of them: by the same seed, or by its own.
  init(
    applicants count: Int, seed: UInt64, typingSeed: UInt64? = nil,
    missingIdentifiers: Double = 0.05
  ) {
    var random = SplitMix64(seed: seed)
    var typing = typingSeed.map(SplitMix64.init)
    func unit() -> Double {
      Double((typing?.next() ?? random.next()) >> 11) / 9_007_199_254_740_992
    }
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    for number in 0..<count * 3 / 2 {
      let name = [pick(Self.families), pick(Self.middles), pick(Self.givens)]
      let birth = Int32(13_514 + Int(random.next() % 365))
      let isFemale = random.next() & 1 == 1
      let serial = String(1_000_000 + random.next() % 1_000_000).dropFirst()
      let province = String(1_001 + random.next() % 96).dropFirst()
      let identifier = "\(province)\(isFemale ? 3 : 2)07\(serial)"
      var person = PersonRecord(
        key: "A\(number)", nationalID: identifier, name: name.joined(separator: " "),
        birthDate: birth, sex: isFemale ? .female : .male)
      if number < count { applicants.append(person) }
      person.key = "R\(number)"
      person.source = number.isMultiple(of: 2) ? "2025-1" : "2025-2"
      if unit() < missingIdentifiers { person.nationalID = "" }
      if unit() < 0.1 { person.name = NameKeys(person.name).letters }
      if unit() < 0.02 { person.name = "\(name[0]) \(name[2])" }
      if unit() < 0.02 { person.birthDate = birth + 1 }
      if unit() < 0.01 { person.birthDate = nil }
      results.append(person)
      if number < count { truth[person.key] = "A\(number)" }
    }
  }
}
