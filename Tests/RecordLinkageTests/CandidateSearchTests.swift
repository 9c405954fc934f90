import Parallel
import RecordLinkage
import TestSupport
import Testing

@Suite("The search for candidates")
struct CandidateSearchTests {
  /// A record as a hurried clerk types it: some fields with a slip, each of another kind.
  private static func mistyped(
    _ person: PersonRecord, _ random: inout SplitMix64
  ) -> PersonRecord {
    var person = person
    func happens(_ percent: UInt64) -> Bool { random.next() % 100 < percent }
    var digits = Array(person.nationalID)
    if !digits.isEmpty, happens(15) {
      let place = Int(random.next() % 11)
      if happens(50) {
        digits.swapAt(place, place + 1)
      } else {
        digits[place] = digits[place] == "9" ? "0" : "9"
      }
      person.nationalID = String(digits)
    }
    var syllables = person.name.split(separator: " ").map(String.init)
    if happens(4) { syllables.append(syllables.removeFirst()) }
    if happens(4) { syllables = [syllables[0] + syllables[1]] + syllables.dropFirst(2) }
    if happens(8) { syllables[syllables.count - 1] += "h" }
    person.name = syllables.joined(separator: " ")
    if let birth = person.birthDate, happens(6) {
      // Some days on, or the same day of another month.
      person.birthDate = birth + (happens(50) ? 1 : 31)
    }
    return person
  }

  /// Whether birth date, identifier or the letters of the name are the same.
  private static func shareSomething(_ one: PersonRecord, _ other: PersonRecord) -> Bool {
    one.birthDate != nil && one.birthDate == other.birthDate
      || !one.nationalID.isEmpty && one.nationalID == other.nationalID
      || NameKeys(one.name).solid.sorted() == NameKeys(other.name).solid.sorted()
  }

  @Test(
    "leaves out no pair above even odds, but where identifier, name and birth date all differ",
    arguments: Array(1...8) as [UInt64], [0.05, 0.6])
  func completeness(seed: UInt64, missingIdentifiers: Double) throws {
    let people = SyntheticPeople(
      applicants: 150, seed: seed, missingIdentifiers: missingIdentifiers)
    var random = SplitMix64(seed: seed)
    let left = LinkerTests.table(people.applicants)
    let right = LinkerTests.table(people.results.map { Self.mistyped($0, &random) })
    let linker = Linker()
    let links = try linker.link(left: left, right: right).links
    let (lefts, rights) = (Set(links.map(\.left)), Set(links.map(\.right)))
    #expect(lefts.count > 140)
    // Every pair of rows neither of which came out, weighed without a search.
    let pairs = (0..<left.count).filter { !lefts.contains($0) }.flatMap { l in
      (0..<right.count).filter { !rights.contains($0) }.map { (left: l, right: $0) }
    }.filter { Self.shareSomething(left[$0.left], right[$0.right]) }
    let weights = try linker.explain(pairs, left: left, right: right).map(\.weight)
    #expect(weights.allSatisfy { $0 < 0 })
  }

  @Test("finds a number with a wrong digit in each half of its serial beside the birth date")
  func wrongDigits() throws {
    var person = PersonRecord(
      key: "A1", nationalID: "001307012345", name: "Nghiêm Quỳnh Trâm", birthDate: 13_579)
    let people = LinkerTests.table([person])
    person.key = "R1"
    person.nationalID = "001307912395"
    person.name = "Nghiên Quỳnh Trâm"
    let links = try Linker().link(left: people, right: LinkerTests.table([person])).links
    #expect(links.map(\.zone) == [.review])
  }

  @Test(
    "finds a given name that lost, gained or changed a letter beside the birth date alone",
    arguments: [
      ("Tô Quốc Quân", "Tô Quốc Uân"), ("Tô Ngọc Thúy", "Tô Ngọc Húy"),
      ("Lê Ngọc Thúy", "Lê Ngọc Túy"), ("Tô Bá Quân", "Tô Bá Uân"), ("Tạ An", "Tạ Han"),
      ("Nguyễn Thị Hồng Oanh", "Nguyễn Thị Hồng Xanh"),
    ])
  func givenNames(name: String, typed: String) throws {
    let person = PersonRecord(
      key: "A1", nationalID: "001207012345", name: name, birthDate: 13_579)
    // None, an old one, and a parent's.
    for number in ["", "123456789", "038170654321"] {
      var found = person
      (found.key, found.name, found.nationalID) = ("R1", typed, number)
      let links = try Linker().link(
        left: LinkerTests.table([person]), right: LinkerTests.table([found])
      ).links
      #expect(links.map(\.zone) == [.review])
    }
  }

  @Test(
    "finds a short name beside the birth date that gained or lost a syllable, or a letter",
    arguments: [
      ("Lê An", "Lê An Bình"), ("Vũ Hà My", "Vũ Hà"), ("Đỗ Linh", "Đỗ Linh Phương"),
      ("Lê Thuyên", "Lê Thuyn"), ("Lê Thuyn", "Lê Thuy"), ("Lê Hạnh", "Lê Hnh"),
    ])
  func shortNames(name: String, typed: String) throws {
    let person = PersonRecord(key: "A1", nationalID: "", name: name, birthDate: 13_579)
    var found = person
    (found.key, found.name) = ("R1", typed)
    let links = try Linker().link(
      left: LinkerTests.table([person]), right: LinkerTests.table([found])
    ).links
    #expect(links.map(\.zone) == [.review])
  }

  @Test("finds everybody however many were born on one day", arguments: [1, 2])
  func oneBirthDate(threads: Int) throws {
    var (left, right) = (PersonTable(), PersonTable())
    for number in 0..<40_000 {
      // Numbers differ from each other in three digits or more.
      let serial = String(1_000_000 + (number * 7_919) % 1_000_000).dropFirst()
      var person = PersonRecord(
        key: "A\(number)", nationalID: "00\(number % 10)306\(serial)", name: "Trần Văn An",
        birthDate: 13_149)
      left.append(person)
      person.key = "R\(number)"
      right.append(person)
    }
    let result = try Linker().link(left: left, right: right, plan: WorkPlan(threadCount: threads))
    #expect(result.autoCount == 40_000)
    #expect(result.links.allSatisfy { $0.left == $0.right })
  }
}
