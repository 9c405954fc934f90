import Synchronization

/// A flag by which a caller asks running work to stop.
///
/// Work looks at it between items, so a cancelled job ends soon, not at once.
public final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// A flag that is not set.
  public init() {}

  /// Asks the work that holds this flag to stop. It cannot be taken back.
  public func cancel() {
    flag.store(true, ordering: .relaxed)
  }

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool {
    flag.load(ordering: .relaxed)
  }
}
