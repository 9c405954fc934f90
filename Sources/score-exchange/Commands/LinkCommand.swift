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

  @Option(
    name: .long, help: .said("What people decided about earlier reviews."),
    completion: .file(extensions: ["csv"]))
  var decisions: String?

  @Option(
    name: .long,
    help: .said(
      "How many different people must say that two rows are one person.", valueName: "n"))
  var confirmations = 1

  @Option(
    name: .long,
    help: .said(
      "Show the waterfall of each pair of this record instead of the links.", valueName: "id"))
  var explain: String?

  @Option(
    name: .long, help: .said("A stored model; with --train the file it is written to."),
    completion: .file(extensions: ["json"]))
  var model: String?

  @Flag(
    name: .long,
    help: .said("Write the estimated model, and refuse files that do not tell all of it."))
  var train = false

  @Option(
    name: .customLong("columns-left"),
    help: .said("Which heading is which column.", valueName: "column=heading,…"))
  var columnsLeft = ""

  @Option(
    name: .customLong("columns-right"),
    help: .said("The same for the right file.", valueName: "column=heading,…"))
  var columnsRight = ""

  @Option(
    name: .long,
    help: .said(
      "Further columns to compare: exact, text (by words and slips), number (by digits).",
      valueName: "column=kind,…"))
  var compare = ""

  @Option(
    name: .long,
    help: .said(
      "A file with a key; numbers become keyed tokens before they are compared or written.",
      valueName: "keyfile"),
    completion: .file())
  var tokens: String?

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
      options: ["--decisions": decisions, "--tokens": tokens, "--model": train ? nil : model])
    try workbooks.refuseWithout([output, review])
    try OutputPaths.refuseStandardOutput(
      ["--review": review],
      beside: output == nil ? said("the links") : common.json ? "--json" : nil)
    try OutputPaths.refuseSharing(
      workbooks.paths(output) + workbooks.paths(review) + [train ? model : nil],
      with: [left, right, decisions, tokens, train ? nil : model])
    guard 1...9 ~= confirmations else {
      throw usageError("--confirmations must be between 1 and 9.")
    }
  }

  func run() throws {
    try reportingFailures { () throws(ExchangeError) in
      let linkage = try FileLinkage(try request(), plan: threads.plan(common))
      for note in linkage.notes { common.note("note: \(note)") }
      for reject in linkage.rejects.prefix(10) { common.note(reject.note) }
      for line in RowWarning.notes(linkage.warnings) { common.note(line) }
      for path in workbooks.paths(output) {
        try linkage.writeLinks(to: path, isForSpreadsheet: excel)
      }
      for path in workbooks.paths(review) {
        try linkage.writeReview(to: path, isForSpreadsheet: excel)
      }
      if train { try write(linkage.result.model) }
      if let explain {
        try show(linkage.explanations(of: explain), of: explain)
      } else {
        try show(linkage)
      }
    }
  }

  private func request() throws(ExchangeError) -> LinkRequest {
    let comparisons = try FurtherField.list(compare)
    var request = LinkRequest(
      left: TableSource(
        file: NamedFile(text: left, path: left, line: 0),
        layout: try TableLayout(peopleColumns: columnsLeft, comparing: comparisons)),
      right: TableSource(
        file: NamedFile(text: right, path: right, line: 0),
        layout: try TableLayout(peopleColumns: columnsRight, comparing: comparisons)))
    let sheets = try sheets.byTable(["left", "right", "decisions"])
    request.left.layout.sheet = sheets["left"]
    request.right.layout.sheet = sheets["right"]
    request.comparisons = comparisons
    request.decisions = decisions.map(PlacementOptions.source)
    request.decisions?.layout.sheet = sheets["decisions"]
    request.confirmations = confirmations
    request.tokens = try tokens.map { path throws(ExchangeError) in
      try IdentifierTokens(keyFile: path)
    }
    if train {
      request.training = .required
    } else if let model {
      request.model = try LinkageModel(contentsOfFile: model)
      request.training = .none
    }
    return request
  }

  private func write(_ trained: LinkageModel) throws(ExchangeError) {
    guard let model else {
      writeOutput(trained.json)
      return
    }
    try trained.write(to: model)
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
      // With --train and no file for it the model is the one document.
      if !train || model != nil { try writeJSON(Report(linkage)) }
    } else if output == nil, !train || model != nil {
      writeOutput(linkage.linksCSV(isForSpreadsheet: excel))
    }
    common.note(
      "\(result.autoCount) linked automatically, \(result.reviewCount) for review, "
        + "\(result.noneCount) rows of \(right) belong to nobody")
  }

  private struct Report: Encodable {
    let files: [FileSummary]
    let links: [String: Int]
    let comparedPairs: Int
    let untrainedFields: [String]
    let notes: [String]
    let warnings: [RowWarning]

    init(_ linkage: FileLinkage) {
      let result = linkage.result
      files = linkage.files
      links = [
        "auto": result.autoCount, "review": result.reviewCount, "none": result.noneCount,
      ]
      comparedPairs = result.comparedPairs
      untrainedFields = result.untrainedFields
      notes = linkage.notes.map(\.description)
      warnings = linkage.warnings
    }

    enum CodingKeys: String, CodingKey {
      case files, links, notes, warnings
      case comparedPairs = "compared_pairs"
      case untrainedFields = "untrained_fields"
    }
  }
}
