import ArgumentParser
import Files

/// The paths that a command writes to.
enum OutputPaths {
  /// Refuses two outputs at one path, an output at the path of an input, which would be lost, and `-`
  /// where it was not taken for standard output before.
  ///
  /// - Throws: `ValidationError`.
  static func refuseSharing(_ outputs: [String], with inputs: [String]) throws {
    for (index, output) in outputs.enumerated() {
      if output == "-" {
        throw usageError("Standard output is not for this output; name a file in place of -.")
      }
      if outputs[..<index].contains(where: { isSameFile($0, output) }) {
        throw usageError("Two outputs cannot go to one file, \(output).")
      }
      if inputs.contains(where: { isSameFile($0, output) }) {
        throw usageError("\(output) is read; name another file for the output.")
      }
    }
  }
}
