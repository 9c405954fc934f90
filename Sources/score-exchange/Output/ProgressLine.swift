import Foundation
import Parallel
import ScoreExchange
import Synchronization

/// Tells somebody who waits how far a command has come, on standard error: at a terminal in one line
/// that is drawn anew after the first second, and with `--progress` in lines one below the other.
final class ProgressLine: Sendable {
  /// The line of this process.
  static let shared = ProgressLine()

  private struct Drawing {
    var progress: WorkProgress?
    var isDrawn = false
    var isEnded = false
  }

  private let drawing = Mutex(Drawing())
  private let isTerminal = isErrorTerminal
  private let start = ContinuousClock.now

  /// What counts the work of a command; nil where nobody is told.
  func progress(_ common: CommonOptions) -> WorkProgress? {
    guard !common.quiet, common.progress || isTerminal && !common.json else { return nil }
    return drawing.withLock { drawing in
      if let progress = drawing.progress { return progress }
      let progress = WorkProgress { [self] state in
        if !isTerminal { writeErrorText(Self.line(state, at: state.start) + "\n") }
      }
      drawing.progress = progress
      Thread.detachNewThread { [self] in
        repeat { Thread.sleep(forTimeInterval: isTerminal ? 0.25 : 1) } while draw(progress)
      }
      return progress
    }
  }

  /// Takes the line away, for something else is written; it comes again while work goes on.
  func clear() {
    drawing.withLock { drawing in
      if drawing.isDrawn { writeErrorText("\r\u{1B}[K") }
      drawing.isDrawn = false
    }
  }

  /// Takes the line away for good.
  func end() {
    drawing.withLock { $0.isEnded = true }
    clear()
  }

  /// Draws the line anew; false when the command has ended.
  private func draw(_ progress: WorkProgress) -> Bool {
    drawing.withLock { drawing in
      guard !drawing.isEnded else { return false }
      let now = ContinuousClock.now
      if let state = progress.current, start.duration(to: now) >= .seconds(1) {
        let line = Self.line(state, at: now)
        writeErrorText(isTerminal ? "\r\u{1B}[K\(line)" : line + "\n")
        drawing.isDrawn = isTerminal
      }
      return true
    }
  }

  /// What is told of a state: the stage, what is done of what, the rate and the time that is left.
  static func line(_ state: WorkProgress.State, at now: ContinuousClock.Instant) -> String {
    let name = Message(state.stage.rawValue).said
    let seconds = Double(state.start.duration(to: now) / .milliseconds(1)) / 1_000
    guard state.done > 0, seconds > 0, state.done < state.total else {
      return seconds < 1 ? "\(name) …" : "\(name) … \(Int(seconds)) s"
    }
    let rate = Double(state.done) / seconds
    let left = Int((Double(state.total - state.done) / rate).rounded(.up))
    func amount(_ count: Double) -> Message {
      let tenths = Int((count / 100_000).rounded())
      return state.stage.countsBytes
        ? "\(tenths / 10).\(tenths % 10) MB" : "\(Int(count.rounded())) rows"
    }
    let line: Message = """
      \(Message(name)): \(amount(Double(state.done))) of \(amount(Double(state.total))), \
      \(amount(rate)) a second, \(left) s left
      """
    return line.said
  }
}
