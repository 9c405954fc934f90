import ArgumentParser
import Files
import ScoreExchange

/// `score-exchange link`: who of two files is one person?
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: said("Link two files of people, on their own."),
    discussion: helpText(
      """
      Example: score-exchange link applicants.csv candidates.csv -o links.csv --review review.csv
      Example: score-exchange link a.csv b.csv --columns-left applicant=ID,name=FULL_NAME \
      --compare postcode=exact,suburb=text,street_number=number

      Headings are recognised as in an exchange: an identifier, name or its parts, birth_date, sex, \
      national_id, former_id, province; a column school, source or sitting makes the linkage \
      one-to-one within each. The model is estimated on the two files unless --model names a stored \
      one. Filled in, review.csv is the file for --decisions.
      """))

  @Argument(
    help: .said("The people that are looked for; - is standard input.", valueName: "left"),
    completion: .file())
  var left: String

  @Argument(
    help: .said("The rows to be given to them; - is standard input.", valueName: "right"),
    completion: .file())
  var right: String

  @Option(
    name: .shortAndLong, help: .said("Where the links go (default: standard output)."),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .long, help: .said("Where the pairs go that a person has to decide."),
    completion: .file(extensions: ["csv"]))
  var review: String?

  @OptionGroup var rules: LinkOptions

  @Flag(name: .long, help: .said("Write tables for a spreadsheet: byte order mark, safe cells."))
  var excel = false

  @OptionGroup var sheets: SheetOptions
  @OptionGroup var workbooks: WorkbookOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if output == "-" { output = nil }
    try InputPaths.refuseReadingTwice(
      [left, right],
      options: [
        "--decisions": rules.decisions, "--tokens": rules.tokens, "--model": rules.storedModel,
      ])
    try workbooks.refuseWithout([output, review])
    try OutputPaths.refuseStandardOutput(
      ["--review": review],
      beside: output == nil ? said("the links") : common.json ? "--json" : nil)
    try OutputPaths.refuseSharing(
      workbooks.paths(output) + workbooks.paths(review) + [rules.trainedModel],
      with: [left, right, rules.decisions, rules.tokens, rules.storedModel])
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let linkage = try FileLinkage(
        try rules.request(left, right, sheets), plan: threads.plan(common))
      for note in linkage.notes { common.note("note: \(note)") }
      for reject in linkage.rejects.prefix(10) { common.note(reject.note) }
      for line in RowWarning.notes(linkage.warnings) { common.note(line) }
      try writingTogether { () throws(ExchangeError) in try write(linkage) }
      if rules.printsModel { writeOutput(linkage.result.model.json) }
      if let explain = rules.explain {
        try show(linkage.explanations(of: explain), of: explain)
      } else {
        try show(linkage)
      }
    }
  }

  private func write(_ linkage: FileLinkage) throws(ExchangeError) {
    for path in workbooks.paths(output) {
      try linkage.writeLinks(to: path, isForSpreadsheet: excel)
    }
    for path in workbooks.paths(review) {
      try linkage.writeReview(to: path, isForSpreadsheet: excel)
    }
    if let model = rules.trainedModel { try linkage.result.model.write(to: model) }
  }

  private func show(_ pairs: [ExplainedLink], of id: String) throws(ExchangeError) {
    if common.json {
      try writeJSON(pairs)
    } else if pairs.isEmpty {
      common.note("nobody in the other file is like \(id)")
    } else {
      writeLines(Array(pairs.map(\.lines).joined(separator: [""])))
    }
  }

  private func show(_ linkage: FileLinkage) throws(ExchangeError) {
    let result = linkage.result
    if common.json {
      if !rules.printsModel { try writeJSON(LinkReport(linkage)) }
    } else if output == nil, !rules.printsModel {
      writeOutput(linkage.linksCSV(isForSpreadsheet: excel))
    }
    common.note(
      "\(result.autoCount) linked automatically, \(result.reviewCount) for review, "
        + "\(result.noneCount) rows of \(right) belong to nobody")
  }
}
