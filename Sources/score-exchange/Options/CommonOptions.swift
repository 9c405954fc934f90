public import ArgumentParser
import Parallel
public import ScoreExchange

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(name: .long, help: .said("Write nothing to standard error but errors."))
  var quiet = false

  @Flag(name: .long, help: .said("Write one JSON document to standard output."))
  var json = false

  @Flag(
    name: .long,
    help: .said("Tell how far the work has come, also where standard error is no terminal."))
  var progress = false

  /// Nothing is ever coloured, so that nobody asks for it; who passes it everywhere may pass it here.
  @Flag(
    name: .customLong("no-color"),
    help: .said("Use no colours; none are ever used, so this and NO_COLOR change nothing."))
  var noColor = false

  @Option(
    name: .long,
    help: .said(
      "Language of messages and help (default: by LC_ALL, LC_MESSAGES, LANG).", valueName: "vi|en"))
  var language: Language?

  /// Writes a line to standard error unless it was not wanted.
  func note(_ line: Message) {
    if !quiet { writeError(line) }
  }
}

/// The option of commands that use many threads.
struct ThreadOptions: ParsableArguments {
  @Option(name: .long, help: .said("Threads to use.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1_024 ~= threads) {
      throw usageError("--threads must be between 1 and 1024.")
    }
  }

  /// How a command works: on how many threads, and who is told how far it has come.
  func plan(_ common: CommonOptions) -> WorkPlan {
    WorkPlan(
      threadCount: threads ?? WorkPlan.allCores.threadCount,
      progress: ProgressLine.shared.progress(common))
  }
}

extension Language: ExpressibleByArgument {}
