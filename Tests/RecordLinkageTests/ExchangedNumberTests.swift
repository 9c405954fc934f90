import Parallel
import RecordLinkage
import Testing

@Suite("Twins who wrote down each other's number")
struct ExchangedNumberTests {
  private static let first = "001307012345"

  private static func links(
    _ left: [PersonRecord], _ right: [PersonRecord], _ automatic: AutomaticRule
  ) throws -> [PersonLink] {
    var model = LinkageModel.standard
    model.automatic = automatic
    model.estimatesChance = false
    return try Linker(model: model).link(
      left: LinkerTests.table(left), right: LinkerTests.table(right), plan: .sequential
    ).links
  }

  /// A twin of each name, and the number beside it.
  private static func twins(
    _ key: String, _ names: (String, String), _ numbers: (String, String)
  ) -> [PersonRecord] {
    [
      LinkerTests.person("\(key)1", names.0, id: numbers.0, sex: .female),
      LinkerTests.person("\(key)2", names.1, id: numbers.1, sex: .female),
    ]
  }

  @Test(
    "both ways are for a person to see with both pairings, however like their names and numbers are",
    arguments: [
      ("Lê Thị Quyên", "Lê Thị Huyền"), ("Tô Ngọc Lan", "Tô Ngọc Loan"),
      ("Nguyễn Thị Hồng Hà", "Nguyễn Thị Hồng Thảo"), ("Võ Ngọc Hương", "Võ Ngọc Hường"),
      ("Lê Ngọc Bảo", "Lê Bảo Ngọc"),
    ], ["001307012346", "001307012367", "001307098765"])
  func exchanged(names: (String, String), second: String) throws {
    for automatic in AutomaticRule.allCases {
      let links = try Self.links(
        Self.twins("A", names, (Self.first, second)), Self.twins("R", names, (second, Self.first)),
        automatic)
      #expect(links.map { [$0.left, $0.right] } == [[0, 0], [0, 1], [1, 0], [1, 1]])
      #expect(links.allSatisfy { $0.zone == .review })
      #expect(links.allSatisfy { $0.cautions.isSuperset(of: [.severalLeft, .severalRight]) })
    }
  }

  @Test("one way is for a person to see beside the pair of the name", arguments: ["Loan", "Thảo"])
  func borrowed(given: String) throws {
    let names = ("Tô Ngọc Lan", "Tô Ngọc \(given)")
    for automatic in AutomaticRule.allCases {
      let links = try Self.links(
        Self.twins("A", names, (Self.first, "001307012367")),
        [LinkerTests.person("R1", names.0, id: "001307012367", sex: .female)], automatic)
      #expect(links.map { [$0.left, $0.right] } == [[0, 0], [1, 0]])
      #expect(links.allSatisfy { $0.zone == .review && $0.cautions.contains(.severalLeft) })
    }
  }

  @Test("is for a person to see beside the pair of the name, though that has another birth date")
  func sharedNumber() throws {
    let left = [
      LinkerTests.person("A1", "Tô Ngọc Bảo", id: Self.first, birth: LinkerTests.day + 1),
      LinkerTests.person("A2", "Tô Bảo Ngọc", id: Self.first),
    ]
    for automatic in AutomaticRule.allCases {
      let links = try Self.links(
        left, [LinkerTests.person("R1", "Tô Ngọc Bảo", id: Self.first)], automatic)
      #expect(links.map { [$0.left, $0.right] } == [[0, 0], [1, 0]])
      #expect(links.allSatisfy { $0.zone == .review })
    }
  }

  @Test("do not hide her own row, where she has no number, behind the twin's with the next one")
  func missingNumber() throws {
    let names = ("Tô Ngọc Bảo", "Tô Bảo Ngọc")
    let others = SyntheticPeople(applicants: 300, seed: 7)
    let left = others.applicants + Self.twins("T", names, (Self.first, ""))
    let right = others.results + Self.twins("R", names, ("", "001307012346"))
    for automatic in AutomaticRule.allCases {
      let links = try Self.links(left, right, automatic).filter {
        left[$0.left].key.hasPrefix("T")
      }
      let pairs = links.map { [left[$0.left].key, right[$0.right].key] }
      #expect(pairs.contains(["T1", "R1"]) && pairs.contains(["T2", "R2"]))
      #expect(links.allSatisfy { $0.zone == .review })
    }
  }

  @Test("are no hindrance where each has her own number as well")
  func own() throws {
    let names = ("Tô Ngọc Lan", "Tô Ngọc Loan")
    let left = Self.twins("A", names, (Self.first, "001307012367"))
    let right = Self.twins("R", names, (Self.first, "001307012367"))
    for automatic in AutomaticRule.allCases {
      let links = try Self.links(left, right, automatic)
      #expect(links.map { [$0.left, $0.right] } == [[0, 0], [1, 1]])
      #expect(links.allSatisfy { $0.zone == .auto })
    }
  }
}
