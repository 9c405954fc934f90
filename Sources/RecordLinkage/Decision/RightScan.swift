import Parallel

/// The pass over the right table: candidates of each row, their patterns and weights.
struct RightScan: Sendable {
  /// The pairs worth deciding about, and what it took to find them.
  struct Found: Sendable {
    /// Those of one right row stand one behind the other.
    var pairs: [CandidatePair] = []
    var compared = 0
    var capped: [CappedPass] = []
  }

  let left: any PersonRows
  let right: any RightRows
  /// The left rows.
  let rows: StandardRows
  /// Their cards.
  let cards: [PersonCard]
  var weights: WeightTable
  let frequencies: TermFrequencies
  let decisions: DecisionIndex
  /// How much likelier a pair without rivals is than its weight says; none before the model is known.
  var prior = OneToOnePrior.none
  /// Least weight in bits that is kept without an equal identifier.
  var least = Double.infinity
  /// Whether the left rows come from more than one source.
  let hasSeveralLeftSources: Bool

  /// Least weight in bits of a further field whose agreement is evidence of its own: less is shared by
  /// more than one of four strangers.
  private static let tellingBits = 2.0

  /// Compares all candidate pairs, in parallel.
  func pairs(plan: WorkPlan, cancellation: Cancellation?) throws(LinkageError) -> Found {
    // Further fields are not on the cards, so pairs that have some are compared without a bound.
    let bound = left.furtherFields.isEmpty ? PairBound(weights, least: least) : nil
    let alike = AlikeRows(right, apart: decisions.rightRows, plan: plan)
    let days = BirthDays(rows.keys)
    let pieces = RightPieces(alike.firstRows(plan), births: right.births, days)
    let search = CandidateSearch(rows, days, cards, for: right, bound: bound, plan: plan)
    plan.begin(.linking, of: right.count)
    let passes = search.passes
    var chunks = try plan.map(count: pieces.count) {
      (number: Int) throws(LinkageError) -> Chunk.Found in
      if cancellation?.isCancelled == true { throw LinkageError(.cancelled) }
      let piece = pieces[number]
      var chunk = Chunk(self, search, alike)
      chunk.compare(piece, bound)
      plan.advance(rows: piece.rows.reduce(0) { $0 + alike.count(with: Int($1)) })
      return chunk.found
    }
    var found = Found()
    found.pairs.reserveCapacity(chunks.reduce(0) { $0 + $1.pairs.count })
    var cappedRows = [Int](repeating: 0, count: passes.count)
    var cappedPairs = cappedRows
    // Each is let go of as soon as its pairs are here.
    chunks.reverse()
    while let chunk = chunks.popLast() {
      found.pairs.append(contentsOf: chunk.pairs)
      found.compared += chunk.compared
      for pass in passes.indices {
        cappedRows[pass] += chunk.cappedRows[pass]
        cappedPairs[pass] += chunk.cappedPairs[pass]
      }
    }
    found.capped = passes.indices.filter { cappedRows[$0] > 0 }.map {
      CappedPass(
        pass: passes[$0].label(left.furtherFields), rows: cappedRows[$0],
        pairs: cappedPairs[$0])
    }
    addForced(to: &found)
    return found
  }

  /// Marks the pairs people decided to be one person, and adds those that no pass found.
  private func addForced(to found: inout Found) {
    let same = decisions.same
    guard !same.isEmpty else { return }
    var wanted = Set(same.map { UInt64($0.left) << 32 | UInt64($0.right) })
    for position in found.pairs.indices {
      let pair = found.pairs[position]
      if wanted.remove(UInt64(pair.left) << 32 | UInt64(pair.right)) != nil {
        found.pairs[position].isForced = true
      }
    }
    var added: [CandidatePair] = []
    let positions = rows.positions(ofTableRows: same.map(\.left))
    for (position, (l, r)) in zip(positions, same)
    where wanted.contains(UInt64(l) << 32 | UInt64(r)) {
      let table = right.comparable([r])
      let rights = StandardRows(table, rows: 0..<1)
      var scorer = scorer(right: table)
      let pattern = scorer.pattern(rows, position, rights, 0)
      let weight = scorer.weight(pattern, rows, position, rights, 0)
      added.append(
        CandidatePair(left: l, right: r, weight: weight, pattern: pattern, isForced: true))
    }
    guard !added.isEmpty else { return }
    let rights = Set(added.lazy.map(\.right))
    added += found.pairs.filter { rights.contains($0.right) }
    found.pairs.removeAll { rights.contains($0.right) }
    found.pairs += added.sorted { $0.right < $1.right }
  }

