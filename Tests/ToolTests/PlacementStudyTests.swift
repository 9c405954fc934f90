import Foundation
import TestSupport
import Testing

@Suite("Questions to score-exchange place")
struct PlacementStudyTests {
  private let tables = PlacementCase(
    programmes: "programme,quota,floor P0,1, P1,1,",
    wishes: """
      applicant,rank,programme,score,tie_1
      A1,1,P0,27,1 A1,2,P1,27,1 A2,1,P0,26,1 A2,2,P1,26,1 A3,1,P1,26,1 A4,1,P1,20,1
      """)

  @Test("explains each wish of an applicant by score, cutoff, gap or key")
  func why() throws {
    let lines = try tables.run("place", "--ties", "wish-rank", "--why", "A2", "--quiet").output
    #expect(
      lines == """
        wish 1, P0: not placed with 26, wish-rank 1; cutoff 27, 1 more
        wish 2, P1: not placed with 26, wish-rank 2; cutoff 26, and equal people are ranked by \
        wish-rank, where the last one admitted has 1

        """)
    #expect(try tables.run("place", "--why", "A9").status == 64)
  }

  @Test("says that people are equal at a line only of those who are")
  func whyRefusedWhole() throws {
    let shared = PlacementCase(
      programmes: "programme,quota,pool A,1,r B,1,r",
      wishes: "applicant,rank,programme,score A1,1,A,25 A2,1,A,25 B1,1,B,20",
      pools: "pool,quota r,1")
    func why(_ applicant: String) throws -> String {
      try shared.run("place", "--at-the-line", "reject-all", "--why", applicant, "--quiet").output
    }
    for equal in ["A1", "A2"] {
      #expect(try why(equal).contains("with 25; equal to others at the line"))
    }
    #expect(try why("B1").contains("with 20; cutoff nobody, but the seats left are kept for"))
  }

  @Test("explains a programme's line: who is at it, who is first refused, from which wishes")
  func whyProgramme() throws {
    let lines = try tables.run("place", "--why-programme", "P1", "--quiet").output
    #expect(
      lines == """
        P1: quota 1, 4 wishes, 2 admitted
        cutoff: 26; binding: yes
        at the line: 2 (A2, A3)
        first refused: A4 with 20
        admitted: 1 by wish 1, 1 by wish 2

        """)
  }

  @Test("tries scenarios: who moves, by which chain, and what hangs on the order of wishes")
  func whatIf() throws {
    let path = tables.file(
      "what-if.csv",
      "scenario,change,programme,value more,quota,P0,2 closed,close,P0, hungary,at_the_line,,reject-all"
    )
    let options = ["--ties", "wish-rank", "--what-if", path, "--quiet"]
    let outcome = try Tool.run(["place"] + tables.tables + options)
    #expect(
      outcome.output == """
        more: 1 move, 1 to a higher wish; 3 placed
          A2 unplaced -> P0
        closed: 2 move, 0 to a higher wish; 1 placed
          A1 P0 -> P1; A3 P1 -> unplaced
        hungary: 0 move, 0 to a higher wish; 2 placed
        without wish-rank: 1 move, 1 to a higher wish; 3 placed
          A2 unplaced -> P1

        """)
    for threads in ["1", "8"] {
      let again = try Tool.run(
        ["place"] + tables.tables + options + ["--threads", threads])
      #expect(again.output == outcome.output)
    }
    let bad = tables.file("what-if.csv", "scenario,change,programme,value x,widen,P0,2")
    let refused = try tables.run("place", "--what-if", bad)
    #expect(refused.status == 65 && refused.errors.contains("widen"))
  }

  @Test("reports who is short of a lower quota, and enforces none")
  func lowerQuota() throws {
    let small = PlacementCase(
      programmes: "programme,quota,lower_quota P0,3,2 P1,1,1",
      wishes: "applicant,rank,programme,score A1,1,P0,20 A2,1,P1,20")
    let outcome = try small.run("place")
    #expect(outcome.errors.hasPrefix("P0: 1 short of the lower quota\n2 wishes, 2 placed"))
    let json = try small.run("place", "--json").output
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let short = try #require(document?["short_of_lower_quota"] as? [[String: Any]])
    #expect(short.map { $0["programme"] as? String } == ["P0"])
    #expect(short.map { $0["missing"] as? Int } == [1])
  }

  @Test("reads the tie columns that a scenario asks for, also one from standard input")
  func whatIfTies() throws {
    let tied = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: "applicant,rank,programme,score,tie_1 A1,1,P0,20,1 A2,1,P0,20,2")
    let scenarios = "scenario,change,value\nsubject,ties,tie_1\n"
    for path in [tied.folder.write(scenarios, to: "what-if.csv"), "-"] {
      let outcome = try Tool.run(
        ["place", "--what-if", path, "--quiet"] + tied.tables, input: scenarios)
      #expect(
        outcome.output
          == "subject: 1 move, 0 to a higher wish; 1 placed\n  A1 P0 -> unplaced\n")
    }
  }

  @Test("emulates filtering rounds beside the stable placement, with over-calling")
  func rounds() throws {
    let json = try tables.run("place", "--ties", "wish-rank", "--rounds", "1", "--json").output
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let answers = try #require(document?["answers"] as? [String: Any])
    let rounds = try #require(answers["rounds"] as? [String: Any])
    // P0 and P1 both call A1 first: A3 is not called in a single round.
    #expect(rounds["misplaced"] as? Int == 1)
    #expect(rounds["stable_placed"] as? Int == 2)
    let text = try tables.run("place", "--ties", "wish-rank", "--rounds", "5", "--quiet").output
    #expect(text.contains("0 dropped, 0 misplaced; the stable placement places 2"))
    let over = try tables.run("place", "--rounds", "1", "--overcall", "2", "--quiet").output
    #expect(over.contains("200 called for 100 seats"))
    #expect(try tables.run("place", "--overcall", "2").status == 64)
  }

  @Test("forecasts who comes by past yield")
  func forecast() throws {
    let path = tables.file("yields.csv", "programme,yield P1,0.5")
    let text = try tables.run("place", "--yields", path, "--quiet").output
    #expect(
      text == """
        P0: 1 admitted, no yield known, 1.0 expected (+/- 0.0); 1 admitted would fill 1 seats
        P1: 2 admitted, yield 0.5, 1.0 expected (+/- 0.7); 2 admitted would fill 1 seats

        """)
    let wrong = tables.file("yields.csv", "programme,yield P1,1.5")
    #expect(try tables.run("place", "--yields", wrong).status == 65)
  }

  @Test("leaves out people placed elsewhere and keeps the places of an earlier round")
  func settled() throws {
    let elsewhere = tables.file("elsewhere.csv", "applicant A1 A77")
    #expect(
      try tables.placed("--ties", "wish-rank", "--placed-elsewhere", elsewhere)
        == ["A1": "", "A2": "P0", "A3": "P1", "A4": ""])
    let frozen = tables.file("frozen.csv", "applicant,programme A4,P1")
    #expect(
      try tables.placed("--frozen", frozen) == ["A1": "P0", "A2": "", "A3": "", "A4": "P1"])
    let stated = tables.file("stated.csv", "applicant,programme A1,P0 A4,P1")
    #expect(
      try tables.run("check", "--frozen", frozen, "--placements", stated, "--quiet").status == 0)
    #expect(try tables.run("check", "--placements", stated, "--quiet").status == 1)
    let strange = tables.file("frozen.csv", "applicant,programme A4,P0")
    #expect(try tables.run("place", "--frozen", strange).status == 65)
  }
}
