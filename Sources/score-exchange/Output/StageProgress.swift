import ScoreExchange

/// Tells somebody at a terminal which stage a run is in; silent elsewhere.
struct StageProgress: Sendable {
  private let isShown: Bool

  init(_ common: CommonOptions) {
    isShown = isErrorTerminal && !common.quiet && !common.json
  }

  /// Shows that a stage begins, in place of the one before.
  func begin(_ stage: ExchangeRun.Stage) {
    if isShown { writeErrorText("\r\u{1B}[K\(Message(stage.rawValue).said) …") }
  }

  /// Takes the line away.
  func end() {
    if isShown { writeErrorText("\r\u{1B}[K") }
  }
}
