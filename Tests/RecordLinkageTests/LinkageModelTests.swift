import Parallel
import RecordLinkage
import Testing
import TestSupport

@Suite("A linkage model")
struct LinkageModelTests {
  private static func tables(_ people: SyntheticPeople) -> (PersonTable, PersonTable) {
    (LinkerTests.table(people.applicants), LinkerTests.table(people.results))
  }

  @Test("is written as JSON and read back the same")
  func roundTrip() throws {
    var model = LinkageModel.standard
    model.further["postcode"] = LinkageModel.standardFurther
    model.automatic = .probability
    model.margin = 4.25
    #expect(try LinkageModel(json: model.json) == model)
    #expect(try LinkageModel(json: model.json).json == model.json)
  }

  @Test(
    "is refused when it is no model, of another format or out of range",
    arguments: [
      ("", ""), ("linkage-model/1", "linkage-model/9"), ("\"margin\": 6.0", "\"margin\": -1"),
      ("\"swapped\"", "\"swoped\""), ("\"m\": 0.96", "\"m\": 0"), ("}\n", ""),
      ("\"automatic\": \"identifier\"", "\"automatic\": \"always\""),
    ])
  func refused(text: String, by replacement: String) {
    let json = LinkageModel.standard.json
    let changed = text.isEmpty ? "" : replacing(text, by: replacement, in: json)
    #expect(changed != json)
    let error = #expect(throws: LinkageError.self) { try LinkageModel(json: changed) }
    #expect(error?.code == .invalidModel)
  }

