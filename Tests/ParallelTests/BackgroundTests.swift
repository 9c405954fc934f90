import Foundation
import Parallel
import Synchronization
import Testing

@Suite("Work for tasks")
struct BackgroundTests {
  private struct Stopped: Error {}

  private final class Signals: Sendable {
    let started = Atomic(0)
    let isOver = Atomic(false)
  }

  @Test("More long work than there are threads for tasks leaves those threads free")
  func threadsStayFree() async {
    let signals = Signals()
    let count = WorkPlan.allCores.threadCount + 1
    await withTaskGroup { group in
      for _ in 0..<count {
        group.addTask {
          await WorkPlan.inBackground { _ in
            signals.started.add(1, ordering: .sequentiallyConsistent)
            while !signals.isOver.load(ordering: .sequentiallyConsistent) {
              Thread.sleep(forTimeInterval: 0.001)
            }
          }
        }
      }
      // This task goes on although all that work is under way.
      while signals.started.load(ordering: .sequentiallyConsistent) < count { await Task.yield() }
      signals.isOver.store(true, ordering: .sequentiallyConsistent)
    }
    #expect(signals.started.load(ordering: .relaxed) == count)
  }

  @Test("The work of a cancelled task is asked to stop, and its error is thrown")
  func cancellation() async {
    let task = Task {
      try await WorkPlan.inBackground { (cancellation) throws(Stopped) in
        while !cancellation.isCancelled { Thread.sleep(forTimeInterval: 0.001) }
        throw Stopped()
      }
    }
    task.cancel()
    await #expect(throws: Stopped.self) { try await task.value }
  }

  @Test("What the work returns comes back")
  func value() async {
    #expect(await WorkPlan.inBackground { _ in [1, 2, 3] } == [1, 2, 3])
  }
}
