import ArgumentParser
import ScoreExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line of Score Exchange.
@main
struct ScoreExchangeTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-exchange",
    abstract: said("Exchanges and recognises thinking-assessment results between universities."),
    discussion: ExitStatus.table,
    version: ScoreExchangeVersion.description,
    subcommands: [
      RunCommand.self,
      InspectCommand.self,
      ImportCommand.self,
      EquateCommand.self,
      NetworkCommand.self,
      ConvertCommand.self,
      LinkCommand.self,
      ClusterCommand.self,
      TokensCommand.self,
      ExplainCommand.self,
      PersonCommand.self,
      PlaceCommand.self,
      CheckCommand.self,
      CompareCommand.self,
      KeysCommand.self,
      SignCommand.self,
      CosignCommand.self,
      TimestampCommand.self,
      VerifyCommand.self,
      ReceiptCommand.self,
      VerifyReceiptCommand.self,
      SealCommand.self,
      OpenCommand.self,
      LedgerCommand.self,
      ReportCommand.self,
      SampleCommand.self,
    ])

  static func main() {
    // A reader that goes away is no failure: writes then fail with EPIPE and the tool ends quietly.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a limit on the size of files: writes fail with EFBIG, and what was begun is removed.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.watch()
    if CommandLine.arguments.dropFirst().first == "--version", let warning = OpenSSLVersion.warning
    {
      writeError("warning: \(warning)")
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
      ProgressLine.shared.end()
    } catch {
      ProgressLine.shared.end()
      end(with: error)
    }
  }

  /// Ends the process with what the parser has to say: help on standard output, wrong usage on
  /// standard error; a command that failed has spoken before.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = ParserWords.said(fullMessage(for: error))
    if code.isSuccess {
      if !text.isEmpty { writeOutput(text + "\n") }
    } else if !text.isEmpty {
      writeErrorText(text + "\n")
      if let command = misspelled { writeError("did you mean \"\(command)\"?") }
    }
    exit(withError: code)
  }

  /// The arguments for the parser. The language was looked at before; where no command is named, as in
  /// `help run --language vi`, no command is there to take it.
  private static var arguments: [String] {
    var rest = CommandLine.arguments.dropFirst()
    var arguments: [String] = []
    var isCommand = false
    while let argument = rest.popFirst() {
      if !isCommand, argument == "--language" || argument.hasPrefix("--language=") {
        if argument == "--language" { rest = rest.dropFirst() }
        continue
      }
      if arguments.isEmpty { isCommand = commandNames(of: Self.self).contains(argument) }
      arguments.append(argument)
    }
    return arguments
  }

  private static func commandNames(of command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// The command that is nearest to the first word that is none.
  private static var misspelled: String? {
    var command: any ParsableCommand.Type = Self.self
    for word in arguments where word != "help" {
      let names = commandNames(of: command)
      guard
        let next = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == word
        })
      else {
        return word.hasPrefix("-") ? nil : nearestNames(to: word, among: names, limit: 1).first
      }
      command = next
    }
    return nil
  }
}
