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

  /// Refuses two outputs at one path, and an output that would replace an input or lie inside one:
  /// a batch or a trust bundle is spoilt by a further file.
  ///
  /// - Parameters:
  ///   - outputs: The paths that are written to; nil where an output is not wanted.
  ///   - inputs: The files and folders that are read; nil where an input is not given.
  /// - Throws: `ValidationError`.
  static func refuseSharing(_ outputs: [String?], with inputs: [String?]) throws {
    let (outputs, inputs) = (outputs.compactMap(\.self), inputs.compactMap(\.self))
    for (index, output) in outputs.enumerated() {
      if outputs[..<index].contains(where: { isSameFile($0, output) }) {
        throw usageError("Two outputs cannot go to one file, \(output).")
      }
      if output != "-", !leadsToStream(output), inputs.contains(where: { lies(output, within: $0) })
      {
        throw usageError("\(output) is read; name another file for the output.")
      }
    }
  }
}
