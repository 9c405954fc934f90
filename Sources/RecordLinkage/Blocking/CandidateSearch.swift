import Parallel

/// What a blocking pass left out because too many rows share a key.
public struct CappedPass: Sendable, Hashable {
  /// What the rows share, in words.
  public let pass: String
  /// Right rows whose block was not compared.
  public let rows: Int
  /// Pairs that were not compared in this pass; other passes may have compared them.
  public let pairs: Int
}

/// Finds, for one right row, the left rows that share a key with it in any pass.
struct CandidateSearch: Sendable {
  let passes: [BlockingPass]
  private let indexes: [BlockIndex]
  private let indexOfPass: [Int]

  /// Indexes the left rows, one index a pass, in parallel.
  init(_ rows: StandardRows, furtherFields: Int, plan: WorkPlan) {
    let passes = BlockingPass.all(furtherFields: furtherFields)
    let indexed = passes.filter { $0.index == $0 }
    self.passes = passes
    indexes = plan.map(count: indexed.count) { Self.index(rows, indexed[$0]) }
    indexOfPass = passes.map { pass in indexed.firstIndex(of: pass.index) ?? 0 }
  }

  private static func index(_ rows: StandardRows, _ pass: BlockingPass) -> BlockIndex {
    var keys = rows.keys.indices.map { pass.storedKey(rows, $0) }
    guard pass == .identifier else { return BlockIndex(keys: keys) }
    var owners = (0..<UInt32(keys.count)).map { $0 }
    for (row, key) in rows.keys.enumerated()
    where !key.former.isMissing && key.former != key.identifier {
      keys.append(BlockingPass.key(of: key.former))
      owners.append(UInt32(row))
    }
    return BlockIndex(keys: keys, rows: owners)
  }

  /// Adds the left rows that share a key with a row in one pass to `found`, which holds none twice.
  ///
  /// - Returns: The size of the block if it was too large and nothing was added, else 0.
  func collect(
    _ pass: Int, _ rows: StandardRows, _ position: Int, into found: inout [UInt32]
  ) -> Int {
    var capped = collect(pass, key: passes[pass].soughtKey(rows, position), into: &found)
    let former = rows.keys[position].former
    if passes[pass] == .identifier && !former.isMissing {
      capped += collect(pass, key: BlockingPass.key(of: former), into: &found)
    }
    return capped
  }

  private func collect(_ pass: Int, key: UInt64, into found: inout [UInt32]) -> Int {
    let place = indexOfPass[pass]
    guard key != 0, indexes[place].mayContain(key) else { return 0 }
    let before = found.count
    let size = indexes[place].collect(key, limit: passes[pass].blockCap, into: &found)
    guard size > passes[pass].blockCap else { return 0 }
    found.removeSubrange(before...)
    return size
  }
}
