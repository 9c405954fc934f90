/// How often each agreement pattern was met.
///
/// There are a few hundred patterns and the same ones come again and again, so most of them are found
/// in a table of fixed size, at the place of their hash.
struct PatternCounts {
  private var slots = [(pattern: AgreementPattern, count: Int)](
    repeating: (AgreementPattern(bits: 0), 0), count: 1 << slotBits)
  private var others: [AgreementPattern: Int] = [:]

  private static let slotBits = 12

  /// Counts a pattern once.
  mutating func add(_ pattern: AgreementPattern) {
    let place = Int(mixed(pattern.bits) >> UInt64(64 - Self.slotBits))
    if slots[place].pattern != pattern {
      if slots[place].count > 0 {
        others[slots[place].pattern, default: 0] += slots[place].count
      }
      slots[place] = (pattern, 0)
    }
    slots[place].count += 1
  }

  /// All counts.
  var counts: [AgreementPattern: Int] {
    var all = others
    for slot in slots where slot.count > 0 { all[slot.pattern, default: 0] += slot.count }
    return all
  }
}
