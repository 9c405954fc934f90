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
  ///   - take: Takes a result, on the thread of this call; two are never taken at one time.
  /// - Returns: How many results are taken so far, if this call took one; else nil.
  /// - Throws: What `take` threw; nothing is taken any more then.
  public func add<Failure: Error>(
    _ value: consuming Value, at index: Int, _ take: (consuming Value) throws(Failure) -> Void
  ) throws(Failure) -> Int? {
    var added = Optional(consume value)
    let isFull = state.withLock { state in
      state.waiting[index] = added.take()
      return state.waiting.count > ahead
    }
    var taken: Int?
    if isFull { taken = try taking.withLock { _ throws(Failure) in try takeWaiting(take) } }
    // What was added after the one who takes had looked for it would be left behind.
    while state.withLock({ $0.waiting[$0.next] != nil }) {
      let more = try taking.withLockIfAvailable { _ throws(Failure) in try takeWaiting(take) }
      guard let more else { return taken }
      taken = more ?? taken
    }
    return taken
  }

  /// Takes the results that are next; says how many are taken then, if there was one.
  private func takeWaiting<Failure: Error>(
    _ take: (consuming Value) throws(Failure) -> Void
  ) throws(Failure) -> Int? {
    var taken: Int?
    while let value = state.withLock({ $0.waiting.removeValue(forKey: $0.next) }) {
      try take(value)
      taken = state.withLock { state in
        state.next += 1
        return state.next
      }
    }
    return taken
  }
}
