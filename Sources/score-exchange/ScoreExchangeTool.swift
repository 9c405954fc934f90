import ArgumentParser

@main
struct ScoreExchangeTool: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "score-exchange")
}
