import Parallel

/// One pass over all wishes that tells who got what and where the lines are.
struct PlacementSummary {
  /// For each applicant the packed wish, -1 for none.
  private(set) var placed: [Int32] = []
  /// For each applicant the row of the wish table, -1 for none.
  private(set) var rows: [Int32] = []
  private(set) var programmes: [Int32] = []
  private(set) var ranks: [Int32] = []
  private var lines: [LineSummary]

  /// Sums up a placement.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - isHeld: For each packed wish whether it is granted.
  ///   - plan: Threads; the summary is the same for any number.
  /// - Complexity: O(wishes).
  init(_ problem: PlacementProblem, isHeld: [Bool], plan: WorkPlan) {
    let count = problem.applicants.count
    let programmeCount = problem.programmes.count
    lines = Array(repeating: LineSummary(), count: programmeCount)
    // Long enough that the lines of a part, one for each programme, are little beside it.
    let parts = plan.mapChunks(of: count, chunkLength: max(32_768, 4 * programmeCount)) { range in
      var part = PlacementSummary(programmeCount: programmeCount, capacity: range.count)
      for applicant in range { part.add(applicant, problem, isHeld) }
      return part
    }
    placed.reserveCapacity(count)
    rows.reserveCapacity(count)
    programmes.reserveCapacity(count)
    ranks.reserveCapacity(count)
    for part in parts {
      placed += part.placed
      rows += part.rows
      programmes += part.programmes
      ranks += part.ranks
      for index in lines.indices { lines[index].merge(part.lines[index], problem) }
    }
  }

  private init(programmeCount: Int, capacity: Int) {
    lines = Array(repeating: LineSummary(), count: programmeCount)
    placed.reserveCapacity(capacity)
    rows.reserveCapacity(capacity)
    programmes.reserveCapacity(capacity)
    ranks.reserveCapacity(capacity)
  }

  private mutating func add(_ applicant: Int, _ problem: PlacementProblem, _ isHeld: [Bool]) {
    for wish in problem.wishRange(of: applicant) {
      let entry = problem.packed[wish]
      let programme = Int(problem.seats.lineProgramme[Int(entry.line)])
      guard isHeld[wish] else {
        if entry.key < lines[programme].bestRefused {
          lines[programme].bestRefused = entry.key
          lines[programme].bestRefusedWish = UInt32(wish)
        }
        continue
      }
      let row = problem.row(wish)
      let rank = problem.wishes.ranks[row]
      placed.append(Int32(wish))
      rows.append(Int32(row))
      programmes.append(Int32(programme))
      ranks.append(rank)
      lines[programme].admit(entry.key, wish: UInt32(wish), isFirstWish: rank == 1, problem)
      return
    }
    placed.append(-1)
    rows.append(-1)
    programmes.append(-1)
    ranks.append(0)
  }

  /// The cutoff of each programme.
  func cutoffs(_ problem: PlacementProblem) -> [Cutoff] {
    let scores = problem.wishes.scores
    var cutoffs = lines.enumerated().map { index, line in
      let programme = problem.programmes[index]
      var cutoff = Cutoff(
        programme: index, quota: problem.statedQuotas[index], wishes: problem.wishCounts[index])
      cutoff.admitted = Int(line.admitted)
      cutoff.firstWish = Int(line.firstWishes)
      cutoff.missing = max(0, (programme.lowerQuota ?? 0) - cutoff.admitted)
      if line.bestRefused < .max {
        cutoff.nextBelow = scores[problem.row(Int(line.bestRefusedWish))]
      }
      if line.admitted > 0 {
        let row = problem.row(Int(line.lastWish))
        cutoff.score = scores[row]
        cutoff.keys = problem.tieValues(row: row)
        cutoff.atCutoff = Int(line.atLine)
      }
      return cutoff
    }
    // Lots make equal people's keys differ, and tie values do where they decide nothing.
    let hasLots = if case .lottery = problem.lineRule { true } else { false }
    guard hasLots || !problem.tieOrder.keys.isEmpty else { return cutoffs }
    let isCounted = cutoffs.map { hasLots || !$0.isDecidedByKeys }
    for index in cutoffs.indices where isCounted[index] { cutoffs[index].atCutoff = 0 }
    for (row, programme) in zip(rows, programmes) where programme >= 0 {
      let programme = Int(programme)
      if isCounted[programme], problem.isAtLine(row: Int(row), cutoffs[programme]) {
        cutoffs[programme].atCutoff += 1
      }
    }
    return cutoffs
  }
}

/// What a part of the applicants says about one programme.
private struct LineSummary {
  var admitted: Int32 = 0
  var firstWishes: Int32 = 0
  /// How many have ``lastKey``.
  var atLine: Int32 = 0
  var lastWish: UInt32 = 0
  var bestRefusedWish: UInt32 = 0
  /// The worst key admitted.
  var lastKey: UInt64 = 0
  /// The best key of those who are not admitted and have nothing better.
  var bestRefused: UInt64 = .max

  mutating func admit(
    _ key: UInt64, wish: UInt32, isFirstWish: Bool, _ problem: PlacementProblem
  ) {
    merge(
      LineSummary(
        admitted: 1, firstWishes: isFirstWish ? 1 : 0, atLine: 1, lastWish: wish, lastKey: key),
      problem)
  }

  mutating func merge(_ other: LineSummary, _ problem: PlacementProblem) {
    if other.admitted > 0 {
      let order = admitted == 0 ? 1 : order(of: other, problem)
      if order > 0 {
        (lastKey, lastWish, atLine) = (other.lastKey, other.lastWish, other.atLine)
      } else if order == 0 {
        atLine += other.atLine
      }
    }
    admitted += other.admitted
    firstWishes += other.firstWishes
    if other.bestRefused < bestRefused {
      (bestRefused, bestRefusedWish) = (other.bestRefused, other.bestRefusedWish)
    }
  }

  /// Whether the last one admitted of another part ranks behind (1), beside (0) or before (-1) the
  /// last one here. Keys of people who were frozen say that only; their values do.
  @inline(__always)
  private func order(of other: LineSummary, _ problem: PlacementProblem) -> Int {
    let granted = PackedWish.grantedKey
    if other.lastKey == granted || lastKey == granted {
      return problem.order(ofWish: Int(other.lastWish), behind: Int(lastWish))
    }
    return other.lastKey > lastKey ? 1 : other.lastKey == lastKey ? 0 : -1
  }
}

extension PlacementProblem {
  /// Whether a wish ranks behind another by score and tie values (1), beside it (0) or before it (-1).
  fileprivate func order(ofWish wish: Int, behind other: Int) -> Int {
    let (own, last) = (row(wish), row(other))
    let scores = (wishes.scores[own], wishes.scores[last])
    if scores.0 != scores.1 { return scores.0 < scores.1 ? 1 : -1 }
    for (key, values) in zip(tieOrder.keys, zip(tieValues(row: own), tieValues(row: last)))
    where values.0 != values.1 {
      return key.isWorse(values.0, than: values.1) ? 1 : -1
    }
    return 0
  }

  /// Whether a wish that was granted stands at the line: with its score, where the tie keys decide
  /// also with its tie values.
  func isAtLine(row: Int, _ cutoff: Cutoff) -> Bool {
    wishes.scores[row] == cutoff.score
      && (!cutoff.isDecidedByKeys || tieValues(row: row) == cutoff.keys)
  }

  /// The values of the tie keys of a wish, in the tie order.
  func tieValues(row: Int) -> [Int128] {
    tieOrder.keys.map { key in
      key.column.map { wishes.ties[$0][row] } ?? Int128(wishes.ranks[row])
    }
  }
}