  @Test("of an earlier version, which knew one kind of different numbers, weighs both alike")
  func earlierVersion() throws {
    let lines = LinkageModel.standard.json.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.firstIndex { $0.contains("\"distinct\"") })
    let earlier =
      lines[..<(place - 1)] + [lines[place - 1].dropLast()] + lines[(place + 1)...]
    let model = try LinkageModel(json: earlier.joined(separator: "\n"))
    #expect(model.identifier.last == model.identifier[Int(IdentifierLevel.different.rawValue)])
    #expect(model.name == LinkageModel.standard.name)
  }

  private func replacing(_ text: String, by other: String, in whole: String) -> String {
    let (bytes, sought) = (Array(whole.utf8), Array(text.utf8))
    guard
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: sought) })
    else { return whole }
    return String(
      decoding: bytes[..<start] + Array(other.utf8) + bytes[(start + sought.count)...],
      as: UTF8.self)
  }

  @Test("survives any bytes in place of JSON")
  func fuzz() {
    var random = SplitMix64(seed: 11)
    let json = Array(LinkageModel.standard.json.utf8)
    for _ in 0..<300 {
      var bytes = json
      for _ in 0..<3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if let model = try? LinkageModel(json: text) { #expect(model.margin >= 0) }
    }
  }

  @Test("learns from two tables without known links how often fields are mistyped")
  func training() throws {
    let (left, right) = Self.tables(SyntheticPeople(applicants: 800, seed: 3))
    let model = try Linker().trained(left: left, right: right, plan: .sequential)
    #expect(abs(model.birth[1].m - 0.98) < 0.01)
    #expect(abs(model.name[3].m - 0.1) < 0.03, "a tenth of the names was written without marks")
    #expect(abs(model.matchShare - 2.0 / 3) < 0.05)
    #expect(!model.estimatesChance)
    #expect(try LinkageModel(json: model.json) == model)
    #expect(
      try Linker().trained(left: left, right: right, plan: WorkPlan(threadCount: 3)) == model)
  }

  @Test("knows how many results belong to an applicant though numbers are missing on both sides")
  func matchShare() throws {
    var people = SyntheticPeople(applicants: 1500, seed: 4, missingIdentifiers: 0.6)
    for place in people.applicants.indices where !place.isMultiple(of: 3) {
      people.applicants[place].nationalID = ""
    }
    let (left, right) = Self.tables(people)
    let trained = try Linker().trained(left: left, right: right)
    #expect(abs(trained.matchShare - 2.0 / 3) < 0.08)
    let counted = try Linker().link(left: left, right: right).model
    #expect(abs(counted.matchShare - 2.0 / 3) < 0.08)
  }

  @Test("does not conclude from a CMND beside a CCCD that a result belongs to nobody")
  func otherKindOfNumber() throws {
    var people = SyntheticPeople(applicants: 1500, seed: 5)
    for place in people.applicants.indices {
      people.applicants[place].nationalID = String(200_000_000 + 7_919 * place)
    }
    let (left, right) = Self.tables(people)
    let unknown = try Linker().link(left: left, right: right).model
    #expect(unknown.matchShare == LinkageModel.standard.matchShare)
    for place in people.applicants.indices {
      people.applicants[place].formerID = people.results[place].nationalID
    }
    let bridged = try Linker().link(left: LinkerTests.table(people.applicants), right: right).model
    #expect(abs(bridged.matchShare - 2.0 / 3) < 0.08)
  }

  @Test("does not take namesakes of one birth date for people who have two numbers")
  func namesakes() throws {
    var random = SplitMix64(seed: 6)
    func pick(_ count: UInt64) -> Int { Int(random.next() % count) }
    func people(_ key: String, _ numbers: Range<Int>) -> [PersonRecord] {
      numbers.map { place in
        let isFemale = pick(2) == 1
        let serial = String(1_000_000 + pick(1_000_000)).dropFirst()
        let letters = (0..<3).map { _ in String(UnicodeScalar(UInt8(98 + pick(12)))) }
        // A name tells the sex, as most names do.
        let name = "H\(letters[0])a \(isFemale ? "Thị" : "Văn") M\(letters[1])o L\(letters[2])u"
        return PersonRecord(
          key: "\(key)\(place)", nationalID: "001\(isFemale ? 3 : 2)07\(serial)", name: name,
          birthDate: 13_514 + Int32(pick(60)), sex: isFemale ? .female : .male)
      }
    }
    let applicants = people("A", 0..<6000)
    let known = applicants.prefix(1500).map { person in
      var person = person
      person.key = "R" + person.key
      return person
    }
    let model = try Linker().trained(
      left: LinkerTests.table(applicants), right: LinkerTests.table(known + people("S", 0..<4500)))
    #expect(model.identifier[Int(IdentifierLevel.distinct.rawValue)].m < 0.015)
    #expect(abs(model.matchShare - 0.25) < 0.02)
  }

  @Test("is not trained on tables that hold too few pairs")
  func untrained() {
    let (left, right) = Self.tables(SyntheticPeople(applicants: 8, seed: 3))
    let error = #expect(throws: LinkageError.self) {
      try Linker().trained(left: left, right: right)
    }
    #expect(error?.code == .untrainedLevel)
  }

  @Test("is not trained on a further field that one table leaves empty")
  func emptyField() throws {
    let people = SyntheticPeople(applicants: 600, seed: 3)
    func table(_ people: [PersonRecord], village: String) -> PersonTable {
      var table = PersonTable(furtherFields: [FurtherField(name: "village", kind: .exact)])
      for var person in people {
        person.further = [village]
        table.append(person)
      }
      return table
    }
    let left = table(people.applicants, village: "")
    let right = table(people.results, village: "Yên Hòa")
    let error = #expect(throws: LinkageError.self) {
      try Linker().trained(left: left, right: right)
    }
    #expect(error?.code == .untrainedLevel)
    #expect(error.map { "\($0)".contains("village") } == true)
    // Where training is not asked for, the linkage says of which field too little is known.
    let result = try Linker().link(left: left, right: right, training: .whereDataSuffice)
    #expect(result.untrainedFields == ["village"])
  }

  @Test("is not trained on tables of which no two rows agree")
  func unrelated() {
    let left = LinkerTests.table([LinkerTests.person("A1")])
    let right = LinkerTests.table([
      LinkerTests.person("R1", "Trần Văn Bình", id: "079207654321", birth: 13_000)
    ])
    let error = #expect(throws: LinkageError.self) {
      try Linker().trained(left: left, right: right)
    }
    #expect(error?.code == .untrainedLevel)
  }

  @Test("gives every pair a waterfall that adds up to its weight")
  func waterfall() throws {
    let (left, right) = Self.tables(SyntheticPeople(applicants: 60, seed: 5))
    let linker = Linker()
    let links = try linker.link(left: left, right: right).links
    let pairs = try linker.explain(
      links.map { ($0.left, $0.right) }, left: left, right: right)
    #expect(links.count == pairs.count && !pairs.isEmpty)
    for (link, pair) in zip(links, pairs) {
      #expect(pair.weight == link.weight)
      #expect(abs(pair.parts.reduce(pair.prior) { $0 + $1.bits } - pair.weight) < 1e-9)
    }
  }
}
