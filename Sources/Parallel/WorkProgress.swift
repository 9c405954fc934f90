import Synchronization

/// How far long work has come: the work counts, and whoever waits may look at any time.
///
/// A ``WorkPlan`` carries it into all loops. They count whole chunks, so that it costs nothing.
///
/// ```swift
/// let progress = WorkProgress { state in print(state.stage) }
/// let plan = WorkPlan(threadCount: 4, progress: progress)
/// ```
public final class WorkProgress: Sendable {
  /// How far the work of one stage has come.
  public struct State: Sendable, Hashable {
    /// What is being done.
    public let stage: WorkStage
    /// When it began.
    public let start: ContinuousClock.Instant
    /// Items that are done.
    public internal(set) var done = 0
    /// Items that are known of so far; 0 where nobody counts.
    public internal(set) var total = 0
    var begun = 0
  }

  private let state = Mutex<State?>(nil)
  private let observer: @Sendable (State) -> Void

  /// Progress that has not begun.
  ///
  /// - Parameter observer: Told each stage as it begins, on the thread that begins it.
  public init(observer: @escaping @Sendable (State) -> Void = { _ in }) {
    self.observer = observer
  }

  /// The stage that is going on; nil before the first.
  public var current: State? { state.withLock { $0 } }

  /// Notes that a stage begins, or a further part of the one that goes on.
  fileprivate func begin(_ stage: WorkStage, part: Int, expecting total: Int) {
    let (now, isNew) = state.withLock { state -> (State, Bool) in
      let isNew = state?.stage != stage
      var now = isNew ? State(stage: stage, start: .now) : state ?? State(stage: stage, start: .now)
      now.begun += part
      now.total = max(now.total, now.begun, total)
      state = now
      return (now, isNew)
    }
    if isNew { observer(now) }
  }

  /// Counts items of the stage that goes on, if it counts such items.
  fileprivate func advance(by count: Int, areBytes: Bool) {
    state.withLock { state in
      guard state?.stage.countsBytes == areBytes else { return }
      state?.done += count
    }
  }
}

extension WorkPlan {
  /// Notes that a stage begins, or a further part of the one that goes on.
  ///
  /// - Parameters:
  ///   - stage: What is going to be done.
  ///   - part: Items of this part; 0 where nobody counts.
  ///   - total: Items of all parts, where that is known before.
  public func begin(_ stage: WorkStage, of part: Int = 0, expecting total: Int = 0) {
    progress?.begin(stage, part: part, expecting: total)
  }

  /// Counts rows as done; call it once a chunk.
  public func advance(rows count: Int) { progress?.advance(by: count, areBytes: false) }

  /// Counts bytes as done; call it once a chunk.
  public func advance(bytes count: Int) { progress?.advance(by: count, areBytes: true) }
}
