import Dispatch
import Synchronization

/// How many threads a piece of work may use, and the loops that use them.
///
/// Every loop gives the same result for every thread count: results stand at the index of the
/// item they belong to, and of several failures the one with the lowest index is thrown.
public struct WorkPlan: Sendable {
  /// The greatest number of threads that work at one time; at least 1.
  public let threadCount: Int
  /// Told how far the work has come, where somebody waits for it.
  public let progress: WorkProgress?

  /// Work that something in order calls for and that need not be in order itself.
  public typealias Work<Failure: Error> = @Sendable () throws(Failure) -> Void

  /// Plans for at most `threadCount` threads.
  ///
  /// - Parameters:
  ///   - threadCount: Wanted threads; less than 1 counts as 1.
  ///   - progress: Told how far the work has come.
  public init(threadCount: Int, progress: WorkProgress? = nil) {
    self.threadCount = max(1, threadCount)
    self.progress = progress
  }

  /// One thread for each core that is online.
  public static var allCores: WorkPlan {
    WorkPlan(threadCount: activeProcessorCount)
  }

  /// One thread: the order of work is the order of the items.
  public static let sequential = WorkPlan(threadCount: 1)

  /// Calls `body` for every index in `0..<count`, concurrently, and collects what it returns.
  ///
  /// - Parameters:
  ///   - count: Number of items; 0 gives an empty array.
  ///   - body: The work of one item. It must not block on another item.
  /// - Returns: The results in the order of the indices.
  /// - Throws: The failure of the lowest index that failed. Items after a failure may be skipped.
  /// - Complexity: O(`count`) calls, on at most ``threadCount`` threads.
  public func map<Result: Sendable, Failure: Error>(
    count: Int, _ body: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let workers = min(threadCount, count)
    if workers <= 1 {
      var results: [Result] = []
      results.reserveCapacity(max(0, count))
      for index in 0..<max(0, count) { results.append(try body(index)) }
      return results
    }
    let slots = ResultSlots<Result, Failure>(count: count)
    let next = Atomic(0)
    let lowestFailure = Atomic(Int.max)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        // Items are taken in order, so everything under a failure is still being worked on.
        if index >= count || index > lowestFailure.load(ordering: .relaxed) { return }
        do throws(Failure) {
          slots.fill(index, .success(try body(index)))
        } catch {
          lowestFailure.min(index, ordering: .relaxed)
          slots.fill(index, .failure(error))
        }
      }
    }
    return try slots.collect()
  }

  /// Cuts `0..<count` into ranges, works on them concurrently, and collects the results in order.
  ///
  /// The ranges depend on `count` and `chunkLength` only, never on the number of threads, so that
  /// even a result that depends on where the cuts are is the same everywhere.
  ///
  /// - Parameters:
  ///   - count: Number of items.
  ///   - chunkLength: Items in each range but the last; at least 1.
  ///   - body: The work of one range.
  /// - Returns: The results in the order of the ranges.
  /// - Throws: The failure of the first range that failed.
  /// - Complexity: O(`count` / `chunkLength`) calls.
  public func mapChunks<Result: Sendable, Failure: Error>(
    of count: Int, chunkLength: Int, _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let length = max(1, chunkLength)
    let chunkCount = (max(0, count) + length - 1) / length
    return try map(count: chunkCount) { (index: Int) throws(Failure) -> Result in
      let start = index * length
      return try body(start..<min(start + length, count))
    }
  }
}
