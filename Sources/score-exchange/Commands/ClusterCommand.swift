import ArgumentParser
import ScoreExchange

/// `score-exchange cluster`: who of many files is one person?
struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: said(
      "Find who is one person over several files, such as the results of all schools."),
    discussion: helpText(
      """
      Example: score-exchange cluster bka.csv tla.csv xda.csv -o people.csv --review review.csv

      Files are read as by link. A person has at most one row of each file, and of each source where \
      a file has a column school, source or sitting. Filled in, review.csv is the file for \
      --decisions.
      """))

  @Argument(
    help: .said(
      "The files of people; one is enough where it holds several sources.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong, help: .said("Where the people go (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long, help: .said("Where the pairs go that a person has to decide."),
    completion: .file(extensions: ["csv"]))
  var review: String?

  @Option(
    name: .long, help: .said("What people decided about earlier reviews."),
    completion: .file(extensions: ["csv"]))
  var decisions: String?

  @Option(name: .long, help: .said("A stored model."), completion: .file(extensions: ["json"]))
  var model: String?

  @Flag(name: .long, help: .said("Write tables for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try InputPaths.refuseReadingTwice(files, options: ["--decisions": decisions, "--model": model])
    try OutputPaths.refuseStandardOutput(
      ["--review": review],
      beside: output == nil ? said("the people") : common.json ? "--json" : nil)
    try OutputPaths.refuseSharing([output, review], with: files + [decisions, model])
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let people = try ClusteredFiles(
        files.map(PlacementOptions.source), decisions: decisions.map(PlacementOptions.source),
        model: try model.map { path throws(ExchangeError) in
          try LinkageModel(contentsOfFile: path)
        }, plan: threads.plan(common))
      for note in people.notes { common.note("note: \(note)") }
      for reject in people.rejects.prefix(10) { common.note(reject.note) }
      try writingTogether { () throws(ExchangeError) in
        if let output {
          try people.writePeople(to: output, isForSpreadsheet: excel, plan: threads.plan(common))
        }
        if let review {
          try people.writeReview(to: review, isForSpreadsheet: excel, plan: threads.plan(common))
        }
      }
      try show(people)
    }
  }

  private func show(_ people: ClusteredFiles) throws(ExchangeError) {
    let summary = Summary(
      files: people.files, people: people.clusters.clusters.count, joined: people.joinedCount,
      review: people.clusters.reviews.count)
    if common.json {
      try writeJSON(summary)
    } else if output == nil {
      writeOutput(people.peopleCSV(isForSpreadsheet: excel))
    }
    common.note(
      "\(summary.people) people, \(summary.joined) of them in several files or sources, "
        + "\(summary.review) pairs for review")
  }

  private struct Summary: Encodable {
    let files: [FileSummary]
    let people: Int
    let joined: Int
    let review: Int
  }
}
