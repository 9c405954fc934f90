internal import Synchronization

/// Results that many threads make in any order and that are taken one at a time, in the order of their
/// numbers.
///
/// Whoever has made one takes it and what waits behind it, unless somebody is taking already. When many
/// results wait, a thread waits for whoever takes before it makes another; more can wait only while the
/// next one is still being made.
public final class OrderedResults<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Value] = [:]
    /// The result that is to be taken next.
    var next = 0
  }

  private let state = Mutex(State())
  /// Held by whoever takes.
  private let taking = Mutex(())
  private let ahead: Int

  /// No results.
  ///
  /// - Parameter ahead: How many may wait before threads do, at least 1.
  public init(ahead: Int) { self.ahead = max(1, ahead) }

  /// Adds a result, and takes what can be taken.
  ///
  /// - Parameters:
  ///   - value: The result.
  ///   - index: Its number, from 0; each comes once.
  ///   - take: Takes a result, on the thread of this call; two are never taken at one time. The work it
  ///     returns, if any, is done on this thread too, while others take further results.
  /// - Returns: How many results are taken so far, if this call took one; else nil.
  /// - Throws: What `take` threw, and nothing is taken any more then; or what the work threw.
  public func add<Failure: Error>(
    _ value: consuming Value, at index: Int,
    _ take: (consuming Value) throws(Failure) -> WorkPlan.Work<Failure>?
  ) throws(Failure) -> Int? {
    var added = Optional(consume value)
    let isFull = state.withLock { state in
      state.waiting[index] = added.take()
      return state.waiting.count > ahead
    }
    var taken: Int?
    if isFull {
      let (count, work) = try taking.withLock { _ throws(Failure) in try takeWaiting(take) }
      taken = count
      try work?()
    }
    // What was added after the one who takes had looked for it would be left behind.
    while state.withLock({ $0.waiting[$0.next] != nil }) {
      let more = try taking.withLockIfAvailable { _ throws(Failure) in try takeWaiting(take) }
      guard let (count, work) = more else { return taken }
      taken = count ?? taken
      try work?()
    }
    return taken
  }

  /// Takes the results that are next, up to one that calls for work; says how many are taken then, if
  /// there was one.
  private func takeWaiting<Failure: Error>(
    _ take: (consuming Value) throws(Failure) -> WorkPlan.Work<Failure>?
  ) throws(Failure) -> (taken: Int?, work: WorkPlan.Work<Failure>?) {
    var taken: Int?
    while let value = state.withLock({ $0.waiting.removeValue(forKey: $0.next) }) {
      let work = try take(value)
      taken = state.withLock { state in
        state.next += 1
        return state.next
      }
      if let work { return (taken, work) }
    }
    return (taken, nil)
  }
}
