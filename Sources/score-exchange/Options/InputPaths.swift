import ArgumentParser
import ScoreExchange

/// The paths that a command reads from.
enum InputPaths {
  /// Refuses to take standard input, which is named `-`, for more than one of some inputs.
  ///
  /// - Parameters:
  ///   - files: The arguments.
  ///   - options: Options by their names.
  /// - Throws: `ValidationError`.
  static func refuseReadingTwice(
    _ files: [String?], options: KeyValuePairs<String, String?> = [:]
  ) throws {
    let fileCount = files.count { $0 == "-" }
    let named = options.filter { $0.value == "-" }.map(\.key)
    guard fileCount + named.count > 1 else { return }
    guard let option = named.last else {
      throw usageError(
        "Standard input can be read once, but \(fileCount) files are \"-\". Name a path for all but one."
      )
    }
    throw usageError(
      fileCount > 0
        ? "Standard input can be read once, but a file and \(option) are \"-\". Name a path for one."
        : "Standard input can be read once, but \(named[0]) and \(option) are \"-\". Name a path for one."
    )
  }
}
