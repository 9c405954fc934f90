/// What differs between two placements of the same applicants and programmes.
public struct PlacementChange: Sendable {
  /// One person who moves.
  public struct Move: Hashable, Sendable {
    /// Index of the applicant.
    public let applicant: Int
    /// The programme before; `nil` for none.
    public let from: Int?
    /// The programme after; `nil` for none.
    public let to: Int?
    /// Whether the applicant prefers the place after.
    public let isBetter: Bool
  }

  /// Everybody who moves, by applicant.
  public let moves: [Move]
  /// The moves strung together: the place that one person of a chain goes to is the place that the
  /// next one leaves. Each move stands in one chain; chains are in the order of their first moves.
  public let chains: [[Move]]

  /// How many of those who move prefer the place after.
  public var betterCount: Int { moves.count { $0.isBetter } }

  /// Compares two results.
  ///
  /// - Parameters:
  ///   - old: The placement before.
  ///   - new: The placement after, of a problem with the same wishes.
  /// - Complexity: O(applicants).
  public init(from old: PlacementResult, to new: PlacementResult) {
    var moves: [Move] = []
    for applicant in 0..<min(old.programmes.count, new.programmes.count)
    where old.programmes[applicant] != new.programmes[applicant] {
      let (before, after) = (old.rank(of: applicant), new.rank(of: applicant))
      moves.append(
        Move(
          applicant: applicant, from: old.programme(of: applicant),
          to: new.programme(of: applicant), isBetter: (after ?? .max) < (before ?? .max)))
    }
    self.moves = moves
    chains = PlacementChange.chains(moves)
  }

  /// Pairs those who come to a programme with those who leave it, in the order of applicants.
  private static func chains(_ moves: [Move]) -> [[Move]] {
    var leaving: [Int: [Int]] = [:]
    for (index, move) in moves.enumerated().reversed() {
      if let from = move.from { leaving[from, default: []].append(index) }
    }
    var next = [Int?](repeating: nil, count: moves.count)
    var hasPrevious = [Bool](repeating: false, count: moves.count)
    for (index, move) in moves.enumerated() {
      guard let to = move.to, let follower = leaving[to]?.popLast() else { continue }
      next[index] = follower
      hasPrevious[follower] = true
    }
    var isUsed = [Bool](repeating: false, count: moves.count)
    func chain(from start: Int) -> [Move] {
      var chain: [Move] = []
      var index: Int? = start
      while let current = index, !isUsed[current] {
        isUsed[current] = true
        chain.append(moves[current])
        index = next[current]
      }
      return chain
    }
    // Open chains first; what is left goes round in circles.
    let open = moves.indices.filter { !hasPrevious[$0] }.map(chain)
    let circles = moves.indices.map(chain).filter { !$0.isEmpty }
    return (open + circles).sorted { $0[0].applicant < $1[0].applicant }
  }
}
