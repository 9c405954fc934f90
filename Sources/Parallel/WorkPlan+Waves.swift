extension WorkPlan {
  /// Calls `body` for every index in `0..<count`, some at a time and these concurrently, and hands over
  /// what it returns, so that not all of it is in memory at one time.
  ///
  /// - Parameters:
  ///   - count: Number of items.
  ///   - waveLength: Items of each wave but the last, at least 1.
  ///   - body: The work of one item. It must not block on another item.
  ///   - take: Gets the results in the order of the indices.
  /// - Complexity: O(`count`) calls.
  public func map<Result: Sendable>(
    count: Int, waveLength: Int, _ body: @Sendable (Int) -> Result, take: (consuming Result) -> Void
  ) {
    for start in stride(from: 0, to: count, by: max(1, waveLength)) {
      var wave = map(count: min(max(1, waveLength), count - start)) { body(start + $0) }
      // Each is let go of as soon as it is taken.
      wave.reverse()
      while let result = wave.popLast() { take(result) }
    }
  }
}
