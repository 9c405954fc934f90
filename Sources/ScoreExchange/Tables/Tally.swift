/// Counts that are made of parts of a table and put together in the order of the table.
protocol Tally: Sendable {
  /// Counts what another part of the table, further down, counted.
  mutating func add(_ other: Self)
}

extension Dictionary {
  /// Adds the counts of another table to those with the same keys.
  mutating func add(_ other: [Key: Value], _ combine: (inout Value, Value) -> Void) {
    for (key, value) in other {
      if var own = self[key] {
        combine(&own, value)
        self[key] = own
      } else {
        self[key] = value
      }
    }
  }
}
