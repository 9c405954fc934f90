import ArgumentParser
import ScoreExchange

/// The paths that a command reads from.
enum InputPaths {
  /// Refuses to take standard input, which is named `-`, for more than one of some inputs.
  ///
  /// - Throws: `ValidationError`.
  static func refuseReadingTwice(_ inputs: [String?]) throws {
    guard inputs.count(where: { $0 == "-" }) <= 1 else {
      throw usageError("Standard input can be read once.")
    }
  }
}
