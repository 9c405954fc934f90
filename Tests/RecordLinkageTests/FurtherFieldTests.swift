import RecordLinkage
import Testing

@Suite("Further fields of a linkage")
struct FurtherFieldTests {
  /// The link of somebody, without a number unless one is given, among some hundred other people, with
  /// what another office wrote of her or of her twin, of whom each further field says the same.
  private static func link(
    _ left: String, _ right: String, number: String = "", daysLater: Int32 = 0,
    values: [@Sendable (Int) -> String]
  ) throws -> (zone: LinkZone, isCertainByWeight: Bool) {
    let people = SyntheticPeople(applicants: 1_500, seed: 5)
    var model = LinkageModel.standard
    model.automatic = .probability
    let fields = values.indices.map { FurtherField(name: "field \($0)", kind: .exact) }
    func table(_ people: [PersonRecord], _ name: String, born: Int32) -> PersonTable {
      var table = PersonTable(furtherFields: fields)
      for var person in people {
        let number = Int(person.key.dropFirst()) ?? 0
        person.further = values.map { $0(number) }
        table.append(person)
      }
      table.append(
        PersonRecord(
          key: "X", nationalID: number, name: name, birthDate: born, sex: .female,
          further: values.map { $0(7) }))
      return table
    }
    let tables = (
      table(people.applicants, left, born: 13_600),
      table(people.results, right, born: 13_600 + daysLater)
    )
    let result = try Linker(model: model).link(left: tables.0, right: tables.1)
    let link = try #require(result.links.first { $0.left == tables.0.count - 1 })
    return (link.zone, link.probability > model.automaticProbability)
  }

  @Test("in which everybody says the same make no twin certain")
  func constants() throws {
    for count in [0, 3] {
      let link = try Self.link(
        "Tạ Lê Bích Khuê Lan", "Tạ Lê Bích Khuê Lam",
        values: Array(repeating: { _ in "the same" }, count: count))
      #expect(link.isCertainByWeight)
      #expect(link.zone == .review)
    }
  }

  private static let home: [@Sendable (Int) -> String] = [
    { "ward \($0 % 97)" }, { "street \($0 % 61)" }, { "school \($0 % 53)" },
  ]

  @Test(
    "do not tell a twin at home, who has another given name, from herself",
    arguments: [("Lan", "Lam"), ("Lán", "Làn"), ("Lan", "Nga"), ("Lan", "Oanh")])
  func twins(given: String, other: String) throws {
    let link = try Self.link(
      "Tạ Lê Bích Khuê \(given)", "Tạ Lê Bích Khuê \(other)", values: Self.home)
    #expect(link.isCertainByWeight)
    #expect(link.zone == .review)
  }

  @Test(
    "do not tell a twin with a foreign name either, wherever the given name stands",
    arguments: [
      ("Emily Smith", "Emma Smith"), ("Smith Emily", "Smith Emma"), ("Tim Smith", "Tom Smith"),
      ("Jack Taylor", "Jake Taylor"), ("Emily Rose Smith", "Emma Rose Smith"),
    ])
  func foreignTwins(name: String, other: String) throws {
    let link = try Self.link(name, other, values: Self.home)
    #expect(link.isCertainByWeight)
    #expect(link.zone == .review)
  }

  @Test(
    "make a foreign name certain that is mistyped",
    arguments: [
      ("Emily Smith", "Emiily Smith"), ("Smith Emily", "Smiht Emily"),
      ("Emily Smith", "Emily Smit"),
    ])
  func foreignSlips(name: String, other: String) throws {
    #expect(try Self.link(name, other, values: Self.home).zone == .auto)
  }

  @Test("tell one person with a number from somebody whom it was lent, past name and birth date")
  func lentNumber() throws {
    let (name, mistyped) = ("Tạ Lê Bích Khuê Lan", "Tạ Lê Bích Khuê Lqan")
    func zone(_ values: [@Sendable (Int) -> String]) throws -> LinkZone {
      try Self.link(name, mistyped, number: "001307012345", daysLater: 400, values: values).zone
    }
    #expect(try zone([]) == .review)
    #expect(try zone(Self.home) == .auto)
  }

  @Test(
    "make a name certain that is mistyped or has another middle",
    arguments: ["Tạ Lê Bích Khuê Lqan", "Tạ Lê Bịch Khuêe Lan", "Tạ Khuê Lan"])
  func slips(name: String) throws {
    let link = try Self.link("Tạ Lê Bích Khuê Lan", name, values: Self.home)
    #expect(link.zone == .auto)
  }
}
