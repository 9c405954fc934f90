import Dispatch
import Synchronization

extension WorkPlan {
  /// Calls `body` for every index in `0..<count`, concurrently, and `take` for what it returns, so that
  /// not all of it is in memory at one time.
  ///
  /// - Parameters:
  ///   - count: Number of items.
  ///   - ahead: How many results may wait to be taken before threads do, at least 1.
  ///   - body: The work of one item. It must not block on another item.
  ///   - take: Gets the results in the order of the indices, one at a time, on any thread, while
  ///     `body` works on later ones.
  /// - Throws: What `body` or `take` threw at the lowest index; nothing after it is taken.
  /// - Complexity: O(`count`) calls, on at most ``threadCount`` threads.
  public func map<Value: Sendable, Failure: Error>(
    count: Int, ahead: Int, _ body: @Sendable (Int) throws(Failure) -> Value,
    take: (consuming Value) throws(Failure) -> Void
  ) throws(Failure) {
    try map(
      count: count, ahead: ahead, body,
      takeUp: { (value) throws(Failure) in
        try take(value)
        return nil
      })
  }

  /// The same where what is taken calls for work now and then that need not be in order.
  ///
  /// - Parameters:
  ///   - count: Number of items.
  ///   - ahead: How many results may wait to be taken before threads do, at least 1.
  ///   - body: The work of one item. It must not block on another item.
  ///   - take: Gets the results in the order of the indices, one at a time. What it returns is done on
  ///     the same thread, while others go on.
  /// - Throws: What `body` or `take` threw at the lowest index, or what the work threw; little
  ///   after it is taken.
  /// - Complexity: O(`count`) calls, on at most ``threadCount`` threads.
  package func map<Value: Sendable, Failure: Error>(
    count: Int, ahead: Int, _ body: @Sendable (Int) throws(Failure) -> Value,
    takeUp take: (consuming Value) throws(Failure) -> Work<Failure>?
  ) throws(Failure) {
    let workers = min(threadCount, count)
    if workers <= 1 {
      for index in 0..<max(0, count) { try take(try body(index))?() }
      return
    }
    let results = OrderedResults<Result<Value, Failure>>(ahead: ahead)
    let next = Atomic(0)
    let hasFailed = Atomic(false)
    let failure = Mutex<Failure?>(nil)
    withoutActuallyEscaping(take) { take in
      // It is called by one thread at a time, and what it changes is read after all have ended.
      nonisolated(unsafe) let take = take
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while !hasFailed.load(ordering: .relaxed) {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= count { return }
          let result: Result<Value, Failure>
          do throws(Failure) {
            result = .success(try body(index))
          } catch {
            result = .failure(error)
          }
          do throws(Failure) {
            _ = try results.add(result, at: index) { (result) throws(Failure) in
              unsafe try take(try result.get())
            }
          } catch {
            failure.withLock { $0 = $0 ?? error }
            hasFailed.store(true, ordering: .relaxed)
          }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
