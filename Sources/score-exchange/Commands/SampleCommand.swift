import ArgumentParser
import ScoreExchange

/// `score-exchange sample`: a synthetic exchange with its truth.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: said("Make a realistic synthetic exchange of any size, and the truth about it."),
    discussion: helpText(
      """
      Example: score-exchange sample --results 2000 --applicants 1500 --seed 2025 -o sample

      The same numbers make the same bytes. truth/ says who is who and which rows are faulty.
      """))

  @Option(name: .long, help: .said("Result rows in all files."))
  var results: Int

  @Option(name: .long, help: .said("People who apply (default: three quarters of the results)."))
  var applicants: Int?

  @Option(name: .long, help: .said("Wishes in all (default: four an applicant)."))
  var wishes: Int?

  @Option(name: .long, help: .said("The seed of the random numbers."))
  var seed: UInt64 = 1

  @Option(name: .long, help: .said("Share of result rows with a fault, 0 to 1."))
  var faults = 0.01

  @Option(name: .shortAndLong, help: .said("The folder to write."), completion: .directory)
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    do throws(SampleError) {
      let sample = try SampleExchange(
        SampleRequest(
          results: results, applicants: applicants, wishes: wishes, seed: seed, faultRate: faults))
      try sample.write(toFolder: output, plan: threads.plan(common))
      if common.json {
        report([output], common)
      } else {
        common.note("written to \(output)")
      }
    } catch {
      writeError("error: \(error)")
      let status: ExitStatus =
        switch error.code {
        case .create: .outputImpossible
        case .write: .inputOutput
        default: .usage
        }
      throw status.exit
    }
  }
}
