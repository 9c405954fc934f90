import ArgumentParser
import ScoreExchange

/// `score-exchange person`: what an output folder holds about one person.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: said("Hand out or delete what an output folder holds about one person."),
    discussion: helpText(
      """
      A person is what the run linked automatically: her numbers as an applicant and every result \
      linked to them.
      """),
    subcommands: [PersonExportCommand.self, PersonDeleteCommand.self])
}

/// Whose data, and where.
struct PersonOptions: ParsableArguments {
  @Argument(
    help: .said("The output folder of a run.", valueName: "out"), completion: .directory)
  var folder: String

  @Option(
    name: .long, help: .said("Her number as an applicant; repeatable.", valueName: "id"))
  var applicant: [String] = []

  @Option(
    name: .customLong("national-id"),
    help: .said("Her national identifier in results; repeatable.", valueName: "number"))
  var nationalID: [String] = []

  func validate() throws {
    guard !applicant.isEmpty || !nationalID.isEmpty else {
      throw usageError("Give --applicant or --national-id.")
    }
  }

  var request: PersonRequest {
    PersonRequest(applicants: Set(applicant), nationalIDs: Set(nationalID))
  }
}

/// `score-exchange person export`: a copy for the person herself.
struct PersonExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: said("Copy every row about one person, with a receipt for each signed one."),
    discussion: helpText(
      """
      Example: score-exchange person export out --applicant TS000123 -o TS000123

      Writes person.json and the receipts, which verify-receipt checks. They hold her data whole \
      and are readable by their owner alone.
      """))

  @OptionGroup var person: PersonOptions

  @Option(
    name: .shortAndLong, help: .said("The folder for the copy.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutputPaths.refuseSharing([output], with: ["\(person.folder)/batches"])
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let export = try PersonExport(
        person.request, from: person.folder, to: output, plan: threads.plan(common))
      let rows = export.tables.mapValues(\.count)
      if common.json {
        try writeJSON(Summary(rows: rows, receipts: export.receipts.count))
      } else {
        for (name, count) in rows.sorted(by: { $0.key < $1.key }) {
          common.note("\(name): \(count)")
        }
        common.note("\(export.receipts.count) receipts")
      }
    }
  }

  private struct Summary: Encodable {
    let rows: [String: Int]
    let receipts: Int
  }
}

/// `score-exchange person delete`: nothing about her stays.
struct PersonDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: said(
      "Delete every row about one person; what was signed about others stays provable."),
    discussion: helpText(
      """
      Example: score-exchange person delete out --applicant TS000123

      Tables lose her rows. A signed batch keeps its signatures; verify --redacted proves every row \
      that is left, and no office takes it for a whole batch. deletions.json records how many rows \
      went, and nothing about whom. Export first: what is deleted is gone. The files that the run \
      read are yours to change.
      """))

  @OptionGroup var person: PersonOptions

  @Option(
    name: .long,
    help: .said("The time of the record, as 2025-07-16T08:00:00Z.", valueName: "time"))
  var created: String?

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let deletion = try PersonDeletion(
        person.request, from: person.folder, at: try Clock.created(created),
        plan: threads.plan(common))
      if common.json {
        try writeJSON(deletion)
      } else {
        for (name, count) in deletion.rows.sorted(by: { $0.key < $1.key }) {
          common.note("\(name): \(count) deleted")
        }
      }
    }
  }
}
