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
    abstract: "Exchanges and recognises thinking-assessment results between universities.",
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
    if CommandLine.arguments.dropFirst().first == "--version", let warning = OpenSSLVersion.warning
    {
      writeError("warning: \(warning)")
    }
    self.main(nil)
  }
}
