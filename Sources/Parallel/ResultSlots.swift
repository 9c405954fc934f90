/// One place for each item's result, filled from many threads.
///
/// `@unchecked Sendable`: each slot is filled by the one thread that took its index, and slots are
/// read only after `concurrentPerform` has returned, which waits for all of them.
@safe final class ResultSlots<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Result<Value, Failure>?>

  init(count: Int) {
    unsafe slots = .allocate(capacity: count)
    unsafe slots.initialize(repeating: nil)
  }

  deinit {
    unsafe slots.deinitialize()
    unsafe slots.deallocate()
  }

  /// Fills the slot of an index; an index is filled once.
  func fill(_ index: Int, _ result: Result<Value, Failure>) {
    unsafe slots[index] = result
  }

  /// The results in order; call it once all work has ended.
  func collect() throws(Failure) -> [Value] {
    var values: [Value] = []
    let count = unsafe slots.count
    values.reserveCapacity(count)
    for index in 0..<count {
      guard let slot = unsafe slots[index] else { continue }
      values.append(try slot.get())
    }
    return values
  }
}
