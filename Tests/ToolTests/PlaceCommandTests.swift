import Foundation
import TestSupport
import Testing

@Suite("score-exchange place")
struct PlaceCommandTests {
  /// One programme of two seats; A1 is best, the other three are equal.
  private let tied = PlacementCase(
    programmes: "programme,quota P0,2",
    wishes: """
      applicant,rank,programme,score A1,1,P0,27 A2,1,P0,25.5 A3,1,P0,25.5 A4,1,P0,25.5
      """)

  @Test("admits all equals at the line, as in Chile, and rejects all of them, as in Hungary")
  func tieRules() throws {
    #expect(try tied.placed() == ["A1": "P0", "A2": "P0", "A3": "P0", "A4": "P0"])
    #expect(
      try tied.placed("--at-the-line", "reject-all") == ["A1": "P0", "A2": "", "A3": "", "A4": ""])
  }

  @Test("refuses to cut equals, ends with 65 and names them")
  func cut() throws {
    let outcome = try tied.run("place", "--at-the-line", "cut")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("P0") && outcome.errors.contains("A2, A3, A4"))
  }

  @Test("says what is inside a sentence in the language of the whole")
  func nested() throws {
    let cut = try tied.run("place", "--at-the-line", "cut", "--language", "vi")
    #expect(cut.errors.contains("(chỉ tiêu 2, tính cả người bằng điểm là 4)"), "\(cut.errors)")
    let pooled = PlacementCase(
      programmes: "programme,quota,pool P0,2,nowhere",
      wishes: "applicant,rank,programme,score A1,1,P0,27")
    let unknown = try pooled.run("place", "--language", "vi")
    #expect(unknown.errors.contains("ngành P0 nêu nhóm chỉ tiêu chung"), "\(unknown.errors)")
  }

  @Test("draws lots by SHA-256 of seed, programme and applicant, the smaller digest first")
  func lottery() throws {
    // printf '%s%s%s' 7 P0 A2 | sha256sum and so on: A1 43fd…, A4 717b…, A3 89f2…, A2 cfa1….
    let placed = try tied.placed("--at-the-line", "lottery:7")
    #expect(placed == ["A1": "P0", "A2": "", "A3": "", "A4": "P0"])
  }

  @Test(
    "asks the tie keys in their order and direction, the order of wishes at any place among them",
    arguments: [
      ("tie_1", "A1"), ("-tie_1", "A3"), ("tie_2", "A3"), ("-tie_2,tie_1", "A1"),
      ("wish-rank,tie_2", "A2"), ("-tie_2,wish-rank", "A2"), ("-tie_2,-tie_1,wish-rank", "A2"),
    ])
  func tieKeys(ties: String, winner: String) throws {
    let keyed = PlacementCase(
      programmes: "programme,quota P0,1 P1,0",
      wishes: """
        applicant,rank,programme,score,tie_1,tie_2
        A1,1,P1,25,9,1 A1,2,P0,25,9,1
        A2,1,P0,25,8,1
        A3,1,P1,25,7.5,2 A3,2,P0,25,7.5,2
        """)
    let placed = try keyed.placed("--ties", ties)
    #expect(placed.filter { $0.value == "P0" }.keys.sorted() == [winner])
  }

  @Test("asks for the tie columns that the keys name and for no other")
  func loneTieColumn() throws {
    let keyed = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: "applicant,rank,programme,score,tie_2 A1,1,P0,25,5 A2,1,P0,25,6.00001 A3,1,P0,25,")
    #expect(try keyed.placed("--ties", "tie_2") == ["A1": "", "A2": "P0", "A3": ""])
    let outcome = try keyed.run("place", "--ties", "tie_2,tie_1")
    #expect(outcome.status == 65 && outcome.errors.contains("no heading for tie_1;"))
  }

  @Test(
    "tells ties apart by their last digit: times, numbers of 20 digits, long fractions",
    arguments: [
      ("1752656400123456788", "1752656400123456789"),
      ("12345678901234567890", "12345678901234567891"),
      ("99999999999.999999998", "99999999999.999999999"), ("-20000000000", "20000000000"),
    ])
  func longTies(smaller: String, larger: String) throws {
    let keyed = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: """
        applicant,rank,programme,score,tie_1
        A1,1,P0,25,\(larger) A2,1,P0,25,\(smaller) A3,1,P0,25,
        """)
    #expect(try keyed.placed("--ties", "tie_1")["A1"] == "P0")
    #expect(
      try keyed.cutoffs("--ties", "tie_1") == [",P0,1,3,1,25,1,25,1,yes,tie_1>=\(larger)"])
    let early = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: """
        applicant,rank,programme,score,tie_1
        A1,1,P0,25,\(larger) A2,1,P0,25,\(smaller)
        """)
    #expect(
      try early.cutoffs("--ties", "-tie_1") == [",P0,1,2,1,25,1,25,1,yes,tie_1<=\(smaller)"])
  }

  @Test("a wish under the floor or not eligible is void but keeps its rank")
  func voidWishes() throws {
    let floors = PlacementCase(
      programmes: "programme,quota,floor P0,1,20.5 P1,2, P2,1,",
      wishes: """
        applicant,rank,programme,score,eligible
        A1,1,P0,20.25,yes A1,2,P1,20.25,
        A2,1,P1,20.25,no A2,2,P2,20.25,yes
        A3,1,P2,20.25,yes
        """)
    #expect(
      try floors.placed("--ties", "wish-rank") == ["A1": "P1", "A2": "", "A3": "P2"])
    #expect(
      try floors.cutoffs("--ties", "wish-rank") == [
        ",P0,1,1,0,,,,0,no,", ",P1,2,2,1,20.25,1,,0,no,",
        ",P2,1,2,1,20.25,1,20.25,1,yes,wish-rank<=1",
      ])
  }

  @Test("tells a line that binds from one that does not and from a closed one")
  func cutoffs() throws {
    let lines = PlacementCase(
      programmes: "programme,quota P0,2 P1,0 P2,3",
      wishes: """
        applicant,rank,programme,score,tie_1
        A1,1,P0,25.4,3 A2,1,P0,25.4,2 A3,1,P0,25.4,1 A4,1,P0,25.3,9
        A3,2,P1,25.4,1 A4,2,P2,25.3,9
        """)
    #expect(
      try lines.cutoffs("--ties", "tie_1") == [
        ",P0,2,4,2,25.4,1,25.4,2,yes,tie_1>=2", ",P1,0,1,0,,,25.4,0,closed,",
        ",P2,3,1,1,25.3,1,,0,no,",
      ])
  }

  @Test("soft seats that a group leaves empty pass on, hard ones stay empty, and order matters")
  func reserves() throws {
    func placed(_ rows: String) throws -> [String] {
      let kept = PlacementCase(
        programmes: "programme,quota P0,2",
        wishes: """
          applicant,rank,programme,score,group
          A1,1,P0,29,g A2,1,P0,28, A3,1,P0,27,g A4,1,P0,26,h
          """, reserves: "programme,group,seats,hard \(rows)")
      return try kept.placed().filter { $0.value == "P0" }.keys.sorted()
    }
    // The reserve first: A1 fills it and the open seat is A2's. The open seat first: A1 takes it.
    #expect(try placed("P0,g,1,no") == ["A1", "A2"])
    #expect(try placed("P0,,1,no P0,g,1,no") == ["A1", "A3"])
    #expect(try placed("P0,k,1,no") == ["A1", "A2"])
    #expect(try placed("P0,k,1,yes") == ["A1"])
    #expect(try placed("P0,h,1,yes P0,g,1,yes") == ["A1", "A4"])
  }

  @Test("pools limit what their programmes admit together, and those inside them")
  func pools() throws {
    let shared = PlacementCase(
      programmes: "programme,quota,pool P0,2,inner P1,2,inner P2,2,outer",
      wishes: """
        applicant,rank,programme,score
        A1,1,P0,29 A2,1,P1,28 A3,1,P0,27 A4,1,P2,26 A5,1,P2,25 A3,2,P2,27
        """, pools: "pool,quota,parent outer,3, inner,2,outer")
    #expect(
      try shared.placed() == ["A1": "P0", "A2": "P1", "A3": "P2", "A4": "", "A5": ""])
    let overlapping = PlacementCase(
      programmes: "programme,quota,pool P0,2,one;other", wishes: "applicant,rank,programme,score",
      pools: "pool,quota one,1 other,1")
    let outcome = try overlapping.run("place")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("overlap"))
  }

  @Test("rejects a wish that nobody can mean, with counts that add up, and goes on")
  func rejects() throws {
    let odd = PlacementCase(
      programmes: "programme,quota P0,9 P1,9",
      wishes: """
        applicant,rank,programme,score
        A1,1,P9,25 A1,2,P0,25
        A2,1,P0,25 A2,3,P0,25
        A3,1,P0,25 A3,1,P1,25 A3,2,P1,25
        A4,1,P0,x A4,0,P1,25 A4,5,P1,25
        A5,1,P0,25 A5,1,P0,25 A5,2
        """)
    let path = odd.folder.path + "/rejects.csv"
    let outcome = try odd.run("place", "--json", "--rejects", path)
    #expect(outcome.status == 0)
    let rejects = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let rows = rejects.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(
      rows.map { "\($0[1]) \($0[5])" } == [
        "2 unknown", "5 repeated", "6 rank", "7 rank", "9 number", "10 range", "13 repeated",
        "14 columns",
      ])
    let summary = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let files = try #require((summary as? [String: Any])?["files"] as? [[String: Any]])
    let counts = ["rows_read", "rows_accepted", "rows_rejected"].map { files.last?[$0] as? Int }
    #expect(counts == [13, 5, 8])
    #expect(
      try odd.placed() == ["A1": "P0", "A2": "P0", "A3": "P1", "A4": "P1", "A5": "P0"])
    #expect(try odd.run("place", "--strict").status == 65)
  }

  @Test("reads ranks that are written as NV1")
  func wordedRanks() throws {
    let worded = PlacementCase(
      programmes: "programme,quota P0,1 P1,1",
      wishes: "applicant,rank,programme,score A1,NV2,P0,25 A1,nv.1,P1,25 A2,NV1,P0,20 A3,NVx,P0,30 "
        + "A4,NV1.5,P0,30")
    #expect(try worded.placed() == ["A1": "P1", "A2": "P0"])
    let outcome = try worded.run("place")
    #expect(outcome.errors.contains("row 5, rank: \"NVx\" is not a whole number"))
    #expect(outcome.errors.contains("row 6, rank: \"NV1.5\" is not a whole number"))
  }

  @Test("takes a line of totals below the programmes for none")
  func totals() throws {
    let odd = PlacementCase(
      programmes: "programme,quota,name P0,1,Tổng TONG1,1, Tổng,2,",
      wishes: "applicant,rank,programme,score A1,1,P0,25 A2,1,TONG1,25 A3,1,Tổng,25")
    let outcome = try odd.run("place")
    #expect(outcome.errors.contains("row 4, programme: a line of totals"), "\(outcome.errors)")
    #expect(try odd.placed() == ["A1": "P0", "A2": "TONG1"])
  }

  @Test("reads any school where tables stand alone, and codes of one school beside another's")
  func schools() throws {
    let two = PlacementCase(
      programmes: "school,programme,quota BKA,IT,1 ZZZ,IT,1",
      wishes: """
        applicant,rank,school,programme,score A1,1,ZZZ,IT,25 A2,1,ZZZ,IT,26 A2,2,BKA,IT,26
        A1,2,bka,IT,25
        """)
    let outcome = try two.run("place", "--quiet")
    #expect(outcome.output.contains("A1,BKA,IT,2,25,placed\nA2,ZZZ,IT,1,26,placed\n"))
  }

  @Test("gives the same bytes for shuffled rows, decimal commas and any number of threads")
  func sameBytes() throws {
    let rows = (0..<400).map { index in
      "A\(index / 4),\(index % 4 + 1),P\((index * 7 + index / 4) % 9),\(20 + index * 13 % 40 / 4).\(index * 13 % 4 * 25 + 100)"
    }.map { $0.replacingOccurrences(of: ".1", with: ".") }
    let programmes = "programme,quota " + (0..<9).map { "P\($0),7" }.joined(separator: " ")
    let heading = "applicant,rank,programme,score "
    let plain = PlacementCase(
      programmes: programmes, wishes: heading + rows.joined(separator: " "))
    let expected = try plain.run("place", "--quiet", "--threads", "1").output
    let shuffled = PlacementCase(
      programmes: programmes, wishes: heading + rows.reversed().joined(separator: " "))
    #expect(try shuffled.run("place", "--quiet", "--threads", "3").output == expected)
    let commas = PlacementCase(
      programmes: programmes,
      wishes: (heading + rows.joined(separator: " ")).replacingOccurrences(of: ",", with: ";")
        .replacingOccurrences(of: ".", with: ","))
    #expect(try commas.run("place", "--quiet").output == expected)
    #expect(expected.split(separator: "\n").count == 101)
  }

  @Test(
    "keeps the stated quota in the cutoffs where people who keep their places exceed it, and says so"
  )
  func raisedQuota() throws {
    let small = PlacementCase(
      programmes: "programme,quota P0,1",
      wishes: "applicant,rank,programme,score A1,1,P0,27 A2,1,P0,26")
    let frozen = small.file("frozen.csv", "applicant,programme A1,P0 A2,P0")
    let cutoffs = small.folder.path + "/c.csv"
    let outcome = try small.run("place", "--frozen", frozen, "--cutoffs", cutoffs)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("P0: 2 seats instead of the quota of 1"), "\(outcome.errors)")
    #expect(try String(contentsOfFile: cutoffs, encoding: .utf8).contains("\n,P0,1,2,2,26,"))
    let placed = small.file("stated.csv", "applicant,programme A1,P0 A2,P0")
    let check = try small.run(
      "check", "--frozen", frozen, "--placements", placed, "--cutoffs", cutoffs)
    #expect(check.status == 0)
  }

  @Test("refuses to keep two places for one person, whichever row comes first")
  func frozenTwice() throws {
    let couples = PlacementCase(
      programmes: "programme,quota P0,1 P1,1",
      wishes: "applicant,rank,programme,score A1,1,P0,27 A1,2,P1,26")
    for rows in ["A1,P0 A1,P1", "A1,P1 A1,P0"] {
      let frozen = couples.file("frozen.csv", "applicant,programme \(rows)")
      let outcome = try couples.run("place", "--frozen", frozen)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("A1 cannot keep both"), "\(outcome.errors)")
    }
    let same = couples.file("frozen.csv", "applicant,programme A1,P1 A1,P1")
    #expect(try couples.placed("--frozen", same) == ["A1": "P1"])
  }
}
