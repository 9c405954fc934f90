/// A few right rows that are looked up together, and the pairs that were found for them.
struct RightBatch {
  private let scan: RightScan
  /// What one pass finds.
  var found: [Candidate] = []
  /// All pairs found by now.
  private(set) var candidates = CandidateSet()
  /// Whether the row at each place is still to be looked for.
  private(set) var isOpen: [Bool] = []
  private var range = 0..<0
  private var firstRow: UInt32 = 0
  private var cards: [PersonCard] = []
  private var kept: [CandidatePair] = []

  /// No more pairs are kept for one right row.
  private static let keptPairs = 8

  init(_ scan: RightScan) { self.scan = scan }

  /// Takes up other rows.
  mutating func begin(_ rights: StandardRows, _ range: Range<Int>) {
    self.range = range
    firstRow = UInt32(rights.base + range.lowerBound)
    candidates.removeAll()
    kept.removeAll(keepingCapacity: true)
    isOpen.removeAll(keepingCapacity: true)
    isOpen.append(contentsOf: repeatElement(true, count: range.count))
    cards.removeAll(keepingCapacity: true)
    for position in range {
      cards.append(PersonCard(rights.keys[position], bag: rights.bags[position], share: .none))
    }
  }

  /// Weighs the pairs that a pass found and no pass before it.
  mutating func score(
    _ rights: StandardRows, _ lefts: [PersonCard], _ bound: PairBound?, _ scorer: inout PairScorer
  ) {
    for candidate in found where candidates.insert(candidate) {
      let (l, r) = (Int(candidate.left), range.lowerBound + Int(candidate.place))
      if let bound,
        !bound.mayReach(lefts[l], cards[Int(candidate.place)], scan.rows, l, rights, r)
      {
        continue
      }
      score(l, rights, r, &scorer)
    }
  }

  private mutating func score(
    _ l: Int, _ rights: StandardRows, _ r: Int, _ scorer: inout PairScorer
  ) {
    guard scorer.canReach(scan.least, scan.rows, l, rights, r) else { return }
    let pattern = scorer.pattern(scan.rows, l, rights, r)
    let weight = scorer.weight(pattern, scan.rows, l, rights, r)
    guard weight >= scan.least || pattern.hasSameIdentifier else { return }
    let (left, right) = (UInt32(l), UInt32(rights.base + r))
    if scan.decisions.kind(left, right) == .different { return }
    kept.append(CandidatePair(left: left, right: right, weight: weight, pattern: pattern))
  }

  /// Looks no further for rows that have a certain pair.
  mutating func closeCertain() {
    for pair in kept where pair.isCertain { isOpen[Int(pair.right - firstRow)] = false }
  }

  /// Adds the best few pairs of each row to `pairs`.
  func end(into pairs: inout [CandidatePair]) {
    for row in firstRow..<firstRow + UInt32(range.count) {
      let count = kept.count { $0.right == row }
      if count <= Self.keptPairs {
        if count > 0 { pairs.append(contentsOf: kept.lazy.filter { $0.right == row }) }
      } else {
        pairs.append(contentsOf: best(kept.filter { $0.right == row }))
      }
    }
  }

  /// The best few; ties by the bytes of the left key.
  private func best(_ kept: [CandidatePair]) -> ArraySlice<CandidatePair> {
    kept.sorted { first, second in
      if first.isCertain != second.isCertain { return first.isCertain }
      if first.weight != second.weight { return first.weight > second.weight }
      return scan.left.keys.precedes(Int(first.left), scan.left.keys, Int(second.left)) ?? false
    }.prefix(Self.keptPairs)
  }
}
