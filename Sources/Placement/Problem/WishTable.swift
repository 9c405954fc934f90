/// All wishes of all applicants, a column an attribute, in any order of rows.
///
/// 20 bytes a wish, 16 more for each tie column; eligibility and group take room only once a wish
/// differs from "eligible" and "no group".
public struct WishTable: Sendable {
  package internal(set) var applicants: [Int32] = []
  package internal(set) var ranks: [Int32] = []
  package internal(set) var programmes: [Int32] = []
  package internal(set) var scores: [Int64] = []
  package internal(set) var ties: [[Int128]]
  /// `nil` while every wish is eligible.
  package internal(set) var eligibility: [Bool]?
  /// `nil` while no wish has a group; -1 is no group.
  package internal(set) var groups: [Int32]?

  /// The tie value of a wish that has none: it ranks behind every value, whichever is better.
  public static let missingTie = Int128.min

  /// An empty table.
  ///
  /// - Parameter tieColumnCount: Number of tie columns, 0 or more.
  public init(tieColumnCount: Int = 0) {
    ties = Array(repeating: [], count: max(0, tieColumnCount))
  }

  /// A table of whole columns, which must be of one length.
  ///
  /// - Parameters:
  ///   - applicants: Index of the applicant.
  ///   - ranks: Place of the wish, 1 is the most wanted.
  ///   - programmes: Index of the programme.
  ///   - scores: In whole units; the larger is better.
  ///   - ties: The tie columns: exact whole numbers in any unit, of which only the order counts, or
  ///     ``missingTie``.
  ///   - eligibility: `false` makes a wish void; `nil` when all are eligible.
  ///   - groups: Group for reserved seats, -1 for none; `nil` when nobody has one.
  /// - Throws: ``PlacementError/Code/columns`` if the lengths differ.
  public init(
    applicants: [Int32], ranks: [Int32], programmes: [Int32], scores: [Int64],
    ties: [[Int128]] = [], eligibility: [Bool]? = nil, groups: [Int32]? = nil
  ) throws(PlacementError) {
    let count = applicants.count
    let fits =
      ranks.count == count && programmes.count == count && scores.count == count
      && ties.allSatisfy { $0.count == count } && (eligibility?.count ?? count) == count
      && (groups?.count ?? count) == count
    guard fits else { throw PlacementError(.columns, detail: "they differ in length") }
    self.applicants = applicants
    self.ranks = ranks
    self.programmes = programmes
    self.scores = scores
    self.ties = ties
    self.eligibility = eligibility
    self.groups = groups
  }

  /// Number of wishes.
  public var count: Int { applicants.count }

  /// Number of tie columns.
  public var tieColumnCount: Int { ties.count }

  /// Makes room for `count` wishes in all.
  public mutating func reserveCapacity(_ count: Int) {
    applicants.reserveCapacity(count)
    ranks.reserveCapacity(count)
    programmes.reserveCapacity(count)
    scores.reserveCapacity(count)
    for column in ties.indices { ties[column].reserveCapacity(count) }
  }

  /// Adds a wish.
  ///
  /// - Parameters:
  ///   - applicant: Index of the applicant.
  ///   - rank: Place of the wish, 1 is the most wanted.
  ///   - programme: Index of the programme.
  ///   - score: In whole units; the larger is better.
  ///   - values: A value for each tie column; missing ones are ``missingTie``, further ones do not
  ///     count.
  ///   - isEligible: `false` makes the wish void; it keeps its place in the count of ranks.
  ///   - group: Group for reserved seats, -1 for none.
  public mutating func append(
    applicant: Int32, rank: Int32, programme: Int32, score: Int64, ties values: [Int128] = [],
    isEligible: Bool = true, group: Int32 = -1
  ) {
    if !isEligible, eligibility == nil { eligibility = Array(repeating: true, count: count) }
    if group >= 0, groups == nil { groups = Array(repeating: -1, count: count) }
    applicants.append(applicant)
    ranks.append(rank)
    programmes.append(programme)
    scores.append(score)
    for column in ties.indices {
      ties[column].append(column < values.count ? values[column] : Self.missingTie)
    }
    eligibility?.append(isEligible)
    groups?.append(group)
  }

  /// Adds the wishes of another table at the end.
  ///
  /// - Parameter other: A table with as many tie columns.
  /// - Throws: ``PlacementError/Code/columns`` if the number of tie columns differs.
  public mutating func append(contentsOf other: WishTable) throws(PlacementError) {
    guard other.ties.count == ties.count else {
      throw PlacementError(.columns, detail: "\(ties.count) and \(other.ties.count) tie columns")
    }
    if other.eligibility != nil, eligibility == nil {
      eligibility = Array(repeating: true, count: count)
    }
    if other.groups != nil, groups == nil { groups = Array(repeating: -1, count: count) }
    eligibility?.append(contentsOf: other.eligibility ?? Array(repeating: true, count: other.count))
    groups?.append(contentsOf: other.groups ?? Array(repeating: -1, count: other.count))
    applicants.append(contentsOf: other.applicants)
    ranks.append(contentsOf: other.ranks)
    programmes.append(contentsOf: other.programmes)
    scores.append(contentsOf: other.scores)
    for column in ties.indices { ties[column].append(contentsOf: other.ties[column]) }
  }
}

extension WishTable {
  /// The score of the wish in a row, in whole units.
  public func score(row: Int) -> Int64 { scores[row] }

  /// The applicant of the wish in a row.
  public func applicant(row: Int) -> Int { Int(applicants[row]) }

  /// The programme of the wish in a row.
  public func programme(row: Int) -> Int { Int(programmes[row]) }

  /// The rank of the wish in a row.
  public func rank(row: Int) -> Int { Int(ranks[row]) }

  /// Whether the wish in a row was declared eligible; a floor may still make it void.
  public func isEligible(row: Int) -> Bool { eligibility?[row] ?? true }

  /// The group of the wish in a row.
  public func group(row: Int) -> Int? {
    guard let group = groups?[row], group >= 0 else { return nil }
    return Int(group)
  }

  /// The value of a tie column in a row.
  public func tie(column: Int, row: Int) -> Int128 { ties[column][row] }
}
