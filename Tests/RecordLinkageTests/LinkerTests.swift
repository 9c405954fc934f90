import Parallel
import RecordLinkage
import Testing

@Suite("Linking results to applicants")
struct LinkerTests {
  static let day: Int32 = 13_558  // 2007-02-14

  static func person(
    _ key: String, _ name: String = "Nguyễn Thị Hoà", id: String = "001307012345",
    former: String = "", birth: Int32? = day, sex: Sex? = nil, source: String = ""
  ) -> PersonRecord {
    PersonRecord(
      key: key, source: source, nationalID: id, formerID: former, name: name, birthDate: birth,
      sex: sex)
  }

  static func table(_ records: [PersonRecord]) -> PersonTable {
    var table = PersonTable()
    for record in records { table.append(record) }
    return table
  }

  static func link(
    _ left: [PersonRecord], _ right: [PersonRecord], decisions: [LinkDecision] = [],
    threads: Int = 1
  ) throws -> LinkageResult {
    try Linker().link(
      left: table(left), right: table(right), decisions: decisions,
      plan: WorkPlan(threadCount: threads))
  }

  @Test(
    "is automatic for an equal identifier, an agreeing name and birth date",
    arguments: [
      "Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "NGUYEN THI HOA",
      "nguye\u{302}\u{303}n thi\u{323} ho\u{300}a",
      "Hoà Nguyễn Thị", "Nguyễn  Thị Hoà ",
    ])
  func automatic(name: String) throws {
    let result = try Self.link([Self.person("A1")], [Self.person("R1", name)])
    #expect(result.links.count == 1)
    #expect(result.links.first?.zone == .auto)
    #expect(result.links.first?.rule == .identifierNameBirth)
    #expect((result.links.first?.probability ?? 0) > 0.999)
    #expect(result.noneCount == 0)
  }

  @Test(
    "finds a number with a wrong digit, or two, among namesakes although the date is wrong too",
    arguments: 0..<12)
  func wrongDigits(place: Int) throws {
    let namesakes = (0..<60).map { number in
      let serial = String(100_003 + number * 7_919 % 800_000)
      return Self.person("A\(number)", id: "001307\(serial)", birth: Self.day + 3 * Int32(number))
    }
    for distance in [0, 3] {
      var digits = Array(namesakes[20].nationalID.utf8)
      for wrong in [place, (place + distance) % 12] {
        digits[wrong] = 48 + (digits[wrong] - 48 + 5 + UInt8(distance)) % 10
      }
      guard distance > 0 || digits != Array(namesakes[20].nationalID.utf8) else { continue }
      let right = Self.person(
        "R1", id: String(decoding: digits, as: UTF8.self), birth: Self.day + 61)
      let found = try Linker().explain(
        candidatesOfLeft: [], right: [0], left: Self.table(namesakes), right: Self.table([right]))
      let link = try Self.link(namesakes, [right]).links.first { $0.left == 20 }
      let best = try #require(found.first)
      #expect(best.left == 20)
      #expect(link?.weight == best.weight)
    }
  }

  @Test("gives one pair of each zone and rule as an example, weighed as explain weighs it")
  func examples() throws {
    let lefts = Self.table([
      Self.person("A1"), Self.person("A2", "Trần Văn An", id: "001207012346"),
      Self.person("A3", "Lê Thu Hà", id: ""),
    ])
    let rights = Self.table([
      Self.person("R1"), Self.person("R2", "Trần Văn An", id: "001207012346"),
      Self.person("R3", "Lê Thu Hà", id: "001307012399"),
    ])
    let result = try Linker().link(left: lefts, right: rights)
    let kinds = result.links.map { "\($0.zone) \($0.rule.rawValue)" }
    #expect(kinds == ["auto id+name+birth", "auto id+name+birth", "review name+birth"])
    #expect(result.examples.map(\.link) == [result.links[0], result.links[2]])
    let explained = try Linker().explain(
      result.examples.map { ($0.link.left, $0.link.right) }, left: lefts, right: rights)
    #expect(result.examples.map(\.waterfall) == explained)
    for example in result.examples {
      #expect(abs(example.waterfall.weight - example.link.weight) < 1e-9)
    }
  }

  @Test("counts Mỹ and Mĩ, or two syllables written as one, as the same name")
  func variants() throws {
    for (first, second) in [("Lý Thị Mỹ", "Lí Thị Mĩ"), ("Trần Thu Hà", "Trần ThuHà")] {
      let result = try Self.link([Self.person("A1", first)], [Self.person("R1", second)])
      #expect(result.links.first?.zone == .auto)
      #expect(result.links.first?.explanation.contains("spelling variants") == true)
    }
  }

