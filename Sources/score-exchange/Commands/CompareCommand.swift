import ArgumentParser
import ScoreExchange

/// `score-exchange compare`: what changed between two runs, batches or placements?
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: said("Show what changed between two runs, two batches or two placements."),
    discussion: helpText(
      """
      Example: score-exchange compare out-july out-august

      OLD and NEW are two output folders of a run, two batch folders, or two files of placements. \
      Changes stand by person and by programme; identifiers that look like national ones are \
      masked. Ends with 0 when nothing differs and with 1 otherwise. Signatures are not looked at: \
      that is the work of verify.
      """))

  @Argument(help: .said("The older folder or file."), completion: .file())
  var old: String

  @Argument(help: .said("The newer folder or file."), completion: .file())
  var new: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var isSame = false
    try reportingFailures { () throws(ExchangeError) in
      let comparison = try OutputComparison(from: old, to: new, plan: threads.plan(common))
      isSame = comparison.same
      if comparison.kind == .batch {
        common.note("signatures were not checked; score-exchange verify does that")
      }
      if common.json {
        try writeJSON(comparison)
      } else {
        writeLines(comparison.lines)
      }
    }
    if !isSame { throw ExitStatus.refused.exit }
  }
}
