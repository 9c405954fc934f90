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

  /// Compares all candidate pairs, in parallel.
  func pairs(plan: WorkPlan, cancellation: Cancellation?) throws(LinkageError) -> Found {
    // Further fields are not on the cards, so pairs that have some are compared without a bound.
    let bound = left.furtherFields.isEmpty ? PairBound(weights, least: least) : nil
    let alike = AlikeRows(right, apart: decisions.rightRows, plan: plan)
    let days = BirthDays(rows.keys)
    let pieces = RightPieces(alike.firstRows(plan), births: right.births, days, plan: plan)
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