  @Test("is automatic through the old CMND of the applicant")
  func former() throws {
    let result = try Self.link(
      [Self.person("A1", former: "012345678")], [Self.person("R1", id: "012345678")])
    #expect(result.links.first?.zone == .auto)
    #expect(result.links.first?.rule == .formerNameBirth)
  }

  @Test(
    "goes to review when the identifier is equal but the name or the date is not",
    arguments: [
      ("Nguyễn Thị Hạnh", day, LinkRule.identifierBirth),
      ("Nguyễn Thị Hoá", day, LinkRule.identifierBirth),
      ("Nguyễn Thị Hoà", day + 40, LinkRule.identifierName),
      ("Trần Văn Bình", day + 400, LinkRule.identifierAlone),
    ])
  func identifierOnly(name: String, birth: Int32, rule: LinkRule) throws {
    let result = try Self.link([Self.person("A1")], [Self.person("R1", name, birth: birth)])
    #expect(result.links.map(\.zone) == [.review])
    #expect(result.links.first?.rule == rule)
  }

  @Test("is never automatic on a missing name or date: a missing value is no evidence")
  func missing() throws {
    let noDate = try Self.link([Self.person("A1", birth: nil)], [Self.person("R1")])
    #expect(noDate.links.map(\.zone) == [.review])
    let noName = try Self.link([Self.person("A1")], [Self.person("R1", "")])
    #expect(noName.links.map(\.zone) == [.review])
    let nothing = try Self.link(
      [Self.person("A1", "", id: "", birth: nil)], [Self.person("R1", "", id: "", birth: nil)])
    #expect(nothing.links.isEmpty)
    #expect(nothing.noneCount == 1)
  }

  @Test("reviews name and birth date without an identifier, and an identifier one digit off")
  func withoutIdentifier() throws {
    let without = try Self.link([Self.person("A1")], [Self.person("R1", id: "")])
    #expect(without.links.map(\.zone) == [.review])
    #expect(without.links.first?.rule == .nameBirth)
    let slip = try Self.link([Self.person("A1")], [Self.person("R1", id: "001307012845")])
    #expect(slip.links.map(\.zone) == [.review])
    let dates = try Self.link(
      [Self.person("A1", id: "", birth: 13_519)], [Self.person("R1", id: "", birth: 13_665)])
    #expect(dates.links.map(\.zone) == [.review], "6 January and 1 June, changed over")
  }

  @Test("reviews a namesake whose number contradicts her own row, not one whose number is sound")
  func namesake() throws {
    let people = SyntheticPeople(applicants: 2000, seed: 9)
    let applicants = people.applicants + [Self.person("A", "Nguyễn Thị Anh", sex: .female)]
    func links(_ number: String) throws -> [PersonLink] {
      let result = Self.person("R", "Nguyễn Thị Anh", id: number, sex: .female)
      let linkage = try Self.link(applicants, people.results + [result])
      return linkage.links.filter { $0.right == people.results.count }
    }
    #expect(try links("079307654321").isEmpty)
    let contradicted = try links("079207654321")
    #expect(contradicted.map(\.zone) == [.review])
    #expect(contradicted.first?.explanation.hasPrefix("national_id different; name equal") == true)
  }

  @Test(
    "asks about a weak pair where nearly every applicant has a result, so that few are left over")
  func leftOver() throws {
    let people = SyntheticPeople(applicants: 1500, seed: 12)
    let name = "Nguyễn Ngọc Khuê"
    // The 11th and the 22nd of one month.
    let applicants = people.applicants + [Self.person("A", name, id: "", birth: 13_524)]
    var model = LinkageModel.standard
    model.estimatesChance = false
    func links(sources: Int) throws -> [PersonLink] {
      var results = people.results + [Self.person("R", name, id: "", birth: 13_535)]
      for place in results.indices { results[place].source = "\(place % sources)" }
      let linkage = try Linker(model: model).link(
        left: Self.table(applicants), right: Self.table(results))
      return linkage.links.filter { $0.right == people.results.count }
    }
    #expect(try links(sources: 1).map(\.zone) == [.review])
    #expect(try links(sources: 50).isEmpty, "of fifty sittings few of each are somebody's")
  }

