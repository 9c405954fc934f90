import ArgumentParser
import BatchSigning

/// `receipt`: the proof of one row for its candidate.
struct ReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: said("Make a receipt that proves one row of a batch and tells of no other."),
    discussion: helpText("Example: score-exchange receipt results-BKA --key 000123 -o receipt.json")
  )

  @Argument(help: .said("The batch: a folder, or a plain tar of one.", valueName: "batch"))
  var folder: String

  @Option(name: .long, help: .said("The row's number, from 1.", valueName: "n"))
  var row: Int?

  @Option(
    name: .long,
    help: .said(
      "The row's key: one column's value, or all columns of the key, repeated in their order.",
      valueName: "value"))
  var key: [String] = []

  @Option(name: [.customShort("o"), .customLong("output")], help: .said("The receipt's file."))
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (row == nil) != key.isEmpty else { throw usageError("Give --row or --key.") }
  }

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      let receipt = try Receipt(
        batch: folder, row: row.map(RowSelection.number) ?? .key(key), plan: threads.plan)
      try receipt.write(to: output)
    }
    report([output], common)
  }
}
