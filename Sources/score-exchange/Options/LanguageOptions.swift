public import ArgumentParser
public import ScoreExchange

/// The option of commands that speak two languages.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Language of messages: vi or en (default: by LC_ALL, LC_MESSAGES, LANG).",
      valueName: "vi|en"))
  var chosen: Language?

  /// The language said, or that of the environment.
  var language: Language { chosen ?? Language(environment: environmentVariable) }
}

extension Language: ExpressibleByArgument {}
