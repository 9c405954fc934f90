import ArgumentParser
import ScoreExchange

extension ArgumentHelp {
  /// The help of an argument in the language of this process.
  static func said(_ abstract: Message, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(abstract.said, valueName: valueName)
  }
}

/// A text in the language of this process, where the argument parser wants one.
func said(_ message: Message) -> String { message.said }

/// What stands below a command's abstract, in the language of this process.
///
/// - Parameter text: Paragraphs with a blank line between, each a sentence of the catalogue; the
///   lines of the first may be examples, of which only the word before them is translated.
/// - Returns: The same paragraphs.
func helpText(_ text: String) -> String {
  let start = "Example: "
  return text.split(separator: "\n\n").map { paragraph in
    guard paragraph.hasPrefix(start) else { return Message(String(paragraph)).said }
    return paragraph.split(separator: "\n").map { line in
      line.hasPrefix(start) ? Message(start).said + line.dropFirst(start.count) : String(line)
    }.joined(separator: "\n")
  }.joined(separator: "\n\n")
}

/// Wrong usage that the argument parser does not see itself.
func usageError(_ message: Message) -> ValidationError {
  ValidationError(message.said)
}
