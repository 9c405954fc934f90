import ArgumentParser
import ScoreExchange

/// The exit statuses of the tool.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  /// The check asked for says no.
  case refused = 1
  case usage = 64
  case badInput = 65
  case inputMissing = 66
  case outputImpossible = 73
  case inputOutput = 74
  case notPermitted = 77
}

extension ExitStatus {
  /// What the status tells.
  var meaning: Message {
    switch self {
    case .done: "done"
    case .refused: "the check asked for says no"
    case .usage: "wrong usage"
    case .badInput: "bad input data"
    case .inputMissing: "input missing"
    case .outputImpossible: "output cannot be made"
    case .inputOutput: "read or write failed"
    case .notPermitted: "not permitted: key, trust, embargo"
    }
  }

  /// All statuses with their meanings, a line each.
  static var table: String {
    let lines = allCases.map { "  \(String($0.rawValue).padded(to: 3))\($0.meaning.said)" }
    return ([said("Exit statuses:")] + lines).joined(separator: "\n")
  }

  /// The status for a step that failed.
  init(_ error: ExchangeError) {
    self =
      switch error.code {
      case .usage: .usage
      case .inputMissing: .inputMissing
      case .outputImpossible: .outputImpossible
      case .inputOutput: .inputOutput
      case .notPermitted: .notPermitted
      case .unproved: .refused
      default: .badInput
      }
  }

  /// What ends the process with this status.
  var exit: ExitCode { ExitCode(rawValue) }
}

/// Does the work of a command; a step that fails becomes one line on standard error and its status.
func reportingFailures(_ work: () throws(ExchangeError) -> Void) throws {
  do throws(ExchangeError) {
    try work()
  } catch {
    writeError("error: \(error)")
    throw ExitStatus(error).exit
  }
}
