/// A few right rows that are looked up together, and the pairs that were found for them.
struct RightBatch {
  private let scan: RightScan
  /// What one pass finds.
  var found: [Candidate] = []
  /// All pairs compared by now.
  private(set) var comparedPairs = CandidateSet()
  /// Whether the row at each place is still to be looked for.
  private(set) var isOpen: [Bool] = []
  private var positions = 0..<0
  private var cards: [PersonCard] = []
  private var kept: [(place: UInt8, pair: CandidatePair)] = []

  /// No more pairs are kept for one right row.
  private static let keptPairs = 8

  init(_ scan: RightScan) { self.scan = scan }

  /// Takes up the rows at other positions.
  mutating func begin(_ rights: StandardRows, _ positions: Range<Int>) {
    self.positions = positions
    comparedPairs.removeAll()
    kept.removeAll(keepingCapacity: true)
    isOpen.removeAll(keepingCapacity: true)
    isOpen.append(contentsOf: repeatElement(true, count: positions.count))
    cards.removeAll(keepingCapacity: true)
    for position in positions {
      cards.append(PersonCard(rights.keys[position], bag: rights.bags[position], share: .none))
    }
  }

  /// Weighs the pairs that a pass found and no pass before it.
  ///
  /// - Parameters:
  ///   - rights: The right rows.
  ///   - lefts: The cards of the left rows; empty without a bound.
  ///   - bound: What leaves out the pairs that are not worth comparing.
  ///   - scorer: Compares the others.
  mutating func score(
    _ rights: StandardRows, _ lefts: [PersonCard], _ bound: PairBound?,
    _ scorer: inout PairScorer
  ) {
    for candidate in found {
      let left = Int(candidate.left)
      let r = positions.lowerBound + Int(candidate.place)
      if let bound,
        !bound.mayReach(
          lefts[left], cards[Int(candidate.place)], scan.rows, left, rights, r)
      {
        continue
      }
      if comparedPairs.insert(candidate) {
        score(left, rights, r, at: candidate.place, &scorer)
      }
    }
  }

  private mutating func score(
    _ l: Int, _ rights: StandardRows, _ r: Int, at place: UInt8, _ scorer: inout PairScorer
  ) {
    guard scorer.canReach(scan.least, scan.rows, l, rights, r) else { return }
    let pattern = scorer.pattern(scan.rows, l, rights, r)
    let weight = scorer.weight(pattern, scan.rows, l, rights, r)
    guard weight >= scan.least || pattern.hasSameIdentifier else { return }
    let (left, right) = (scan.rows.tableRows[l], rights.tableRows[r])
    if scan.decisions.kind(left, right) == .different { return }
    let pair = CandidatePair(left: left, right: right, weight: weight, pattern: pattern)
    kept.append((place, pair))
  }

  /// Looks no further for rows that have a certain pair.
  mutating func closeCertain() {
    for (place, pair) in kept where pair.isCertain { isOpen[Int(place)] = false }
  }

  /// Adds the best few pairs of each row to `pairs`.
  func end(into pairs: inout [CandidatePair]) {
    for place in isOpen.indices {
      let count = kept.count { Int($0.place) == place }
      guard count > 0 else { continue }
      let own = kept.lazy.filter { Int($0.place) == place }.map(\.pair)
      if count <= Self.keptPairs {
        pairs.append(contentsOf: own)
      } else {
        pairs.append(contentsOf: best(Array(own)))
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