  @Test("leaves people alone who share neither identifier nor name and date")
  func none() throws {
    let result = try Self.link(
      [Self.person("A1")], [Self.person("R1", "Trần Văn Bình", id: "079207000001")])
    #expect(result.links.isEmpty)
    #expect(result.noneCount == 1)
  }

  @Test("reviews both when two applicants claim one result, or two rows of a sitting one applicant")
  func conflicts() throws {
    let applicants = try Self.link(
      [Self.person("A1"), Self.person("A2")], [Self.person("R1")])
    #expect(applicants.links.map(\.zone) == [.review, .review])
    #expect(applicants.links.allSatisfy { $0.cautions == .severalLeft })
    let rows = try Self.link(
      [Self.person("A1")],
      [Self.person("R1", source: "2025-1"), Self.person("R2", source: "2025-1")])
    #expect(rows.links.map(\.zone) == [.review, .review])
    let sittings = try Self.link(
      [Self.person("A1")],
      [Self.person("R1", source: "2025-1"), Self.person("R2", source: "2025-2")])
    #expect(sittings.links.map(\.zone) == [.auto, .auto])
  }

  @Test(
    "without an equal identifier takes a slip for one only where no relative could be meant",
    arguments: [
      // The marks of the family name, which relatives share; syllables that are nobody's name.
      ("Bùi Khuê Oanh", "Búi Khuê Oanh", LinkZone.auto),
      ("Tô Khuê Hạc", "Tô Khuê Hạcg", .auto), ("Tô Khuê Ngọc", "Tô Khuê Ngòc", .auto),
      ("Tô Khuê Hạc", "Tô K. Hạc", .auto), ("Tô Khuê Hạc", "Tô Hạc", .auto),
      // Names that a twin may have.
      ("Tô Khuê Ánh", "Tô Khuê Ảnh", .review), ("Tô Khuê Hoàn", "Tô Khuê Hoàng", .review),
      ("Tô Khuê Oanh", "Tôn Khuê Oanh", .review),
    ] as [(String, String, LinkZone)],
    // None; one digit apart, and two, so that each number fits its own row.
    ["", "001307012346", "001307012399"])
  func slips(names: (String, String, LinkZone), id: String) throws {
    let (name, typed, zone) = names
    var model = LinkageModel.standard
    model.automatic = .probability
    let result = try Linker(model: model).link(
      left: Self.table([Self.person("A1", name)]),
      right: Self.table([Self.person("R1", typed, id: id)]))
    #expect(result.links.map(\.zone) == [zone])
  }

  @Test(
    "leaves one number under two given names to a person, however few letters they have, and takes a slip",
    arguments: [
      ("Nguyễn Thị Hồng Hà", "Nguyễn Thị Hồng Thảo", LinkZone.review),
      ("Nguyễn Hoàng Lâm", "Nguyễn Hoàng Bảo", .review),
      ("Nguyễn Thị Hồng Hà", "Nguyễn Thị Hồng Haàa", .auto),
      ("Nguyễn Thị Hồng Hà", "Nguyễn Thịj Hồngg Hà", .auto),
    ])
  func twinsNumber(name: String, typed: String, zone: LinkZone) throws {
    var model = LinkageModel.standard
    model.automatic = .probability
    let result = try Linker(model: model).link(
      left: Self.table([Self.person("A1", name)]), right: Self.table([Self.person("R1", typed)]))
    #expect(result.links.map(\.zone) == [zone])
  }

  @Test(
    "leaves a lost mark to a person where the next number fits as well, as it does with twins",
    arguments: [
      ("Phạm Thu Linh", "001307012346", LinkZone.review), ("Phạm Thu Lĩnh", "001307012346", .auto),
      ("Phạm Thu Linh", "", .auto),
    ])
  func twinNames(name: String, id: String, zone: LinkZone) throws {
    var model = LinkageModel.standard
    model.automatic = .probability
    let result = try Linker(model: model).link(
      left: Self.table([Self.person("A1", "Phạm Thu Lĩnh", sex: .female)]),
      right: Self.table([Self.person("R1", name, id: id, sex: .female)]))
    #expect(result.links.map(\.zone) == [zone])
  }

