/// The people of several tables: each cluster holds the rows that are one person.
///
/// No cluster holds two rows of one source of one table, nor two rows with numbers of two people, nor
/// two rows of which a person decided that they are two people; decisions to join come before numbers.
public struct PersonClusters: Sendable, Hashable {
  /// One row of one table.
  public struct Member: Sendable, Hashable {
    /// The table's place.
    public let table: Int
    /// The row.
    public let row: Int
  }

  /// A pair of rows that only a person may bring together.
  public struct Review: Sendable, Hashable {
    /// The row of the table or source that stands first.
    public let left: Member
    /// The other row.
    public let right: Member
    /// The evidence.
    public let link: PersonLink
    /// Whether the evidence would have sufficed, had it not put two rows of one source, or two
    /// people, into one cluster, or had not two people claimed the row.
    public let isContradiction: Bool
  }

  /// Every row of every table in one cluster; members by table, then key, clusters by their first
  /// member.
  public let clusters: [[Member]]
  /// The pairs for review between different clusters, by cluster.
  public let reviews: [Review]
}

/// Brings rows together, the strongest evidence first, as long as nothing stands against it.
struct ClusterJoin {
  /// Which rows exclude each other: those of one number.
  let sourceOfMember: [Int]
  /// Pairs of rows that are two people by decision.
  let different: [Int: Set<Int>]
  let numbers: ClusterNumbers
  private var clusterOf: [Int]
  private var members: [[Int]]

  init(sourceOfMember: [Int], different: [Int: Set<Int>], numbers: ClusterNumbers) {
    self.sourceOfMember = sourceOfMember
    self.different = different
    self.numbers = numbers
    clusterOf = Array(sourceOfMember.indices)
    members = sourceOfMember.indices.map { [$0] }
  }

  /// Joins the clusters of two rows.
  ///
  /// - Parameters:
  ///   - one: A row.
  ///   - other: Another.
  ///   - isDecided: Whether a person decided so; what the numbers say then counts no more.
  /// - Returns: Whether they are in one cluster now.
  /// - Complexity: O(members of the two).
  mutating func join(_ one: Int, _ other: Int, isDecided: Bool = false) -> Bool {
    let (first, second) = (clusterOf[one], clusterOf[other])
    if first == second { return true }
    let sources = Set(members[first].map { sourceOfMember[$0] })
    let all = members[first] + members[second]
    for member in members[second] {
      if sources.contains(sourceOfMember[member]) { return false }
      if let enemies = different[member], !enemies.isDisjoint(with: members[first]) { return false }
      let isOther =
        !isDecided
        && members[first].contains { numbers.areOfTwoPeople($0, member, beside: all) }
      if isOther { return false }
    }
    for member in members[second] { clusterOf[member] = first }
    members[first] = all
    members[second] = []
    return true
  }

  /// Whether two rows are in one cluster.
  func isJoined(_ one: Int, _ other: Int) -> Bool { clusterOf[one] == clusterOf[other] }

  /// The clusters with at least one row.
  var clusters: [[Int]] { members.filter { !$0.isEmpty } }
}
