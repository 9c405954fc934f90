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
    let done = try map(count: 2) { (index: Int) throws(Failure) -> (First?, Second?) in
      index == 0 ? (try first(), nil) : (nil, try second())
    }
    guard let first = done[0].0, let second = done[1].1 else {
      preconditionFailure("each piece of work returned")
    }
    return (first, second)
  }

  /// This plan with a thread less, for work beside other work.
  public var besideOther: WorkPlan {
    WorkPlan(threadCount: threadCount - 1, progress: progress)
  }
}
