import Foundation
import ScoreExchange
import Synchronization

/// Tells somebody at a terminal which stage a run is in and since when; silent elsewhere, and in the
/// first second.
final class StageProgress: Sendable {
  private struct State {
    let start = ContinuousClock.now
    var stage: ExchangeRun.Stage?
    var stageStart = ContinuousClock.now
    var isDrawn = false
    var isEnded = false
  }

  private let state = Mutex(State())

  init(_ common: CommonOptions) {
    guard isErrorTerminal && !common.quiet && !common.json else { return }
    Thread.detachNewThread { [self] in
      while draw() { Thread.sleep(forTimeInterval: 0.25) }
    }
  }

  /// Notes that a stage begins.
  func begin(_ stage: ExchangeRun.Stage) {
    state.withLock { state in
      state.stage = stage
      state.stageStart = .now
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      state.isEnded = true
      if state.isDrawn { writeErrorText("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  /// Draws the line anew; false when the run has ended.
  private func draw() -> Bool {
    state.withLock { state in
      let now = ContinuousClock.now
      if let stage = state.stage, !state.isEnded, state.start.duration(to: now) >= .seconds(1) {
        let seconds = state.stageStart.duration(to: now).components.seconds
        writeErrorText("\r\u{1B}[K\(Message(stage.rawValue).said) … \(seconds) s")
        state.isDrawn = true
      }
      return !state.isEnded
    }
  }
}