  /// Compares left rows with right rows that a table holds.
  func scorer(right table: PersonTable) -> PairScorer {
    PairScorer(
      left: left, right: table, weights: weights, frequencies: frequencies, cards: cards)
  }

  /// Whether a twin, a sibling or somebody who lent an identifier could be meant, however high the
  /// weight is: then no pair is linked automatically.
  ///
  /// Relatives share family name, birth day, address and sometimes the identifier that a clerk
  /// copied; what they never share is the given name.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - weight: The weight in bits from which on it pays to look at the two rows again.
  /// - Returns: Whether only a person may link the pair.
  func isGuarded(_ pair: CandidatePair, lookingCloserFrom weight: Double) -> Bool {
    let pattern = pair.pattern
    let agreeingFurther = left.furtherFields.indices.count {
      let level = pattern.further($0)
      let agrees = level == FurtherLevel.equal.rawValue || level == FurtherLevel.close.rawValue
      return agrees && weights.further[$0][Int(level)] >= Self.tellingBits
    }
    let isSamePapers = pattern.hasSameIdentifier && pattern.birth == .equal
    // A number that fits neither row is somebody else's, or typed for "none".
    if pattern.identifier == .equal && !isSamePapers && pair.weight >= weight
      && foreignNumbers(pair).areBoth
    {
      return true
    }
    // Some more fields that agree are evidence of their own, except for a twin at home.
    if agreeingFurther >= (isSamePapers ? 2 : 3) {
      return !pattern.hasSameIdentifier
        && (pattern.name == .otherGiven || pattern.name == .otherMiddle)
    }
    // A name alone, of somebody born on about the same day, is a namesake's too often.
    if pattern.identifier == .missing && pattern.birth != .equal { return true }
    switch pattern.name {
    case .bare where pattern.identifier.isNear && pair.weight >= weight && hasTwinNumbers(pair):
      // Hung may be Hưng without his marks, or his twin Hùng, whose number is the next one.
      return true
    case .equal, .variant, .bare, .reordered:
      // A number that contradicts its own row is not its own, and says little about who it is.
      return pattern.identifier == .distinct
        || pattern.identifier == .different
          && !(pair.weight >= weight && foreignNumbers(pair).isOne)
    case .partlyBare:
      // So may Linh be Lĩnh, or her twin.
      return [.different, .distinct].contains(pattern.identifier)
        || pattern.identifier.isNear && pair.weight >= weight && hasTwinNumbers(pair)
    case .twoSlips where isSamePapers && pair.weight >= weight && hasOtherGiven(pair):
      // Thảo may be two slips away from Hà, or the twin whose number was typed.
      return true
    case .slip, .twoSlips, .similar, .otherTones, .shortened:
      return !pattern.hasSameIdentifier && pattern.identifier != .slip
        && !((pattern.identifier == .missing || pattern.identifier.isNear) && pair.weight >= weight
          && isMistyped(pair))
    case .otherFamily:
      return !isSamePapers
    case .missing, .otherMiddle, .otherGiven, .different:
      return true
    }
  }

  /// Whether the numbers of a pair contradict their own rows: one of two CCCD does, and each does.
  private func foreignNumbers(_ pair: CandidatePair) -> (isOne: Bool, areBoth: Bool) {
    let lefts = PersonKeys.withoutName(left.comparable([pair.left]), row: 0)
    let rights = PersonKeys.withoutName(right.comparable([pair.right]), row: 0)
    // Of an old number nothing is known.
    let isOld = min(lefts.identifier.digitCount, rights.identifier.digitCount) <= 9
    return (
      !isOld && (lefts.hasForeignNumber || rights.hasForeignNumber),
      lefts.hasForeignNumber && rights.hasForeignNumber
    )
  }

