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
      refuseHelpOnNothing()
      if !text.isEmpty { writeOutput(text + "\n") }
    } else if !text.isEmpty {
      writeErrorText(text + "\n")
      if let unknown = unknownCommand,
        let command = nearestNames(to: unknown.word, among: unknown.names, limit: 1).first
      {
        writeError("did you mean \"\(command)\"?")
      }
    }
    exit(withError: code)
  }

  /// Ends the process where help is asked for on a command that there is not: the parser would show
  /// the help of the whole, as if that had been the answer.
  private static func refuseHelpOnNothing() {
    guard arguments.first == "help", let unknown = unknownCommand else { return }
    let names = unknown.names.joined(separator: ", ")
    writeError("error: there is no command \"\(unknown.word)\"; there are: \(names)")
    exit(withError: ExitStatus.usage.exit)
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

  /// The first word that is no command where one is expected, and those that there are.
  private static var unknownCommand: (word: String, names: [String])? {
    var command: any ParsableCommand.Type = Self.self
    for word in arguments where word != "help" {
      let names = commandNames(of: command)
      guard
        let next = command.configuration.subcommands.first(where: {
          $0.configuration.commandName == word
        })
      else { return names.isEmpty || word.hasPrefix("-") ? nil : (word, names) }
      command = next
    }
    return nil
  }
}