  @Test(
    "links by probability past a number that cannot be the person's own, not past two that both can",
    arguments: [
      // A parent's number; one of no province.
      ("001307012345", "038170654321", LinkZone.auto), ("999307654321", "001307012345", .auto),
      // Somebody of the same age and sex; two old numbers, which tell neither.
      ("001307012345", "079307654321", .review), ("012345678", "287654321", .review),
      // A man's number in a woman's row: it may be her sex that was mistyped.
      ("001207012345", "079307654321", .review),
    ])
  func foreignNumbers(id: String, other: String, zone: LinkZone) throws {
    var model = LinkageModel.standard
    model.automatic = .probability
    model.estimatesChance = false
    let result = try Linker(model: model).link(
      left: Self.table([Self.person("A1", "Tô Khuê Oanh", id: id, sex: .female)]),
      right: Self.table([Self.person("R1", "Tô Khuê Oanh", id: other, sex: .female)]))
    #expect(result.links.map(\.zone) == [zone])
  }

  /// The zone of one pair with a model that links by probability; nil where it is not listed.
  private static func zone(_ left: PersonRecord, _ right: PersonRecord) throws -> LinkZone? {
    var model = LinkageModel.standard
    model.automatic = .probability
    model.estimatesChance = false
    return try Linker(model: model).link(left: table([left]), right: table([right]))
      .links.first?.zone
  }

  @Test(
    "takes one number for one person past a slip in the name or another birth date, not past both",
    arguments: [
      ("Tô Khuê Hạcg", 0, LinkZone.auto), ("Tô Khuê Hạc", 400, .auto), ("Tô Khuê Hạcg", 1, .auto),
      ("Tô Khuê Hạcg", 400, .review),
    ] as [(String, Int32, LinkZone)])
  func lentNumber(name: String, days: Int32, zone: LinkZone) throws {
    let right = Self.person("R", name, birth: Self.day + days, sex: .female)
    #expect(try Self.zone(Self.person("A", "Tô Khuê Hạc", sex: .female), right) == zone)
  }

