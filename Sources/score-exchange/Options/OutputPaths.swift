import ArgumentParser
import Files

/// The paths that a command writes to.
enum OutputPaths {
  /// Refuses standard output for two things at once, of which neither could be read then.
  ///
  /// - Parameters:
  ///   - paths: The path of each output by its option.
  ///   - other: What else goes to standard output; nil for nothing.
  /// - Throws: `ValidationError`.
  static func refuseStandardOutput(
    _ paths: KeyValuePairs<String, String?>, beside other: String?
  ) throws {
    guard let other, let path = paths.first(where: { $0.value == "-" }) else { return }
    throw usageError("\(other) and \(path.key) - both want standard output.")
  }

  /// Refuses two outputs at one path, and an output at the path of an input, which would be lost.
  ///
  /// - Throws: `ValidationError`.
  static func refuseSharing(_ outputs: [String], with inputs: [String]) throws {
    for (index, output) in outputs.enumerated() {
      if outputs[..<index].contains(where: { isSameFile($0, output) }) {
        throw usageError("Two outputs cannot go to one file, \(output).")
      }
      if output != "-", inputs.contains(where: { isSameFile($0, output) }) {
        throw usageError("\(output) is read; name another file for the output.")
      }
    }
  }
}