  /// Whether the numbers of a pair are such as twins get, one behind the other: each fits its own row,
  /// and they differ in nothing but the last two digits.
  private func hasTwinNumbers(_ pair: CandidatePair) -> Bool {
    let lefts = PersonKeys.withoutName(left.comparable([pair.left]), row: 0)
    let rights = PersonKeys.withoutName(right.comparable([pair.right]), row: 0)
    return lefts.identifier.digitCount == 12 && rights.identifier.digitCount == 12
      && !lefts.hasForeignNumber && !rights.hasForeignNumber
      && lefts.identifier.hasSameBeginning(as: rights.identifier, digits: 10)
  }

  /// Whether the names of a pair differ in nothing but the given name, and both are such as people have.
  private func hasOtherGiven(_ pair: CandidatePair) -> Bool {
    let lefts = left.standardRow(Int(pair.left))
    let rights = right.standardRow(Int(pair.right))
    var names = NameComparison()
    return names.hasOtherGiven(lefts.keys[0], lefts.store, rights.keys[0], rights.store)
  }

  private func isMistyped(_ pair: CandidatePair) -> Bool {
    let lefts = left.standardRow(Int(pair.left))
    let rights = right.standardRow(Int(pair.right))
    var names = NameComparison()
    return names.isMistyped(
      lefts.keys[0], lefts.store, rights.keys[0], rights.store,
      marksMayBeLost: pair.pattern.identifier == .missing || !hasTwinNumbers(pair))
  }

  /// The work on one piece of the right rows.
  private struct Chunk {
    /// What it found, and for each pass how many rows and pairs were too many to be compared.
    struct Found: Sendable {
      var pairs: [CandidatePair] = []
      var compared = 0
      var cappedRows: [Int]
      var cappedPairs: [Int]
    }

    private let scan: RightScan
    private let search: CandidateSearch
    private let alike: AlikeRows
    private(set) var found: Found

    init(_ scan: RightScan, _ search: CandidateSearch, _ alike: AlikeRows) {
      self.scan = scan
      self.search = search
      self.alike = alike
      let none = [Int](repeating: 0, count: search.passes.count)
      found = Found(cappedRows: none, cappedPairs: none)
    }

    mutating func compare(_ piece: RightPieces.Piece, _ bound: PairBound?) {
      let numbers = piece.rows
      let table = scan.right.comparable(numbers)
      let standard = StandardRows(table, rows: 0..<table.count)
      let sameBirth = search.sameBirth(on: piece.dates)
      var scorer = scan.scorer(right: table)
      var batch = RightBatch(scan, search, numbers)
      // A certain pair shares its identifier with every rival, and all of those are found first.
      let steps = [
        (search.amongAll, 0..<1), (search.amongAll, 1..<search.amongAll.passes.count),
        (sameBirth.passes, sameBirth.passes.passes.indices),
      ]
      for start in stride(from: 0, to: table.count, by: CandidateSearch.batchLength) {
        let positions = start..<min(start + CandidateSearch.batchLength, table.count)
        batch.begin(sameBirth, standard, positions)
        for (indexed, passes) in steps {
          batch.compare(passes, of: indexed, standard, bound, &scorer) { place, pass, size in
            let row = Int(numbers[numbers.startIndex + start + Int(place)])
            let rowCount = alike.count(with: row)
            found.cappedRows[pass] += rowCount
            found.cappedPairs[pass] += size * rowCount
          }
          // A person may have a row in each source, and each is found by itself.
          if !scan.hasSeveralLeftSources { batch.closeCertain() }
        }
        found.compared += batch.comparedPairs.count
        batch.end(into: &found.pairs)
      }
      found.pairs = alike.spread(found.pairs)
    }
  }
}
