/// The pools of a table, with parents found by name and every overlap refused.
public struct PoolTree: Sendable {
  /// The pools in the order of the table.
  public let pools: [Pool]
  private let indexByName: [String: Int]

  /// Builds the tree.
  ///
  /// - Parameter rows: Name, seats and the name of the pool around it.
  /// - Throws: ``PlacementError/Code/overlappingPools`` when a pool stands in two others,
  ///   ``PlacementError/Code/duplicate`` when it stands twice otherwise,
  ///   ``PlacementError/Code/unknownPool``, ``PlacementError/Code/poolCycle``,
  ///   ``PlacementError/Code/quota``.
  public init(rows: [(name: String, quota: Int, parent: String?)]) throws(PlacementError) {
    var indexByName: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      guard let first = indexByName.updateValue(index, forKey: row.name) else { continue }
      let (one, other) = (rows[first].parent, row.parent)
      guard let one, let other, one != other else {
        throw PlacementError(.duplicate, subject: "\(row.name)", detail: "pool")
      }
      throw PlacementError(.overlappingPools, subject: "\(one)", detail: "\(other)")
    }
    var pools: [Pool] = []
    for row in rows {
      var parent: Int?
      if let name = row.parent {
        guard let index = indexByName[name] else {
          throw PlacementError(.unknownPool, subject: "\(name)", detail: "pool \(row.name)")
        }
        parent = index
      }
      pools.append(Pool(name: row.name, quota: row.quota, parent: parent))
    }
    try PoolTree.validate(pools)
    self.pools = pools
    self.indexByName = indexByName
  }

  /// The pool of a programme that names one or several.
  ///
  /// - Parameters:
  ///   - names: Names of pools, in any order.
  ///   - programme: The programme's code, for messages.
  /// - Returns: The innermost of them; `nil` for no name.
  /// - Throws: ``PlacementError/Code/unknownPool``, and ``PlacementError/Code/overlappingPools``
  ///   when one does not lie inside the other.
  public func innermost(of names: [String], programme: String) throws(PlacementError) -> Int? {
    var innermost: Int?
    for name in names {
      guard let index = indexByName[name] else {
        throw PlacementError(.unknownPool, subject: "\(name)", detail: "programme \(programme)")
      }
      guard let current = innermost else {
        innermost = index
        continue
      }
      if isInside(index, current) {
        innermost = index
      } else if !isInside(current, index) {
        throw PlacementError(
          .overlappingPools, subject: "\(pools[current].name)", detail: "\(name)")
      }
    }
    return innermost
  }

  private func isInside(_ inner: Int, _ outer: Int) -> Bool {
    var pool: Int? = inner
    while let current = pool {
      if current == outer { return true }
      pool = pools[current].parent
    }
    return false
  }

  /// Checks quotas, parents and that no pool lies inside itself.
  static func validate(_ pools: [Pool]) throws(PlacementError) {
    for pool in pools {
      guard (0...Int(Int32.max)).contains(pool.quota) else {
        throw PlacementError(.quota, subject: "pool \(pool.name)", detail: "quota")
      }
      var parent = pool.parent
      var depth = 0
      while let index = parent {
        guard pools.indices.contains(index) else {
          throw PlacementError(.index, subject: "pool", detail: "\(index)")
        }
        depth += 1
        if depth > pools.count { throw PlacementError(.poolCycle, subject: "\(pool.name)") }
        parent = pools[index].parent
      }
    }
  }
}
