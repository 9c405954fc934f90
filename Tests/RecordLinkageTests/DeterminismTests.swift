import Parallel
import RecordLinkage
import Testing
import TestSupport

@Suite("A linkage of a few hundred people")
struct DeterminismTests {
  private struct Line: Hashable {
    let left: String
    let right: String
    let zone: LinkZone
    let rule: LinkRule
    let probability: Double
    let explanation: String
  }

  private static func lines(
    _ left: [PersonRecord], _ right: [PersonRecord], threads: Int,
    rule: AutomaticRule = .probability
  ) throws -> [Line] {
    var model = LinkageModel.standard
    model.automatic = rule
    let (lefts, rights) = (LinkerTests.table(left), LinkerTests.table(right))
    return try Linker(model: model).link(
      left: lefts, right: rights, plan: WorkPlan(threadCount: threads)
    ).links.map {
      Line(
        left: lefts.key(of: $0.left), right: rights.key(of: $0.right), zone: $0.zone,
        rule: $0.rule, probability: $0.probability, explanation: $0.explanation)
    }
  }

  @Test("gives the same lines for any threads, any order of rows, NFC or NFD")
  func determinism() throws {
    let people = SyntheticPeople(applicants: 250, seed: 9)
    let expected = try Self.lines(people.applicants, people.results, threads: 1)
    #expect(expected.count > 200)
    var random = SplitMix64(seed: 1)
    let shuffledLeft = people.applicants.shuffled(using: &random)
    let shuffledRight = people.results.shuffled(using: &random).map { record in
      var record = record
      record.name = Self.decomposed(record.name)
      return record
    }
    for threads in [2, 3, 8] {
      #expect(try Self.lines(shuffledLeft, shuffledRight, threads: threads) == expected)
    }
  }

  @Test(
    "leaves out no pair that is worth keeping, whatever the share of missing identifiers",
    arguments: [0.05, 0.6])
  func bounds(missingIdentifiers: Double) throws {
    let people = SyntheticPeople(
      applicants: 1_500, seed: 21, missingIdentifiers: missingIdentifiers)
    var model = LinkageModel.standard
    model.automatic = .probability
    model.estimatesChance = false
    // Pairs with further fields are weighed without the bounds; an empty field weighs nothing.
    let fields = [[], [FurtherField(name: "village", kind: .exact)]]
    let links = try fields.map { fields in
      var (left, right) = (
        PersonTable(furtherFields: fields), PersonTable(furtherFields: fields)
      )
      for person in people.applicants { left.append(person) }
      for person in people.results { right.append(person) }
      return try Linker(model: model).link(left: left, right: right).links.map {
        [Double($0.left), Double($0.right), $0.weight, $0.zone == .auto ? 1 : 0]
      }
    }
    #expect(links[0].count > 1_400)
    #expect(links[0] == links[1])
  }

  @Test(
    "weighs a pair to the last bit as its explanation does",
    arguments: [TrainingPolicy.none, .whereDataSuffice])
  func explained(training: TrainingPolicy) throws {
    let people = SyntheticPeople(applicants: 250, seed: 12)
    let (left, right) = (LinkerTests.table(people.applicants), LinkerTests.table(people.results))
    let result = try Linker().link(
      left: left, right: right, training: training, plan: .sequential)
    #expect(result.links.count > 200)
    let explained = try Linker(model: result.model).explain(
      result.links.map { ($0.left, $0.right) }, left: left, right: right, plan: .sequential)
    #expect(explained.map(\.weight) == result.links.map(\.weight))
  }

  @Test("links no wrong person automatically and loses few")
  func quality() throws {
    for missing in [0.05, 0.5] {
      let people = SyntheticPeople(applicants: 300, seed: 21, missingIdentifiers: missing)
      let lines = try Self.lines(people.applicants, people.results, threads: 2)
      let automatic = lines.filter { $0.zone == .auto }
      let wrong = automatic.count { people.truth[$0.right] != $0.left }
      let found = Set(lines.filter { people.truth[$0.right] == $0.left }.map(\.right))
      #expect(wrong <= 1)
      #expect(Double(found.count) >= 0.98 * Double(people.truth.count))
      #expect(Set(automatic.map(\.right)).count == automatic.count)
    }
  }

  @Test("by the identifier rule links nobody without an identifier")
  func identifierRule() throws {
    let people = SyntheticPeople(applicants: 200, seed: 2, missingIdentifiers: 0.4)
    let lines = try Self.lines(people.applicants, people.results, threads: 1, rule: .identifier)
    let automatic = lines.filter { $0.zone == .auto }
    #expect(!automatic.isEmpty)
    #expect(automatic.allSatisfy { $0.rule == .identifierNameBirth })
    #expect(automatic.allSatisfy { people.truth[$0.right] == $0.left })
  }

  @Test("links one row of a source at most, where both sides have several sources")
  func sources() throws {
    let people = SyntheticPeople(applicants: 250, seed: 31)
    var random = SplitMix64(seed: 3)
    // Everybody applies twice, and each result lies in one of three files.
    let left = people.applicants.flatMap { applicant in
      ["first", "second"].map { source in
        var record = applicant
        record.key = "\(source)/\(applicant.key)"
        record.source = source
        return record
      }
    }
    let right = people.results.map { result in
      var record = result
      record.source = "file \(random.next() % 3)"
      return record
    }
    let expected = try Self.lines(left, right, threads: 1)
    #expect(
      try Self.lines(
        left.shuffled(using: &random), right.shuffled(using: &random), threads: 2) == expected)
    let automatic = expected.filter { $0.zone == .auto }
    let rightSources = Dictionary(uniqueKeysWithValues: right.map { ($0.key, $0.source) })
    let ofLeft = automatic.map { "\($0.left) \(rightSources[$0.right] ?? "")" }
    let ofRight = automatic.map { "\($0.right) \($0.left.prefix(5))" }
    #expect(Set(ofLeft).count == automatic.count && Set(ofRight).count == automatic.count)
    // Both applications of most people have their result.
    #expect(automatic.count > Set(automatic.map(\.right)).count * 19 / 10)
    #expect(Set(automatic.map(\.right)).count > 150)
  }

  @Test("keeps its order by the bytes of the keys")
  func order() throws {
    let people = SyntheticPeople(applicants: 120, seed: 4)
    let lines = try Self.lines(people.applicants, people.results, threads: 2)
    let keys = lines.map { Array($0.left.utf8) + [0] + Array($0.right.utf8) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  /// A name with its marks as separate scalars, by the decompositions of the letters used here.
  private static func decomposed(_ name: String) -> String {
    let pieces: [Character: String] = [
      "à": "a\u{300}", "á": "a\u{301}", "ạ": "a\u{323}", "ả": "a\u{309}", "Á": "A\u{301}",
      "â": "a\u{302}", "ầ": "a\u{302}\u{300}", "ễ": "e\u{302}\u{303}", "ê": "e\u{302}",
      "ị": "i\u{323}", "ì": "i\u{300}", "ọ": "o\u{323}", "ô": "o\u{302}", "ỗ": "o\u{302}\u{303}",
      "ơ": "o\u{31B}", "ư": "u\u{31B}", "ứ": "u\u{31B}\u{301}", "ũ": "u\u{303}", "ù": "u\u{300}",
      "ú": "u\u{301}", "ý": "y\u{301}", "ỹ": "y\u{303}", "ỳ": "y\u{300}", "ă": "a\u{306}",
    ]
    return name.map { pieces[$0] ?? String($0) }.joined()
  }
}
