/// Counts of keys, by open addressing in two flat arrays.
struct CountTable: Sendable {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var used = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1024)
    counts = [UInt32](repeating: 0, count: 1024)
  }

  /// Counts a key once; 0 is not a key.
  mutating func add(_ key: UInt64, _ amount: UInt32 = 1) {
    guard key != 0 else { return }
    let place = place(of: key)
    if counts[place] == 0 {
      keys[place] = key
      used += 1
    }
    counts[place] += amount
    if used * 2 > keys.count { grow() }
  }

  /// How often a key was counted.
  func count(_ key: UInt64) -> Int { Int(counts[place(of: key)]) }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: mixed(key)) & mask
    while counts[place] != 0 && keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    counts = [UInt32](repeating: 0, count: oldKeys.count * 2)
    used = 0
    for (key, count) in zip(oldKeys, oldCounts) where count != 0 { add(key, count) }
  }
}
