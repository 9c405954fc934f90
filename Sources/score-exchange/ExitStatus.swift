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
