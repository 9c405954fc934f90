import Parallel
import Placement
import Testing

@Suite("A placement problem")
struct ProblemTests {
  @Test("sets contradicting wishes aside whatever the order of rows, and keeps the rest")
  func rejects() throws {
    let instance = Instance(
      quotas: [1, 1, 1],
      [
        [0, 1, 0, 50], [0, 1, 0, 50],  // the same twice
        [1, 1, 0, 60], [1, 1, 1, 60], [1, 2, 2, 60],  // rank 1 twice
        [2, 1, 2, 10], [2, 2, 2, 99],  // programme 2 twice
        [3, 0, 1, 10],  // no such rank
      ])
    let problem = try instance.problem()
    #expect(problem.rejects.map(\.row) == [1, 2, 3, 6, 7])
    #expect(
      problem.rejects.map(\.reason) == [.repeated, .rankTwice, .rankTwice, .programmeTwice, .rank])
    #expect(problem.wishCounts == [1, 0, 2])
    let result = try DeferredAcceptance.place(problem, plan: .sequential)
    #expect(result.programmes == [0, 2, -1, -1])

    let backwards = try instance.problem(order: Array(instance.wishes.indices.reversed()))
    let reversed = try DeferredAcceptance.place(backwards, plan: .sequential)
    #expect(reversed.programmes == result.programmes)
    #expect(backwards.rejects.count == 5)
  }

  @Test("counts the ranks of void wishes: the wish order among equals is the one handed in")
  func voidKeepsRank() throws {
    var instance = Instance(quotas: [1, 1], [[0, 1, 1, 4], [0, 2, 0, 80], [1, 1, 0, 80]])
    instance.ties = TieOrder([.wishRank])
    instance.programmes[1].floor = 5
    #expect(try instance.placed() == [-1, 0])
  }

  @Test("takes scores and ties of any 64-bit value")
  func wideKeys() throws {
    var instance = Instance(
      quotas: [1], [[0, 1, 0, .max, .min], [1, 1, 0, .max, .max], [2, 1, 0, .min, .max]])
    instance.ties = TieOrder([.larger(column: 0)])
    #expect(try instance.placed() == [-1, 0, -1])
    instance.ties = TieOrder([.smaller(column: 0)])
    #expect(try instance.placed() == [0, -1, -1])
  }

  @Test(
    "tells ties apart by their last digit, however long they are", arguments: [1, 1_000_000_000])
  func exactTies(step: Int128) throws {
    let long: Int128 = 100_000_000_000_000_000_000_000_000_000_000_000
    for (key, winner) in [(TieKey.larger(column: 0), 2), (.smaller(column: 0), 0)] {
      var wishes = WishTable(tieColumnCount: 1)
      for applicant in 0..<3 as Range<Int32> {
        wishes.append(
          applicant: applicant, rank: 1, programme: 0, score: 7,
          ties: [long + Int128(applicant) * step])
      }
      // Far from the others, so that no common unit makes the keys short.
      wishes.append(applicant: 3, rank: 1, programme: 0, score: 6, ties: [-long])
      let problem = try PlacementProblem(
        applicants: ["A0", "A1", "A2", "A3"], programmes: [Programme(code: "P", quota: 1)],
        wishes: wishes, tieOrder: TieOrder([key]))
      let result = try DeferredAcceptance.place(problem, plan: .sequential)
      #expect(result.programmes.firstIndex(of: 0) == winner)
      #expect(result.cutoffs[0].keys == [long + Int128(winner) * step])
    }
  }

  @Test(
    "puts a missing tie value behind all others, whichever value is better",
    arguments: [TieKey.larger(column: 0), .smaller(column: 0)], [1, Int.max])
  func missingTies(key: TieKey, width: Int) throws {
    var instance = Instance(
      quotas: [2], [[0, 1, 0, 7], [1, 1, 0, 7, -width], [2, 1, 0, 7, width], [3, 1, 0, 7]])
    instance.wishes[0].ties = [nil]
    instance.ties = TieOrder([key])
    #expect(try instance.placed() == [-1, 0, 0, -1])
    instance.programmes[0].quota = 3
    let result = try DeferredAcceptance.place(instance.problem(), plan: .sequential)
    #expect(result.programmes == [0, 0, 0, 0])
    #expect(result.cutoffs[0].keys == [WishTable.missingTie])
    // Nobody was turned away, so the line is the score alone.
    #expect(result.cutoffs[0].atCutoff == 4)
  }

  @Test("gives the same placement whether scores are in hundredths or in billionths")
  func units() throws {
    for seed in 0..<60 as Range<UInt64> {
      var instance = Instance.random(.plain, rule: .admitAll, seed: seed)
      for index in instance.programmes.indices { instance.programmes[index].floor = nil }
      let coarse = try instance.placed()
      for index in instance.wishes.indices {
        instance.wishes[index].score = instance.wishes[index].score * 10_000_000 - 30_000_000_000
        instance.wishes[index].ties = instance.wishes[index].ties.map { $0.map { $0 * 10_000_000 } }
      }
      let fine = try instance.placed()
      try #require(coarse == fine, "seed \(seed)")
    }
  }

  @Test("reads the words for tie keys and refuses others")
  func tieWords() throws {
    let order = try TieOrder(parsing: "tie_1, -tie_2,wish-rank")
    #expect(order.keys == [.larger(column: 0), .smaller(column: 1), .wishRank])
    #expect(order.description == "tie_1,-tie_2,wish-rank")
    #expect(order.columnCount == 2)
    #expect(try TieOrder(parsing: " ").keys.isEmpty)
    for word in ["tie_0", "tie_01", "tie", "wishrank", "tie_1,", "--tie_1", "tie_+1"] {
      #expect(throws: PlacementError(.tieKey)) { try TieOrder(parsing: word) }
    }
    #expect(throws: PlacementError(.duplicate)) { try TieOrder(parsing: "tie_1,-tie_1") }
  }

  @Test("reads the words for the rule at the line and refuses others")
  func ruleWords() throws {
    for word in ["admit-all", "reject-all", "cut", "lottery:2025:07", "lottery:ý"] {
      #expect(try LineRule(parsing: word).description == word)
    }
    for word in ["", "lottery", "lottery:", "Admit-All"] {
      #expect(throws: PlacementError(.lineRule)) { try LineRule(parsing: word) }
    }
  }

  @Test("refuses what cannot be: indices, quotas, codes twice, missing tie columns")
  func refusals() throws {
    var instance = Instance(quotas: [1], [[0, 1, 0, 5]])
    instance.programmes[0].quota = -1
    #expect(throws: PlacementError(.quota)) { try instance.problem() }
    instance.programmes[0].quota = 1
    instance.wishes[0].programme = 1
    #expect(throws: PlacementError(.index)) { try instance.problem() }
    instance.wishes[0].programme = 0
    instance.programmes.append(instance.programmes[0])
    #expect(throws: PlacementError(.duplicate)) { try instance.problem() }
    for applicants in [["A", "A"], ["B", "A", "B"]] {
      let error = #expect(throws: PlacementError(.duplicate)) {
        try PlacementProblem(applicants: applicants, programmes: [], wishes: WishTable())
      }
      #expect(error?.description == "applicant \(applicants[0]) stands twice")
    }
    #expect(throws: PlacementError(.columns)) {
      try PlacementProblem(
        applicants: [], programmes: [], wishes: WishTable(),
        tieOrder: TieOrder([.larger(column: 0)]))
    }
  }

  @Test("refuses overlapping pools, pools in a circle and reserves in a pool")
  func pools() throws {
    #expect(throws: PlacementError(.overlappingPools)) {
      try PoolTree(rows: [("a", 1, nil), ("b", 1, nil), ("c", 1, "a"), ("c", 1, "b")])
    }
    #expect(throws: PlacementError(.poolCycle)) {
      try PoolTree(rows: [("a", 1, "b"), ("b", 1, "a")])
    }
    #expect(throws: PlacementError(.unknownPool)) { try PoolTree(rows: [("a", 1, "b")]) }
    let tree = try PoolTree(rows: [("a", 1, nil), ("b", 1, "a"), ("c", 1, "a")])
    #expect(try tree.innermost(of: ["a", "b"], programme: "P") == 1)
    #expect(throws: PlacementError(.overlappingPools)) {
      try tree.innermost(of: ["b", "c"], programme: "P")
    }
    var instance = Instance(quotas: [1], [[0, 1, 0, 5]])
    instance.pools = tree.pools
    instance.programmes[0].pool = 0
    instance.reserves = [ReserveBlock(programme: 0, group: 0, seats: 1)]
    #expect(throws: PlacementError(.reservesInPool)) { try instance.problem() }
    instance.programmes[0].pool = nil
    instance.reserves[0].seats = 2
    #expect(throws: PlacementError(.reserves)) { try instance.problem() }
  }

  @Test("is the same for wishes that were read in parts", arguments: [1, 3])
  func parts(threads: Int) throws {
    var whole = WishTable(tieColumnCount: 1)
    var parts = [WishTable](repeating: WishTable(tieColumnCount: 1), count: 3)
    for wish in 0..<9 {
      let (part, applicant) = (wish / 4, Int32(wish / 2))
      let (score, tie, group) = (Int64(wish * 7 % 5), Int128(wish), Int32(wish == 8 ? 3 : -1))
      whole.append(
        applicant: applicant, rank: Int32(wish % 2), programme: 0, score: score, ties: [tie],
        isEligible: wish != 5, group: group)
      parts[part].append(
        applicant: applicant - Int32(part * 2), rank: Int32(wish % 2), programme: 0, score: score,
        ties: [tie], isEligible: wish != 5, group: group)
    }
    let joined = try WishTable(
      tieColumnCount: 1, concatenating: parts, renumbered: [[0, 1], [2, 3], [4]],
      plan: WorkPlan(threadCount: threads))
    #expect(joined.count == whole.count)
    for row in 0..<whole.count {
      #expect(joined.applicant(row: row) == whole.applicant(row: row))
      #expect(joined.rank(row: row) == whole.rank(row: row))
      #expect(joined.score(row: row) == whole.score(row: row))
      #expect(joined.tie(column: 0, row: row) == whole.tie(column: 0, row: row))
      #expect(joined.isEligible(row: row) == whole.isEligible(row: row))
      #expect(joined.group(row: row) == whole.group(row: row))
    }
    #expect(throws: PlacementError(.index)) {
      try WishTable(tieColumnCount: 1, concatenating: parts, renumbered: [[0], [1], [2]])
    }
    #expect(throws: PlacementError(.columns)) {
      try WishTable(tieColumnCount: 2, concatenating: parts, renumbered: [[0, 1], [2, 3], [4]])
    }
  }

  @Test("under cut names the people who are equal at the line, masked in the sentence")
  func cut() throws {
    var table = WishTable()
    for applicant in 0..<3 {
      table.append(applicant: Int32(applicant), rank: 1, programme: 0, score: 7)
    }
    let problem = try PlacementProblem(
      applicants: ["001207012345", "A2", "A1"], programmes: [Programme(code: "IT1", quota: 2)],
      wishes: table, lineRule: .cut)
    let error = #expect(throws: PlacementError.self) { try DeferredAcceptance.place(problem) }
    #expect(error?.code == .tieAtTheLine)
    #expect(error?.subject == "IT1")
    #expect(error?.applicants == ["001207012345", "A1", "A2"])
    #expect(error?.description.contains("001*****2345") == true)
    #expect(error?.description.contains("001207012345") == false)
  }

  @Test("under cut decides when no tie at a line matters")
  func cutDecides() throws {
    var instance = Instance(quotas: [2], [[0, 1, 0, 7], [1, 1, 0, 7], [2, 1, 0, 6]])
    instance.rule = .cut
    #expect(try instance.placed() == [0, 0, -1])
  }
}
