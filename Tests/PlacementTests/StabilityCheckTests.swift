import Placement
import Testing

@Suite("The check of a placement")
struct StabilityCheckTests {
  /// Two seats at P0, one at P1; A0 90, A1 80, A2 70 want P0 first, P1 second; A3 wants P1 only.
  let instance = Instance(
    quotas: [2, 1],
    [
      [0, 1, 0, 90], [1, 1, 0, 80], [2, 1, 0, 70], [0, 2, 1, 90], [1, 2, 1, 80], [2, 2, 1, 70],
      [3, 1, 1, 60],
    ])

  func kinds(_ placement: [Int], cutoffs: [ClaimedCutoff] = []) throws
    -> [StabilityFinding.Kind]
  {
    let claim = ClaimedPlacement(programmes: placement.map(Int32.init))
    return try StabilityCheck(instance.problem()).findings(in: claim, cutoffs: cutoffs).map(\.kind)
  }

  @Test("accepts the right placement with its cutoffs")
  func right() throws {
    let cutoffs = [
      ClaimedCutoff(
        programme: "P0", score: 80,
        figures: [
          .quota: 2, .wishes: 3, .admitted: 2, .atCutoff: 1, .nextBelow: 70, .firstWish: 2,
        ],
        binding: .yes),
      ClaimedCutoff(programme: "P1", score: 70),
    ]
    #expect(try kinds([0, 0, 1, -1], cutoffs: cutoffs).isEmpty)
  }

  @Test("names the reason of each wrong claim")
  func wrong() throws {
    #expect(try kinds([0, 0, 0, 1]) == [.quota])
    #expect(try kinds([0, 1, 0, -1]) == [.blockingPair])
    #expect(try kinds([0, 0, -1, 1]) == [.blockingPair])
    #expect(try kinds([0, 0, -1, -1]) == [.blockingPair])
    #expect(try kinds([0, 0, 1, 0]).first == .ineligible)
    #expect(
      try kinds([0, 0, 1, -1], cutoffs: [ClaimedCutoff(programme: "P0", score: 79)]) == [.cutoff])
  }

  @Test("looks at every figure that is stated of a line", arguments: ClaimedCutoff.Figure.allCases)
  func figures(figure: ClaimedCutoff.Figure) throws {
    let wrong = ClaimedCutoff(programme: "P1", score: 70, figures: [figure: 77])
    #expect(try kinds([0, 0, 1, -1], cutoffs: [wrong]) == [.cutoff])
    let loose = ClaimedCutoff(programme: "P1", score: 70, binding: .no)
    #expect(try kinds([0, 0, 1, -1], cutoffs: [loose]) == [.cutoff])
  }

  @Test("looks at the tie values that are said to stand at the line, in the tie order")
  func keys() throws {
    // One seat: 90 with the first wish; 90 with the second one is refused.
    var tied = Instance(
      quotas: [1, 1], [[0, 1, 0, 90], [1, 1, 1, 5], [2, 2, 0, 90], [1, 2, 0, 7]])
    tied.ties = TieOrder([.wishRank])
    let check = StabilityCheck(try tied.problem())
    let placement = ClaimedPlacement(programmes: [0, 1, -1])
    func findings(_ programme: String, _ score: Int64, _ keys: [Int128]?) throws
      -> [StabilityFinding]
    {
      try check.findings(
        in: placement, cutoffs: [ClaimedCutoff(programme: programme, score: score, keys: keys)])
    }
    #expect(try findings("P0", 90, [1]).isEmpty && findings("P0", 90, nil).isEmpty)
    let wrong = try #require(try findings("P0", 90, [2]).first)
    #expect((wrong.kind, wrong.keys) == (.cutoff, [[2], [1]]))
    #expect(wrong.description.contains("P0 states cutoff_keys 2, the placement implies 1"))
    #expect(try findings("P0", 90, []).map(\.keys) == [[[], [1]]])
    // At P1 nobody was refused: the line may say nothing, or the values of the last one admitted.
    #expect(try findings("P1", 5, []).isEmpty && findings("P1", 5, [1]).isEmpty)
    #expect(try findings("P1", 5, [3]).map(\.keys) == [[[3], []]])
  }

  @Test("names both people of a split tie")
  func splitTie() throws {
    let tied = Instance(quotas: [1], [[0, 1, 0, 5], [1, 1, 0, 5]])
    let finding = try #require(
      try StabilityCheck(tied.problem()).findings(in: ClaimedPlacement(programmes: [-1, 0])).first)
    #expect(finding.kind == .splitTie)
    #expect((finding.applicant, finding.programme) == ("A0", "P0"))
    #expect(finding.other == .applicant("A1"))
  }

  @Test("finds people and programmes that nobody knows, and people placed twice")
  func unknown() throws {
    let problem = try instance.problem()
    let claim = ClaimedPlacement(
      rows: [
        ("A0", "P0"), ("A1", "P0"), ("A2", "P1"), ("A3", nil), ("B8", ""), ("A3", "P1"),
        ("B7", "P0"),
      ].map { ClaimedPlacement.Row(applicant: $0, programme: $1) }, in: problem)
    let findings = try StabilityCheck(problem).findings(in: claim)
    #expect(findings.map(\.kind) == [.unknownApplicant, .placedTwice])
    #expect(findings.map(\.count) == [2, 1])
    #expect(findings.map(\.applicant) == ["B7", "A3"], "whatever the order of the rows")
    #expect(findings.map(\.other) == [.none, .none])
    let other = ClaimedPlacement(
      rows: [ClaimedPlacement.Row(applicant: "A0", programme: "P9")], in: problem)
    #expect(other.findings.map(\.kind) == [.unknownProgramme])
  }

  @Test("tells a stable placement that is not the best one for applicants")
  func notOptimal() throws {
    // Each programme prefers the other's applicant: both ways are stable.
    let swapped = Instance(
      quotas: [1, 1], [[0, 1, 0, 1], [0, 2, 1, 2], [1, 1, 1, 1], [1, 2, 0, 2]])
    let findings = try StabilityCheck(swapped.problem())
      .findings(in: ClaimedPlacement(programmes: [1, 0]))
    #expect(findings.map(\.kind) == [.notOptimal])
    #expect(findings.map(\.count) == [2])
    #expect(findings[0].description.contains("not applicant-optimal"))
  }
}
