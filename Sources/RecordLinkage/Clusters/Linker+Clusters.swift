public import Parallel

extension Linker {
  /// Finds the people of several tables, such as the results of all schools.
  ///
  /// Each source is linked with each other one by itself; then the links are joined into clusters,
  /// decisions first and then the strongest evidence first, as long as a cluster holds at most one
  /// row of a source, no two numbers of two people, and nobody decided otherwise. Who is one person
  /// is so never decided by a chain of rows that contradict each other; a row that fits two people
  /// about as well is for review.
  ///
  /// - Parameters:
  ///   - tables: The tables, with the same further fields. A table may hold several sources.
  ///   - decisions: What people decided, by keys; left and right may stand in either table.
  ///   - training: Whether the model is estimated on each pair of sources first.
  ///   - plan: How many threads may work.
  ///   - cancellation: Asked between pieces of work.
  /// - Returns: The clusters, and what only a person may decide. The order of rows changes nothing.
  /// - Throws: As ``link(left:right:decisions:training:plan:cancellation:)``.
  /// - Complexity: One linkage for each pair of sources.
  public func clusters(
    of tables: [PersonTable], decisions: [LinkDecision] = [], training: TrainingPolicy = .none,
    plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(LinkageError) -> PersonClusters {
    let sources = tables.indices.flatMap { ClusterSource.all(of: tables[$0], table: $0) }
    var first = 0
    let starts = sources.map { source in
      defer { first += source.rows.count }
      return first
    }
    let eitherWay = decisions.flatMap { [$0, $0.swapped] }
    var found: [Evidence] = []
    for left in sources.indices {
      for right in sources.indices where right > left {
        let result = try link(
          left: sources[left].people, right: sources[right].people, decisions: eitherWay,
          training: training, plan: plan, cancellation: cancellation)
        found += result.links.map {
          Evidence(left: starts[left] + $0.left, right: starts[right] + $0.right, link: $0)
        }
      }
    }
    return PersonClusters(
      tables, sources, found, decisions, numbers: ClusterNumbers(sources.map(\.people), plan: plan),
      margin: model.margin)
  }
}

/// A link between two rows, which are numbered over all sources.
private struct Evidence {
  let left: Int
  let right: Int
  let link: PersonLink

  /// Decisions come first, then what weighs more.
  var strength: Double { link.rule == .decision ? .infinity : link.weight }
}

extension ClusterJoin {
  /// Joins what a link says is one person.
  fileprivate mutating func join(_ evidence: Evidence) -> Bool {
    join(evidence.left, evidence.right, isDecided: evidence.link.rule == .decision)
  }
}

/// The rows of one source of one table, by key.
private struct ClusterSource {
  let table: Int
  let rows: [Int]
  let people: PersonTable

  /// The sources of a table, by name.
  static func all(of people: PersonTable, table: Int) -> [ClusterSource] {
    Dictionary(grouping: 0..<people.count) { people.source(of: $0) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { _, rows in
        let ordered = rows.sorted { one, other in
          people.keys.precedes(one, people.keys, other) ?? people.contentPrecedes(one, other)
        }
        return ClusterSource(
          table: table, rows: ordered, people: people.subset(ordered.map(UInt32.init)))
      }
  }
}

extension PersonClusters {
  fileprivate init(
    _ tables: [PersonTable], _ sources: [ClusterSource], _ found: [Evidence],
    _ decisions: [LinkDecision], numbers: ClusterNumbers, margin: Double
  ) {
    let members = sources.flatMap { source in
      source.rows.map { Member(table: source.table, row: $0) }
    }
    let sourceOfMember = sources.indices.flatMap { index in
      repeatElement(index, count: sources[index].rows.count)
    }
    var join = ClusterJoin(
      sourceOfMember: sourceOfMember,
      different: Self.different(decisions, members.map { tables[$0.table].key(of: $0.row) }),
      numbers: numbers)
    let evidence = found.sorted { one, other in
      one.strength != other.strength
        ? one.strength > other.strength : (one.left, one.right) < (other.left, other.right)
    }
    let undecided = Self.undecided(evidence, numbers, margin: margin)
    let refused = evidence.indices.filter { evidence[$0].link.zone == .auto }.filter {
      undecided.contains($0) || !join.join(evidence[$0])
    }.map { evidence[$0] }
    let waiting = evidence.filter { $0.link.zone == .review }
    clusters = join.clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
      .map { $0.map { members[$0] } }
    reviews = (refused.map { ($0, true) } + waiting.map { ($0, false) })
      .filter { !join.isJoined($0.0.left, $0.0.right) }
      .sorted { ($0.0.left, $0.0.right) < ($1.0.left, $1.0.right) }
      .map { evidence, isContradiction in
        Review(
          left: members[evidence.left], right: members[evidence.right], link: evidence.link,
          isContradiction: isContradiction)
      }
  }

  /// Links, by their places, of a row that two numbers of two people claim about as well.
  private static func undecided(
    _ evidence: [Evidence], _ numbers: ClusterNumbers, margin: Double
  ) -> Set<Int> {
    var claims: [Int: [Int]] = [:]
    for (place, link) in evidence.enumerated()
    where link.link.zone == .auto && link.strength.isFinite {
      claims[link.left, default: []].append(place)
      claims[link.right, default: []].append(place)
    }
    var undecided: Set<Int> = []
    for (row, places) in claims where places.count > 1 {
      func claimant(_ place: Int) -> Int {
        evidence[place].left == row ? evidence[place].right : evidence[place].left
      }
      for (offset, stronger) in places.enumerated() {
        for weaker in places.dropFirst(offset + 1)
        where evidence[stronger].strength - evidence[weaker].strength < margin
          && numbers.areOfTwoPeople(claimant(stronger), claimant(weaker), beside: [row])
        {
          undecided.formUnion([stronger, weaker])
        }
      }
    }
    return undecided
  }

  /// The rows of which the last decision says that they are two people, both ways.
  private static func different(
    _ decisions: [LinkDecision], _ keys: [String]
  ) -> [Int: Set<Int>] {
    guard !decisions.isEmpty else { return [:] }
    var kinds: [Set<String>: LinkDecision.Kind] = [:]
    for decision in decisions { kinds[[decision.left, decision.right]] = decision.kind }
    let pairs = kinds.filter { $0.value == .different }.keys
    var places: [String: [Int]] = [:]
    let wanted = pairs.reduce(into: Set<String>()) { $0.formUnion($1) }
    for (place, key) in keys.enumerated() where wanted.contains(key) {
      places[key, default: []].append(place)
    }
    var different: [Int: Set<Int>] = [:]
    for pair in pairs {
      let sides = pair.compactMap { places[$0] }
      guard sides.count == 2 else { continue }
      for one in sides[0] {
        for other in sides[1] {
          different[one, default: []].insert(other)
          different[other, default: []].insert(one)
        }
      }
    }
    return different
  }
}

extension LinkDecision {
  /// The same decision with left and right exchanged.
  fileprivate var swapped: LinkDecision {
    LinkDecision(left: right, right: left, kind: kind, by: by, on: on, reason: reason)
  }
}
