extension WorkPlan {
  /// Does two pieces of work concurrently, where there is more than one thread.
  ///
  /// - Parameters:
  ///   - first: One; if both fail its failure is thrown.
  ///   - second: The other.
  /// - Returns: What both returned.
  /// - Throws: What one of them threw.
  public func both<First: Sendable, Second: Sendable, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    let (seconds, first) = try map(count: 1, beside: first) { (_) throws(Failure) in try second() }
    return (first, seconds[0])
  }

  /// Calls `body` for every index in `0..<count`, concurrently, and does another piece of work beside
  /// it, begun first.
  ///
  /// - Parameters:
  ///   - count: Number of items.
  ///   - other: The other work.
  ///   - body: The work of one item. It must not block on another item.
  /// - Returns: The results in the order of the indices, and what the other work returned.
  /// - Throws: What the other work threw, or else the failure of the lowest index that failed.
  /// - Complexity: O(`count`) calls, on at most ``threadCount`` threads.
  package func map<Result: Sendable, Other: Sendable, Failure: Error>(
    count: Int, beside other: @Sendable () throws(Failure) -> Other,
    _ body: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> ([Result], Other) {
    let done = try map(count: count + 1) { (index: Int) throws(Failure) -> (Result?, Other?) in
      index == 0 ? (nil, try other()) : (try body(index - 1), nil)
    }
    guard let beside = done[0].1 else { preconditionFailure("each piece of work returned") }
    return (done.dropFirst().compactMap(\.0), beside)
  }

  /// This plan with a thread less, for work beside other work.
  public var besideOther: WorkPlan {
    WorkPlan(threadCount: threadCount - 1, progress: progress)
  }
}
