import ArgumentParser
import ScoreExchange

/// How two files of people are compared, and what is known of them beforehand.
struct LinkOptions: ParsableArguments {
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

  func validate() throws {
    guard 1...9 ~= confirmations else {
      throw usageError("--confirmations must be between 1 and 9.")
    }
  }

  /// The model that is read.
  var storedModel: String? { train ? nil : model }

  /// Where the estimated model goes, if into a file.
  var trainedModel: String? { train ? model : nil }

  /// Whether the estimated model is the one document on standard output.
  var printsModel: Bool { train && model == nil }

  /// The request.
  ///
  /// - Throws: ``ExchangeError`` with `usage`, and for a key file or model that cannot be read.
  func request(
    _ left: String, _ right: String, _ sheets: SheetOptions
  ) throws(ExchangeError) -> LinkRequest {
    let comparisons = try FurtherField.list(compare)
    var request = LinkRequest(
      left: TableSource(
        file: NamedFile(at: left),
        layout: try TableLayout(peopleColumns: columnsLeft, comparing: comparisons)),
      right: TableSource(
        file: NamedFile(at: right),
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
}
