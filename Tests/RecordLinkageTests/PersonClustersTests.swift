import Parallel
import RecordLinkage
import TestSupport
import Testing

@Suite("Clusters of people over several sources")
struct PersonClustersTests {
  /// The results of 300 people as seven schools wrote them down; each person is at three of them.
  private struct SevenSchools {
    var tables: [[PersonRecord]] = Array(repeating: [], count: 7)

    init(seed: UInt64) {
      for school in 0..<7 {
        let people = SyntheticPeople(
          applicants: 300, seed: seed, typingSeed: seed &* 7 &+ UInt64(school))
        for (number, record) in people.results.prefix(300).enumerated()
        where (number + school) % 7 < 3 {
          var record = record
          record.source = ""
          tables[school].append(record)
        }
      }
    }
  }

  private static func linker() -> Linker {
    var model = LinkageModel.standard
    model.automatic = .probability
    return Linker(model: model)
  }

  /// Clusters by the keys of their members, which name the person in these tables.
  private static func keys(
    _ clusters: PersonClusters, _ tables: [PersonTable]
  ) -> Set<[String]> {
    Set(
      clusters.clusters.map { cluster in
        cluster.map { "\($0.table)/\(tables[$0.table].key(of: $0.row))" }
      })
  }

  @Test("find the same people in seven schools, at most one row of each")
  func quality() throws {
    let tables = SevenSchools(seed: 5).tables.map(LinkerTests.table)
    let found = try Self.linker().clusters(of: tables, plan: WorkPlan(threadCount: 2))
    #expect(found.clusters.reduce(0) { $0 + $1.count } == tables.reduce(0) { $0 + $1.count })
    var (joined, right) = (0, 0)
    for cluster in found.clusters {
      #expect(Set(cluster.map(\.table)).count == cluster.count)
      for (place, one) in cluster.enumerated() {
        for other in cluster.dropFirst(place + 1) {
          joined += 1
          if tables[one.table].key(of: one.row) == tables[other.table].key(of: other.row) {
            right += 1
          }
        }
      }
    }
    let (precision, recall) = (Double(right) / Double(joined), Double(right) / Double(3 * 300))
    #expect(2 * precision * recall / (precision + recall) > 0.9954)
    #expect(precision > 0.999)
  }

  @Test("are the same for any order of rows and any number of threads")
  func determinism() throws {
    let schools = SevenSchools(seed: 8).tables
    let tables = schools.map(LinkerTests.table)
    let expected = try Self.linker().clusters(of: tables, plan: .sequential)
    var random = SplitMix64(seed: 3)
    let shuffled = schools.map { LinkerTests.table($0.shuffled(using: &random)) }
    let other = try Self.linker().clusters(of: shuffled, plan: WorkPlan(threadCount: 8))
    #expect(Self.keys(other, shuffled) == Self.keys(expected, tables))
    #expect(other.reviews.count == expected.reviews.count)
  }

  @Test("never hold two rows of one source, nor two people by decision, along no chain")
  func constraints() throws {
    func row(_ key: String, _ source: String, _ number: String) -> PersonRecord {
      PersonRecord(
        key: key, source: source, nationalID: number, name: "Tô Khuê Oanh", birthDate: 13_600,
        sex: .female)
    }
    // One person at three schools; at the first one somebody else has the same number.
    let number = "001307000001"
    let tables = [
      LinkerTests.table([row("A1", "s1", number), row("A2", "s2", number)]),
      LinkerTests.table([row("B1", "", number)]), LinkerTests.table([row("C1", "", number)]),
    ]
    let found = try Self.linker().clusters(of: tables)
    #expect(Self.keys(found, tables) == [["0/A1", "0/A2", "1/B1", "2/C1"]])
    let parted = try Self.linker().clusters(
      of: tables, decisions: [LinkDecision(left: "C1", right: "A1", kind: .different)])
    for cluster in Self.keys(parted, tables) {
      #expect(!(cluster.contains("0/A1") && cluster.contains("2/C1")))
    }
    #expect(parted.reviews.contains { $0.isContradiction })
    let again = try Self.linker().clusters(
      of: tables,
      decisions: [
        LinkDecision(left: "A1", right: "C1", kind: .different),
        LinkDecision(left: "C1", right: "A1", kind: .undo),
      ])
    #expect(again.clusters.count == 1)
  }

  /// A file with one row for each number, the first key `A1`.
  private static func namesakes(_ numbers: [String]) -> [PersonTable] {
    zip(["A1", "B1", "C1"], numbers).map { key, number in
      LinkerTests.table([
        PersonRecord(
          key: key, nationalID: number, name: "Tô Khuê Oanh", birthDate: 13_600, sex: .female)
      ])
    }
  }

  @Test("hold two numbers that are far apart where a third lies a slip from both")
  func slips() throws {
    // A digit, and two neighbours changed over.
    let typed = ["001307193456", "001307124356"]
    let (apart, together) = (Self.namesakes(typed), Self.namesakes(typed + ["001307123456"]))
    #expect(
      try Self.keys(Self.linker().clusters(of: apart), apart) == [["0/A1"], ["1/B1"]])
    let found = try Self.linker().clusters(of: together)
    #expect(Self.keys(found, together) == [["0/A1", "1/B1", "2/C1"]])
    #expect(found.reviews.isEmpty)
  }

  @Test("never hold two citizen numbers of two people, though a row without one fits both")
  func namesakes() throws {
    let tables = Self.namesakes(["001307000001", "079307654321", ""])
    let found = try Self.linker().clusters(of: tables)
    #expect(Self.keys(found, tables) == [["0/A1"], ["1/B1"], ["2/C1"]])
    #expect(found.reviews.count(where: { $0.isContradiction }) == 2)
    // A person who knows decides, and what was for review is no more.
    let decided = try Self.linker().clusters(
      of: tables,
      decisions: [
        LinkDecision(left: "A1", right: "C1", kind: .same),
        LinkDecision(left: "B1", right: "C1", kind: .different),
      ])
    #expect(Self.keys(decided, tables) == [["0/A1", "2/C1"], ["1/B1"]])
    #expect(decided.reviews.allSatisfy { !$0.isContradiction })
  }
}
