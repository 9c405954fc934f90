import Parallel
import RecordLinkage
import TestSupport
import Testing

@Suite("Results of one person that hold the same")
struct AlikeRowsTests {
  private struct Line: Hashable {
    let left: String
    let right: String
    let zone: LinkZone
    let weight: Double
    let explanation: String
  }

  private let people = SyntheticPeople(applicants: 300, seed: 17)

  /// All results twice, the second time in another file and under other keys.
  private var twice: [PersonRecord] {
    people.results
      + people.results.map { result in
        var copy = result
        copy.key = "again/\(result.key)"
        copy.source = "another file"
        return copy
      }
  }

  @Test("are found however many there are", arguments: [63, 64, 65, 128, 192])
  func anyCount(count: Int) throws {
    let results = Array(people.results.prefix(count))
    #expect(results.count == count)
    for threads in [1, 2] {
      let once = try Set(lines(results, threads: threads).map(\.right))
      let copies = results.map { result in
        var copy = result
        (copy.key, copy.source) = ("again/\(result.key)", "another file")
        return copy
      }
      let both = try Set(lines(results + copies, threads: threads).map(\.right))
      #expect(both == once.union(once.map { "again/\($0)" }))
    }
  }

  private func lines(
    _ right: [PersonRecord], decisions: [LinkDecision] = [], threads: Int = 2
  ) throws -> Set<Line> {
    var model = LinkageModel.standard
    model.automatic = .probability
    model.estimatesChance = false
    let (lefts, rights) = (LinkerTests.table(people.applicants), LinkerTests.table(right))
    return Set(
      try Linker(model: model).link(
        left: lefts, right: rights, decisions: decisions, plan: WorkPlan(threadCount: threads)
      ).links.map {
        Line(
          left: lefts.key(of: $0.left), right: rights.key(of: $0.right), zone: $0.zone,
          weight: $0.weight, explanation: $0.explanation)
      })
  }

  @Test("get the links that each would get alone", arguments: [1, 2, 8])
  func alone(threads: Int) throws {
    let once = try lines(people.results, threads: threads)
    let copies = once.map { line in
      Line(
        left: line.left, right: "again/\(line.right)", zone: line.zone, weight: line.weight,
        explanation: line.explanation)
    }
    #expect(once.count > 250)
    var random = SplitMix64(seed: 5)
    #expect(
      try lines(twice.shuffled(using: &random), threads: threads) == once.union(copies))
  }

  @Test("are told apart by what people decided about one of them")
  func decided() throws {
    let undecided = try lines(twice)
    let link = try #require(
      undecided.first { $0.zone == .auto && !$0.right.hasPrefix("again/") })
    let copy = try #require(
      undecided.first { $0.left == link.left && $0.right == "again/\(link.right)" })
    let decided = try lines(
      twice, decisions: [LinkDecision(left: link.left, right: link.right, kind: .different)])
    #expect(!decided.contains { $0.left == link.left && $0.right == link.right })
    #expect(decided.contains(copy))
  }

  @Test(
    "are told apart by any one column",
    arguments: [
      "national_id", "former_id", "name", "birth_date", "sex", "province", "further",
    ])
  func columns(column: String) throws {
    var applicant = PersonRecord(
      key: "A1", nationalID: "001307012345", formerID: "187204563", name: "Nguyễn Thị Hoa",
      birthDate: 13_579, sex: .female, province: "Hà Nội", further: ["Tây Hồ"])
    // Beside equal new numbers nobody asks for old ones.
    if column == "former_id" { applicant.nationalID = "" }
    var other = applicant
    switch column {
    case "national_id": other.nationalID = "001307012346"
    case "former_id": other.formerID = ""
    case "name": other.name = "Nguyễn Thị Hòa"
    case "birth_date": other.birthDate = 13_580
    case "sex": other.sex = nil
    case "province": other.province = "Hải Phòng"
    default: other.further = ["Ba Đình"]
    }
    var (left, right) = (
      PersonTable(furtherFields: [FurtherField(name: "ward", kind: .exact)]),
      PersonTable(furtherFields: [FurtherField(name: "ward", kind: .exact)])
    )
    left.append(applicant)
    for (number, record) in [applicant, other].enumerated() {
      var row = record
      row.key = "R\(number)"
      row.source = "file \(number)"
      right.append(row)
    }
    let links = try Linker().link(left: left, right: right).links
    #expect(links.count == 2)
    #expect(
      links.first { $0.right == 0 }?.explanation != links.first { $0.right == 1 }?.explanation)
  }
}
