import Parallel

/// A change of the rules or the seats, to see what it would do.
public struct Scenario: Hashable, Sendable {
  /// One change.
  public enum Change: Hashable, Sendable {
    /// Another quota of a programme.
    case quota(programme: Int, seats: Int)
    /// Another quota of a pool.
    case poolQuota(pool: Int, seats: Int)
    /// The programme takes nobody.
    case close(programme: Int)
    /// Another rule at the line.
    case lineRule(LineRule)
    /// Other tie keys.
    case tieOrder(TieOrder)
  }

  /// What reports call it.
  public let name: String
  /// The changes, made in their order.
  public let changes: [Change]

  /// A scenario.
  ///
  /// - Parameters:
  ///   - name: What reports call it.
  ///   - changes: The changes, made in their order.
  public init(name: String, changes: [Change]) {
    self.name = name
    self.changes = changes
  }

  /// The same problem with the wish order taken out of the tie keys: who moves then holds a place
  /// that hangs on the order of wishes. `nil` when the wish order is no key.
  public static func withoutWishOrder(_ problem: PlacementProblem) -> Scenario? {
    let keys = problem.tieOrder.keys.filter { $0 != .wishRank }
    if keys.count == problem.tieOrder.keys.count { return nil }
    // More people are equal without it, and "cut" would decide nothing.
    let rule: [Change] = problem.lineRule == .cut ? [.lineRule(.admitAll)] : []
    return Scenario(name: "without wish-rank", changes: [.tieOrder(TieOrder(keys))] + rule)
  }
}

extension PlacementProblem {
  /// The problem with the changes of a scenario.
  ///
  /// - Parameter scenario: The changes.
  /// - Returns: A problem of the same applicants and programmes, so that results can be compared.
  /// - Throws: ``PlacementError`` with the codes `index`, `quota`, `reserves`, `columns`.
  /// - Complexity: O(programmes) for other quotas; as making the problem for other tie keys.
  public func applying(_ scenario: Scenario) throws(PlacementError) -> PlacementProblem {
    var (programmes, pools, reserves) = (self.programmes, self.pools, self.reserves)
    // Seats for people settled beforehand are added again.
    for index in programmes.indices { programmes[index].quota = statedQuotas[index] }
    var (ties, rule) = (tieOrder, lineRule)
    for change in scenario.changes {
      switch change {
      case .quota(let programme, let seats):
        guard programmes.indices.contains(programme) else {
          throw PlacementError(.index, subject: "programme", detail: "\(programme)")
        }
        programmes[programme].quota = seats
      case .poolQuota(let pool, let seats):
        guard pools.indices.contains(pool) else {
          throw PlacementError(.index, subject: "pool", detail: "\(pool)")
        }
        pools[pool].quota = seats
      case .close(let programme):
        guard programmes.indices.contains(programme) else {
          throw PlacementError(.index, subject: "programme", detail: "\(programme)")
        }
        programmes[programme].quota = 0
        for index in reserves.indices where reserves[index].programme == programme {
          reserves[index].seats = 0
        }
      case .lineRule(let other): rule = other
      case .tieOrder(let other): ties = other
      }
    }
    let drawsLots = rule != lineRule && (rule.isLottery || lineRule.isLottery)
    let changed =
      ties != tieOrder || drawsLots
      ? try PlacementProblem(
        applicants: applicants, programmes: programmes, wishes: wishes, tieOrder: ties,
        lineRule: rule, pools: pools, reserves: reserves, plan: .sequential)
      : try replacingSeats(
        programmes: programmes, pools: pools, reserves: reserves, lineRule: rule)
    return settlements.isEmpty ? changed : try changed.settling(settlements)
  }
}

extension LineRule {
  fileprivate var isLottery: Bool {
    if case .lottery = self { true } else { false }
  }
}
