/// The decisions that count, by rows.
struct DecisionIndex: Sendable {
  private(set) var kinds: [UInt64: LinkDecision.Kind] = [:]
  private(set) var unmatched: [Int] = []

  /// Finds the rows of each decision; the last decision about a pair counts.
  ///
  /// - Complexity: O(rows + decisions); nothing is read where there are no decisions.
  init(_ decisions: [LinkDecision], left: any PersonRows, right: any PersonRows) {
    guard !decisions.isEmpty else { return }
    let leftRows = Self.rows(of: Set(decisions.map(\.left)), in: left)
    let rightRows = Self.rows(of: Set(decisions.map(\.right)), in: right)
    for (position, decision) in decisions.enumerated() {
      guard let lefts = leftRows[decision.left], let rights = rightRows[decision.right] else {
        unmatched.append(position)
        continue
      }
      for l in lefts {
        for r in rights { kinds[Self.pairKey(l, r)] = decision.kind }
      }
    }
  }

  func kind(_ left: UInt32, _ right: UInt32) -> LinkDecision.Kind? {
    kinds.isEmpty ? nil : kinds[Self.pairKey(left, right)]
  }

  /// The right rows about which something was decided.
  var rightRows: Set<UInt32> { Set(kinds.keys.lazy.map { UInt32(truncatingIfNeeded: $0) }) }

  /// The pairs that must be linked.
  var same: [(left: UInt32, right: UInt32)] {
    kinds.filter { $0.value == .same }.keys.sorted().map {
      (UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0))
    }
  }

  private static func pairKey(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }

  private static func rows(of keys: Set<String>, in table: any PersonRows) -> [String: [UInt32]] {
    var rows: [String: [UInt32]] = [:]
    let hashes = Set(keys.map { hashed(Array($0.utf8), 0..<$0.utf8.count) })
    var bytes: [UInt8] = []
    for row in 0..<table.count {
      table.writeKey(of: row, into: &bytes)
      guard hashes.contains(hashed(bytes, bytes.indices)) else { continue }
      let key = String(decoding: bytes, as: UTF8.self)
      if keys.contains(key) { rows[key, default: []].append(UInt32(row)) }
    }
    return rows
  }
}