  @Test("takes two old numbers that differ for two people's, in whichever column they stand")
  func oldNumbers() throws {
    let own = Self.person("A", "Tô Khuê Oanh", former: "145678901", sex: .female)
    func other(_ number: String) -> PersonRecord {
      Self.person("R", "Tô Khuê Oanh", id: number, sex: .female)
    }
    #expect(try Self.zone(own, other("268111222")) == .review)
    #expect(try Self.zone(own, other("145678901")) == .auto)
    #expect(
      try Self.zone(Self.person("A", "Tô Khuê Oanh", sex: .female), other("268111222")) == .auto)
  }

  @Test(
    "leaves a name without marks to a person where the number is the next one, as a twin's is",
    arguments: [
      ("001207012346", LinkZone.review), ("001207012354", .review), ("001207012395", .review),
      // Only the last two digits tell twins; a digit before them is a slip.
      ("001207019345", .auto), ("001207912345", .auto),
    ])
  func bareTwins(id: String, zone: LinkZone) throws {
    let left = Self.person("A", "Tô Khuê Hưng", id: "001207012345", sex: .male)
    for name in ["TO KHUE HUNG", "Khue Hung To"] {
      #expect(try Self.zone(left, Self.person("R", name, id: id, sex: .male)) == zone)
    }
    for name in ["Tô Khuê Hưng", "Khuê Hưng Tô"] {
      #expect(try Self.zone(left, Self.person("R", name, id: id, sex: .male)) == .auto)
    }
    let bare = Self.person("A", "To Khue Hung", id: "001207012345", sex: .male)
    #expect(try Self.zone(bare, Self.person("R", "TO KHUE HUNG", id: id, sex: .male)) == zone)
  }

  @Test(
    "leaves the same syllables with another one last to a person: twins are named so",
    arguments: [
      ("Tô Ngọc Bảo", LinkZone.review), ("TO NGOC BAO", .review),
      // The family name last, or the given name first, is a way to write one name.
      ("Bảo Ngọc Tô", .auto), ("Ngọc Tô Bảo", .auto),
    ] as [(String, LinkZone)], ["", "001307012346", "001307012399"])
  func otherSyllableLast(names: (String, LinkZone), id: String) throws {
    let left = Self.person("A", "Tô Bảo Ngọc", id: "001307012345", sex: .female)
    #expect(try Self.zone(left, Self.person("R", names.0, id: id, sex: .female)) == names.1)
  }

  @Test(
    "leaves a name that a man and a woman have to a person where the numbers are not the same",
    arguments: [("", LinkZone.review), ("001207012346", .review), ("001207012345", .auto)])
  func otherSex(id: String, zone: LinkZone) throws {
    let left = Self.person("A", "Tô Khuê Oanh", id: "001207012345", sex: .male)
    #expect(try Self.zone(left, Self.person("R", "Tô Khuê Oanh", id: id, sex: .female)) == zone)
  }

  @Test("never links on a name alone somebody born on another day")
  func otherBirth() throws {
    let left = Self.person("A", "Tô Khuê Oanh", id: "", sex: .female)
    for days: Int32 in [1, 10, 365] {
      let right = Self.person("R", "Tô Khuê Oanh", birth: Self.day + days, sex: .female)
      #expect(try Self.zone(left, right) != .auto)
    }
  }

  @Test("leaves to a person what a number says that fits neither row, or that several people have")
  func sharedNumbers() throws {
    let day = Self.day
    #expect(
      try Self.zone(
        Self.person("A", id: "000000000001"), Self.person("R", id: "000000000001", birth: day + 900)
      ) == .review)
    let names = ["Tô Khuê Oanh", "Lê Thu Hà", "Bùi Ngọc Mai"]
    func people(_ key: String, _ shift: Int32) -> PersonTable {
      Self.table(
        names.enumerated().map {
          Self.person("\(key)\($0)", $1, birth: day + Int32(40 * $0) + shift)
        })
    }
    var model = LinkageModel.standard
    model.automatic = .probability
    let shared = try Linker(model: model).link(left: people("A", 0), right: people("R", 13))
    #expect(!shared.links.isEmpty)
    #expect(shared.links.allSatisfy { $0.zone == .review })
    let certain = try Linker(model: model).link(left: people("A", 0), right: people("R", 0))
    #expect(certain.autoCount == 3, "with the birth date each is found")
  }

  @Test(
    "finds a person at each school, also where the number is missing or mistyped at one of them")
  func schools() throws {
    let left = [
      Self.person("A1", id: "", source: "GHA"), Self.person("A2", source: "XDA"),
      Self.person("A3", id: "001307012354", source: "MDA"),
    ]
    let result = try Self.link(left, [Self.person("R1")])
    #expect(result.links.map(\.left) == [0, 1, 2])
    #expect(result.links.map(\.zone) == [.review, .auto, .review])
  }

  @Test("never links a twin who was entered with the other one's identifier")
  func twins() throws {
    let result = try Self.link(
      [Self.person("A1", "Lê Minh Anh"), Self.person("A2", "Lê Minh Châu", id: "001307012346")],
      [Self.person("R1", "Lê Minh Châu"), Self.person("R2", "Lê Minh Anh")])
    #expect(result.links.contains { $0.left == 0 && $0.right == 1 && $0.zone == .auto })
    #expect(result.links.allSatisfy { $0.zone == .review || ($0.left == 0 && $0.right == 1) })
  }

  @Test("obeys decisions: same links, different parts, the last one about a pair counts")
  func decisions() throws {
    let left = [Self.person("A1"), Self.person("A2", "Trần Văn Bình", id: "079207000001")]
    let right = [Self.person("R1")]
    let same = try Self.link(
      left, right, decisions: [LinkDecision(left: "A2", right: "R1", kind: .same)])
    #expect(same.links.map(\.left) == [1])
    #expect(same.links.first?.rule == .decision)
    let different = try Self.link(
      left, right, decisions: [LinkDecision(left: "A1", right: "R1", kind: .different)])
    #expect(different.links.isEmpty)
    let undone = try Self.link(
      left, right,
      decisions: [
        LinkDecision(left: "A1", right: "R1", kind: .different),
        LinkDecision(left: "A1", right: "R1", kind: .undo),
        LinkDecision(left: "A9", right: "R1", kind: .same),
      ])
    #expect(undone.links.map(\.zone) == [.auto])
    #expect(undone.unmatchedDecisions == [2])
    let contradiction = try Self.link(
      left, right,
      decisions: [
        LinkDecision(left: "A1", right: "R1", kind: .same),
        LinkDecision(left: "A2", right: "R1", kind: .same),
      ])
    #expect(contradiction.links.map(\.zone) == [.review, .review])
    #expect(contradiction.links.allSatisfy { $0.cautions.contains(.decisionsConflict) })
  }

  @Test("holds no personal value in its explanation")
  func explanation() throws {
    let result = try Self.link([Self.person("A1")], [Self.person("R1", "NGUYEN THI HOA")])
    let text = try #require(result.links.first?.explanation)
    #expect(
      text
        == "national_id equal; name equal without marks on one side; birth_date equal")
  }

  @Test("stops when it is cancelled")
  func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: LinkageError.self) {
      try Linker().link(
        left: Self.table([Self.person("A1")]), right: Self.table([Self.person("R1")]),
        cancellation: cancellation)
    }
  }
}
