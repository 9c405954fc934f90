import RecordLinkage
import Testing

@Suite("A birth date of 1 January")
struct NewYearTests {
  private static let people = SyntheticPeople(applicants: 2_000, seed: 7)
  private static let newYear: Int32 = 13_514  // 2007-01-01

  /// The zone of a pair of one name, without a number on one side, among many other people.
  private static func zone(
    _ name: String, born birth: Int32, _ other: Int32, namesakes: Int32 = 0
  ) throws -> LinkZone? {
    let own = LinkerTests.person("own", name, birth: birth, sex: .female)
    let found = LinkerTests.person("found", name, id: "", birth: other, sex: .female)
    let others = (0..<namesakes).map { number in
      LinkerTests.person(
        "other\(number)", name, id: "00130711\(1000 + 37 * number)", birth: birth + 1 + 5 * number,
        sex: .female)
    }
    let links = try Linker().link(
      left: LinkerTests.table(people.applicants + [own] + others),
      right: LinkerTests.table(people.results + [found])
    ).links
    return links.first { $0.left == people.applicants.count && $0.right == people.results.count }?
      .zone
  }

  @Test("says no more than the year, so that a rare name is for a person to see")
  func rareName() throws {
    let birth = LinkerTests.day
    #expect(try Self.zone("Khuất Diệu Uyên", born: birth, Self.newYear) == .review)
    #expect(try Self.zone("Khuất Diệu Uyên", born: Self.newYear, birth) == .review)
    // Another day of the year is a day.
    #expect(try Self.zone("Khuất Diệu Uyên", born: birth, Self.newYear + 9) == nil)
  }

  @Test("is no reason to look at a name that many have")
  func commonName() throws {
    let day = LinkerTests.day
    #expect(try Self.zone("Khuất Diệu Uyên", born: day, Self.newYear, namesakes: 1) == .review)
    #expect(try Self.zone("Khuất Diệu Uyên", born: day, Self.newYear, namesakes: 30) == nil)
  }

  @Test("agrees as any other day where both rows have it")
  func both() throws {
    #expect(try Self.zone("Khuất Diệu Uyên", born: Self.newYear, Self.newYear) == .review)
    #expect(try Self.zone("Tô Khuê Lan", born: Self.newYear, Self.newYear) == .review)
  }
}
