import TestSupport
import Testing

@Suite("score-exchange check")
struct CheckCommandTests {
  private let tables = PlacementCase(
    programmes: "programme,quota,floor P0,1,20 P1,2,",
    wishes: """
      applicant,rank,programme,score
      A1,1,P0,27 A1,2,P1,27 A2,1,P0,26 A2,2,P1,26 A3,1,P1,25 A4,1,P1,25 A5,1,P0,19
      """)

  private func check(_ placements: String, _ options: String...) throws -> Tool.Outcome {
    let path = tables.file("stated.csv", "applicant,programme \(placements)")
    var arguments = ["--quiet", "--placements", path]
    arguments += options
    return try Tool.run(
      ["check"] + tables.tables + arguments)
  }

  @Test("accepts the placement of another office, with or without rows for the unplaced")
  func right() throws {
    let outcome = try check("A1,P0 A2,P1 A3,P1 A4,P1")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("feasible, stable, applicant-optimal"))
    #expect(try check("A5, A4,P1 A3,P1 A2,P1 A1,P0").status == 0)
  }

  @Test(
    "names the first witness of each kind and ends with 1",
    arguments: [
      ("A1,P0 A2,P1 A3,P1 A4,P1 A9,P1", "unknown person: A9"),
      ("A1,P0 A2,P7 A3,P1 A4,P1", "unknown programme: A2 is placed at P7"),
      ("A1,P0 A2,P0 A3,P1 A4,P1", "quota broken: P0"),
      ("A1,P0 A2,P1 A3,P1 A4,P1 A5,P0", "ineligible: A5"),
      ("A1,P1 A2,P0 A3,P1 A4,P1", "blocking pair: A1 prefers P0"),
      ("A1,P0 A2,P1 A3,P1", "split tie: A4 is equal to A3 at P1"),
      ("A1,P0 A1,P1 A2,P1 A3,P1 A4,P1", "placed twice: A1"),
    ])
  func wrong(placements: String, witness: String) throws {
    let outcome = try check(placements)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(witness))
  }

  @Test("tells a stable placement that is not the best for applicants from an unstable one")
  func notOptimal() throws {
    // Gale and Shapley 1962: both sides' optimal matchings of two couples are stable.
    let couples = PlacementCase(
      programmes: "programme,quota P0,1 P1,1",
      wishes: "applicant,rank,programme,score A1,1,P0,1 A1,2,P1,2 A2,1,P1,1 A2,2,P0,2")
    let path = couples.file("stated.csv", "applicant,programme A1,P1 A2,P0")
    let outcome = try couples.run("check", "--placements", path)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("not applicant-optimal: A1 could have P0"))
    #expect(!outcome.output.contains("blocking"))
  }

  @Test("compares stated cutoffs with those that the placement implies")
  func cutoffs() throws {
    let right = tables.file("cutoffs.csv", "programme,cutoff,admitted P0,27,1 P1,25,3")
    #expect(try check("A1,P0 A2,P1 A3,P1 A4,P1", "--cutoffs", right).status == 0)
    let wrong = tables.file("cutoffs.csv", "programme,cutoff P0,27 P1,25.5")
    let outcome = try check("A1,P0 A2,P1 A3,P1 A4,P1", "--cutoffs", wrong)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("P1 states cutoff 25.5, the placement implies 25"))
  }

  @Test("compares stated tie keys at the line, and refuses what states none of them")
  func cutoffKeys() throws {
    let tied = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: "applicant,rank,programme,score,tie_1 A1,1,P0,20,8.25 A2,1,P0,20,8")
    let stated = tied.file("stated.csv", "applicant,programme A1,P0")
    func check(_ keys: String) throws -> Tool.Outcome {
      let cutoffs = tied.file("cutoffs.csv", "programme,cutoff,cutoff_keys P0,20,\(keys)")
      return try tied.run(
        "check", "--ties", "tie_1", "--placements", stated, "--cutoffs", cutoffs)
    }
    #expect(try check("tie_1>=8.250").status == 0)
    let wrong = try check("tie_1>=8")
    #expect(wrong.status == 1)
    #expect(
      wrong.output.contains(
        "P0 states cutoff_keys tie_1>=8, the placement implies tie_1>=8.25"))
    #expect(try check("").output.contains("states cutoff_keys none, the placement implies"))
    #expect(try check("tie_1<=8.25").status == 65)
  }

  @Test(
    "believes no school, rank, score or status that the wishes contradict",
    arguments: [
      ("TLA,P0,1,27,placed", 0, "the placement is right"),
      ("GHA,P0,1,27,placed", 1, "unknown programme: A1 is placed at GHA/P0"),
      ("TLA,P0,2,27,placed", 1, "ineligible: A1 is placed at P0 with rank 2, her wish has 1"),
      (
        "TLA,P0,1,27.5,placed", 1, "ineligible: A1 is placed at P0 with score 27.5, her wish has 27"
      ),
      ("TLA,P0,1,27,unplaced", 65, ""), ("TLA,P0,first,27,placed", 65, ""),
    ])
  func statements(row: String, status: Int32, sentence: String) throws {
    let tables = PlacementCase(
      programmes: "school,programme,quota TLA,P0,1",
      wishes: "applicant,rank,school,programme,score A1,1,TLA,P0,27 A2,1,TLA,P0,26")
    let path = tables.file("stated.csv", "applicant,school,programme,rank,score,status A1,\(row)")
    let outcome = try tables.run("check", "--placements", path)
    #expect(outcome.status == status)
    #expect(outcome.output.hasPrefix(sentence), "\(outcome.output)")
  }

  @Test("names the pool that holds too many")
  func pool() throws {
    let tables = PlacementCase(
      programmes: "programme,quota,pool P0,2,all P1,2,all",
      wishes: "applicant,rank,programme,score A1,1,P0,27 A2,1,P1,26 A3,1,P1,25",
      pools: "pool,quota all,2")
    let path = tables.file("stated.csv", "applicant,programme A1,P0 A2,P1 A3,P1")
    let outcome = try tables.run("check", "--placements", path)
    #expect(outcome.output.contains("3 people placed in its pool all of 2 seats"))
  }

  @Test("masks national identifiers in what it says")
  func masked() throws {
    let people = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: "applicant,rank,programme,score 001207012345,1,P0,20 123456789,1,P0,25")
    let path = people.file("stated.csv", "applicant,programme 001207012345,P0")
    let outcome = try people.run("check", "--placements", path)
    #expect(outcome.output.contains("12*****89 prefers P0"))
    #expect(outcome.output.contains("001*****2345"))
    #expect(!outcome.output.contains("001207012345"))
  }
}
