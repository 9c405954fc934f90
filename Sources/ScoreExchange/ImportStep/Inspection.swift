public import Parallel
import Scores
public import Tabular

/// What the importer sees in a file, before anything is imported.
public struct Inspection: Sendable {
  /// A column and the field it is taken for.
  public struct Column: Sendable, Hashable, Codable {
    /// The heading in the file.
    public let heading: String
    /// The field; nil for a column that is kept aside.
    public let field: String?
    /// Fields that this heading might mean, where it is kept aside.
    public let guesses: [String]
    /// Cells that are filled.
    public var filled = 0
    /// The least number in it, where most of its filled cells are numbers.
    public var least: String?
    /// The greatest number in it, in the same case.
    public var greatest: String?
    /// The first filled cell, identifiers and names masked.
    public var sample: String?
  }

  /// The file.
  public let file: String
  /// How the file is written.
  public let dialect: Dialect
  /// Why the encoding and the delimiter were chosen.
  public let evidence: DialectEvidence
  /// The sheet that was read, where the file is a workbook.
  public let sheet: String?
  /// The other sheets of the workbook.
  public let otherSheets: [String]
  /// Whether the sheet was asked for by its name.
  let hasNamedSheet: Bool
  /// What the file seems to hold: results, list of candidates, applicants, programmes, wishes.
  public let kind: String
  /// The row with the headings.
  public let headingRow: Int
  /// The columns in the order of the file.
  public private(set) var columns: [Column]
  /// Rows of data.
  public let rows: Int
  /// The sign between units and fraction.
  public let decimalSeparator: String
  /// Whether some number of the file has one.
  let hasFractions: Bool
  /// The form of dates in the words of the exchange file, such as `dd/mm/yyyy`, `yyyy-mm-dd` or
  /// `excel`.
  public let dateForm: String
  /// Whether the month stands before the day.
  let isMonthFirst: Bool
  /// What a person should know of the whole file, as sheets that were not read.
  public let warnings: [Message]
  /// Rows that an import would reject; empty where no assessment was given.
  public let rejects: [Reject]
  /// Fields that the file ought to have and has not.
  public let missing: [String]
  /// Headings of which an import could not tell what they mean, so that it would stop.
  public let doubts: [Message]

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - assessment: The assessment whose rules rows of results are checked against; nil checks
  ///     none.
  ///   - layout: What is said of the layout.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read as a table at all.
  /// - Complexity: O(bytes).
  public init(
    _ path: String, assessment: Assessment? = nil, layout: TableLayout = TableLayout(),
    plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try self.init(NamedFile(at: path), assessment: assessment, layout: layout, plan: plan)
  }

  /// Looks at a file on the disk or in memory.
  ///
  /// - Parameters:
  ///   - named: The file.
  ///   - assessment: The assessment whose rules rows of results are checked against; nil checks
  ///     none.
  ///   - layout: What is said of the layout.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` for a file that cannot be read as a table at all.
  /// - Complexity: O(bytes).
  public init(
    _ named: NamedFile, assessment: Assessment? = nil, layout: TableLayout = TableLayout(),
    plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let source = TableSource(file: named, layout: layout)
    let schemas: [TableSchema] = [
      assessment?.schema(of: .results) ?? .results(parts: Self.usualParts, needsScores: true),
      .applicants(components: []), .programmes,
      .wishes, .bands, .decisions,
    ]
    let opened = try OpenedTable(source)
    let file = opened.file
    if file.recordCount == 0 { throw .emptyTable(named.text) }
    let table = InputTable.bestGuess(
      name: named.text, file: file, schemas: schemas, layout: layout, notes: opened.notes)
    sheet = opened.sheet?.name
    otherSheets = opened.sheet?.others ?? []
    hasNamedSheet = layout.sheet != nil
    self.file = named.text
    dialect = file.dialect
    evidence = file.evidence
    kind = table.schema.kind
    headingRow = table.input.headingRecord
    missing = table.missing
    doubts = table.input.columns.doubts
    let survey = table.input.survey(plan: plan)
    rows = survey.rowsRead
    warnings = (opened.sheet?.remarks ?? []) + survey.remarks
    decimalSeparator = survey.habits.decimalSeparator.word
    hasFractions = survey.rows.hasFractions
    let order = survey.habits.dayMonthOrder
    isMonthFirst = order == .monthFirst
    let dateColumn = table.input.columns["birth_date"] ?? table.input.columns["exam_date"]
    let dates = dateColumn.flatMap { column in
      survey.rows.columns.indices.contains(column) ? survey.rows.columns[column].dates : nil
    }
    dateForm = DateShape.commonest(in: dates ?? [:])?.word(order) ?? order.rawValue
    columns = Self.columns(table, survey.rows)
    if let assessment, table.missing.isEmpty,
      kind == TableSchema.results(parts: [], needsScores: true).kind
    {
      var request = try ResultRequest(
        files: [named], assessments: [assessment], assessment: assessment.code, layout: layout)
      if source.file.isStandardInput { request.standardInput = opened }
      rejects = try ResultImport(request, plan: plan).rejects
    } else {
      rejects = []
    }
  }

  /// The parts of a thinking assessment, by which headings are guessed without an exchange file.
  private static let usualParts = ["mathematics", "reading", "science"]

  private static func columns(_ table: GuessedTable, _ survey: ColumnSurvey) -> [Column] {
    let input = table.input
    let fields = Dictionary(
      input.columns.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    return input.columns.headings.enumerated().map { index, heading in
      let field = fields[index]
      var column = Column(
        heading: maskedName(heading), field: field,
        guesses: field == nil ? table.schema.guesses(for: heading, missing: table.missing) : [])
      guard survey.columns.indices.contains(index) else { return column }
      let seen = survey.columns[index]
      column.filled = seen.filled
      if seen.numbers * 2 > seen.filled, let least = seen.least, let greatest = seen.greatest,
        !Self.isPersonal(field)
      {
        column.least = maskedName(least.formatted())
        column.greatest = maskedName(greatest.formatted())
      }
      column.sample = seen.first.map { cell in
        switch field {
        case "name", "family_name", "given_name", "birth_date", nil: "…"
        default: Self.isPersonal(field) ? masked(cell) : maskedName(cell)
        }
      }
      return column
    }
  }

  private static func isPersonal(_ field: String?) -> Bool {
    switch field {
    case "national_id", "former_id", "name", "family_name", "given_name", "birth_date",
      "candidate_number", "applicant", nil:
      true
    default: false
    }
  }
}
