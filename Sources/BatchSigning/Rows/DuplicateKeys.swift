internal import Parallel

/// Finds two rows with one key.
enum DuplicateKeys {
  /// Work is cut by the keys' hashes into this many parts, whatever the number of threads.
  private static let partCount: UInt64 = 16

  /// Looks for a row whose key an earlier row has.
  ///
  /// - Parameters:
  ///   - keys: The hash of every row's key.
  ///   - index: The rows.
  ///   - rules: What the key columns are.
  ///   - plan: The threads.
  /// - Returns: The lowest such row; nil if all keys differ.
  /// - Complexity: O(rows) expected, for the hash is seeded anew in every process.
  static func firstDuplicate(
    keys: [UInt64], index: RowIndex, rules: RowRules, plan: WorkPlan
  ) -> Int? {
    let found = plan.map(count: Int(partCount)) { part in
      firstDuplicate(inPart: UInt64(part), keys: keys, index: index, rules: rules)
    }
    return found.compactMap { $0 }.min()
  }

  private static func firstDuplicate(
    inPart part: UInt64, keys: [UInt64], index: RowIndex, rules: RowRules
  ) -> Int? {
    var slotCount = 64
    while slotCount < keys.count / Int(partCount) * 3 { slotCount *= 2 }
    // Rows by hash with open addressing; 0 is an empty slot, else the row's number plus one.
    var slots = [Int](repeating: 0, count: slotCount)
    var used = 0
    for (row, key) in keys.enumerated() where key % partCount == part {
      if used * 2 >= slotCount {
        slotCount *= 2
        slots = rehashed(slots, to: slotCount, keys: keys)
      }
      var slot = Int(truncatingIfNeeded: key / partCount) & (slotCount - 1)
      while slots[slot] != 0 {
        let other = slots[slot] - 1
        if keys[other] == key, haveOneKey(other, row, index, rules) { return row }
        slot = (slot + 1) & (slotCount - 1)
      }
      slots[slot] = row + 1
      used += 1
    }
    return nil
  }

  private static func rehashed(_ slots: [Int], to slotCount: Int, keys: [UInt64]) -> [Int] {
    var larger = [Int](repeating: 0, count: slotCount)
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: keys[entry - 1] / partCount) & (slotCount - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      larger[slot] = entry
    }
    return larger
  }

  private static func haveOneKey(
    _ left: Int, _ right: Int, _ index: RowIndex, _ rules: RowRules
  ) -> Bool {
    let (leftCells, rightCells) = (cells(left, index, rules), cells(right, index, rules))
    return rules.keyColumns.allSatisfy {
      index.bytes[leftCells[$0]] == index.bytes[rightCells[$0]]
    }
  }

  private static func cells(_ row: Int, _ index: RowIndex, _ rules: RowRules) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    // Every row was checked before; a row that fails here cannot come.
    try? rules.check(index.bytes.span, index.row(row), number: row + 1, cells: &cells)
    return cells
  }
}
