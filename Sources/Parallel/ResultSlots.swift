import Synchronization

/// One place for each item's result, filled from many threads.
///
/// `@unchecked Sendable`: every access to `slots` holds `lock`.
final class ResultSlots<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private let lock = Mutex(())
  private var slots: [Result<Value, Failure>?]

  init(count: Int) {
    slots = Array(repeating: nil, count: count)
  }

  func fill(_ index: Int, _ result: Result<Value, Failure>) {
    lock.withLock { _ in slots[index] = result }
  }

  /// The results in order; call it once all work has ended.
  func collect() throws(Failure) -> [Value] {
    let filled = lock.withLock { _ in
      defer { slots = [] }
      return slots
    }
    var values: [Value] = []
    values.reserveCapacity(filled.count)
    for case let slot? in filled { values.append(try slot.get()) }
    return values
  }
}
