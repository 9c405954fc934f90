import ScoreExchange

/// The language in which this process speaks to people, chosen once: it is needed before any option
/// has been parsed, for the help texts and for what is wrong with the options.
enum Speech {
  /// The language of the last `--language` before `--`, or that of the environment.
  static let language: Language =
    chosen(by: CommandLine.arguments.dropFirst()) ?? Language(environment: environmentVariable)

  /// The sentences of that language.
  static let catalogue: Catalogue = language.catalogue.adding(
    language == .vietnamese ? Vietnamese.tool : [:])

  /// The language that arguments ask for; nil if they ask for none that is known.
  private static func chosen(by arguments: ArraySlice<String>) -> Language? {
    var language: Language?
    var isValue = false
    for argument in arguments.prefix(while: { $0 != "--" }) {
      if isValue { language = Language(rawValue: argument) ?? language }
      isValue = argument == "--language"
      if argument.hasPrefix("--language=") {
        language = Language(rawValue: String(argument.dropFirst("--language=".count))) ?? language
      }
    }
    return language
  }
}

extension Message {
  /// The text in the language of this process.
  var said: String { text(by: Speech.catalogue) }
}
