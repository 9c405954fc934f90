/// A few right rows that are looked up together, and the pairs that were found for them.
struct RightBatch {
  private let scan: RightScan
  /// The number of each right row.
  private let numbers: ArraySlice<UInt32>
  private var lookups: BatchLookups
  private var sought: SoughtRows
  /// What some passes find.
  private var found: [Candidate] = []
  /// The cards of the left rows found.
  private var foundCards: [PersonCard] = []
  /// All pairs compared by now.
  private(set) var comparedPairs = CandidateSet()
  /// Whether the row at each place is still to be looked for.
  private var isOpen: [Bool] = []
  private var positions = 0..<0
  private var cards: [PersonCard] = []
  private var kept: [(place: UInt8, pair: CandidatePair)] = []
  /// How many pairs are kept for the row at each place.
  private var keptCounts: [Int] = []

  /// No more pairs are kept for one right row and the left rows of one source.
  private static let keptPairs = 8

  init(_ scan: RightScan, _ search: CandidateSearch, _ numbers: ArraySlice<UInt32>) {
    self.scan = scan
    self.numbers = numbers
    sought = SoughtRows(search.passes)
    lookups = BatchLookups(passes: search.passes.count)
  }

  /// Takes up the rows at other positions.
  mutating func begin(_ search: SameBirthSearch, _ rights: StandardRows, _ positions: Range<Int>) {
    self.positions = positions
    sought.look(at: rights, positions, search)
    comparedPairs.removeAll()
    kept.removeAll(keepingCapacity: true)
    keptCounts.removeAll(keepingCapacity: true)
    keptCounts.append(contentsOf: repeatElement(0, count: positions.count))
    isOpen.removeAll(keepingCapacity: true)
    isOpen.append(contentsOf: repeatElement(true, count: positions.count))
    cards.removeAll(keepingCapacity: true)
    for position in positions {
      cards.append(PersonCard(rights.keys[position], bag: rights.bags[position], share: .none))
    }
  }

  /// Weighs the pairs that some passes find.
  ///
  /// - Parameters:
  ///   - passes: The places of the passes in `indexed`.
  ///   - indexed: The passes and their indexes.
  ///   - rights: The right rows.
  ///   - bound: What leaves out the pairs that are not worth comparing.
  ///   - scorer: Compares the others.
  ///   - capped: Called with a row's place, the number of the pass and the size of each block that was
  ///     too large.
  mutating func compare(
    _ passes: Range<Int>, of indexed: IndexedPasses, _ rights: StandardRows, _ bound: PairBound?,
    _ scorer: inout PairScorer, capped: (UInt8, Int, Int) -> Void
  ) {
    found.removeAll(keepingCapacity: true)
    lookups.collect(
      passes, of: indexed, rights, sought, isOpen: isOpen, into: &found, capped: capped)
    if let bound { leaveWorthy(rights, bound) }
    for candidate in found where comparedPairs.insert(candidate) {
      score(
        Int(candidate.left), rights, positions.lowerBound + Int(candidate.place),
        at: candidate.place, &scorer)
    }
  }

  /// Leaves the pairs that are worth comparing.
  private mutating func leaveWorthy(_ rights: StandardRows, _ bound: PairBound) {
    // Asks for the memory of all cards before the first is looked at.
    foundCards.removeAll(keepingCapacity: true)
    for candidate in found { foundCards.append(scan.cards[Int(candidate.left)]) }
    var count = 0
    for number in found.indices {
      let candidate = found[number]
      let place = Int(candidate.place)
      if bound.mayReach(
        foundCards[number], cards[place], scan.rows, Int(candidate.left), rights,
        positions.lowerBound + place)
      {
        found[count] = candidate
        count += 1
      }
    }
    found.removeSubrange(count...)
  }

  private mutating func score(
    _ l: Int, _ rights: StandardRows, _ r: Int, at place: UInt8, _ scorer: inout PairScorer
  ) {
    let pattern = scorer.pattern(scan.rows, l, rights, r)
    let weight = scorer.weight(pattern, scan.rows, l, rights, r)
    guard weight >= scan.least || pattern.hasSameIdentifier else { return }
    let left = scan.rows.tableRows[l]
    let right = numbers[numbers.startIndex + Int(rights.tableRows[r])]
    if scan.decisions.kind(left, right) == .different { return }
    let pair = CandidatePair(left: left, right: right, weight: weight, pattern: pattern)
    kept.append((place, pair))
    keptCounts[Int(place)] += 1
  }

  /// Looks no further for rows that have a certain pair.
  mutating func closeCertain() {
    for (place, pair) in kept where pair.isCertain { isOpen[Int(place)] = false }
  }

  /// Adds the best few pairs of each row to `pairs`.
  func end(into pairs: inout [CandidatePair]) {
    for (place, count) in keptCounts.enumerated() where count > 0 {
      let first = pairs.count
      for (own, pair) in kept where Int(own) == place { pairs.append(pair) }
      if count > Self.keptPairs {
        let best = best(pairs[first...])
        pairs.replaceSubrange(first..., with: best)
      }
    }
  }

  /// The best few of each left source; ties by the bytes of the left key.
  private func best(_ kept: ArraySlice<CandidatePair>) -> [CandidatePair] {
    var counts: [UInt32: Int] = [:]
    return kept.sorted { first, second in
      if first.isCertain != second.isCertain { return first.isCertain }
      if first.weight != second.weight { return first.weight > second.weight }
      return scan.left.keyPrecedes(Int(first.left), Int(second.left)) ?? false
    }.filter { pair in
      let source = scan.hasSeveralLeftSources ? scan.left.sourceNumber(of: Int(pair.left)) : 0
      counts[source, default: 0] += 1
      return counts[source, default: 0] <= Self.keptPairs
    }
  }
}
