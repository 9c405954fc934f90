internal import Files

/// Which results files are to be read, and by which assessments.
public struct ResultRequest: Sendable {
  /// The assessments that files may hold.
  public let assessments: [Assessment]
  /// The files in the order in which later ones supersede earlier ones.
  public private(set) var sources: [ResultSource]
  /// All results files that the exchange names: of these rejects may be that are imported again.
  let namedSources: [ResultSource]
  /// Nobody in a file was born on this day or later.
  public let latestBirth: CalendarDate
  /// Standard input where it is open already, for it can be read once only.
  var standardInput: OpenedTable?
  /// What lets signed batches in; nil where only plain files are read.
  let batches: BatchGate?

  /// How many parts each assessment has.
  var partCounts: [Int] { assessments.map(\.parts.count) }

  /// The results files of an exchange.
  ///
  /// - Parameters:
  ///   - exchange: The exchange.
  ///   - instant: The time at which signed batches are checked; nil to read none.
  public init(_ exchange: Exchange, at instant: UTCInstant? = nil) {
    batches = instant.map { BatchGate(exchange, at: $0) }
    assessments = exchange.assessments
    sources = exchange.results
    namedSources = exchange.results
    latestBirth = exchange.asOf
  }

  /// Files on their own.
  ///
  /// A file that `exchange` names keeps what is said there of its kind and assessment, and of its
  /// layout where `layout` says nothing.
  ///
  /// - Parameters:
  ///   - paths: The files; `-` is standard input.
  ///   - assessments: The assessments they may hold.
  ///   - exchange: The exchange, where there is one.
  ///   - code: The assessment of files that the exchange does not name; may be nil where there is
  ///     only one.
  ///   - kind: What the rows of such files are.
  ///   - layout: What is said of the layout of all these files.
  /// - Throws: As ``init(files:assessments:exchange:assessment:kind:layout:)``.
  public init(
    _ paths: [String], assessments: [Assessment], exchange: Exchange? = nil,
    assessment code: String? = nil, kind: ResultSource.Kind = .results,
    layout: TableLayout = TableLayout()
  ) throws(ExchangeError) {
    try self.init(
      files: paths.map { NamedFile(at: $0) }, assessments: assessments, exchange: exchange,
      assessment: code, kind: kind, layout: layout)
  }

  /// Files on their own, on the disk or in memory.
  ///
  /// A file that `exchange` names, one in memory by its name, keeps what is said there of its kind and
  /// assessment, and of its layout where `layout` says nothing.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - assessments: The assessments they may hold.
  ///   - exchange: The exchange, where there is one.
  ///   - code: The assessment of files that the exchange does not name; may be nil where there is
  ///     only one.
  ///   - kind: What the rows of such files are.
  ///   - layout: What is said of the layout of all these files.
  /// - Throws: ``ExchangeError`` with `usage` when it is not clear which assessment a file holds,
  ///   or `layout` names a column that a results file does not have.
  public init(
    files: [NamedFile], assessments: [Assessment], exchange: Exchange? = nil,
    assessment code: String? = nil, kind: ResultSource.Kind = .results,
    layout: TableLayout = TableLayout()
  ) throws(ExchangeError) {
    batches = nil
    self.assessments = assessments
    namedSources = exchange?.results ?? []
    let lastSitting = assessments.flatMap(\.sittings).map(\.date).max()
    guard let latestBirth = exchange?.asOf ?? lastSitting else {
      throw ExchangeError(.usage, "no assessment has a sitting")
    }
    self.latestBirth = latestBirth
    try Self.checkColumns(of: layout, assessments)
    var sources: [ResultSource] = []
    for file in files {
      if let named = exchange?.results(in: file) {
        sources.append(
          ResultSource(
            table: TableSource(
              file: file.bytes == nil ? named.table.file : file,
              layout: named.table.layout.overridden(by: layout)),
            school: named.school, assessment: named.assessment, kind: named.kind))
        continue
      }
      let codes = assessments.map(\.code)
      guard let chosen = code ?? (codes.count == 1 ? codes.first : nil) else {
        throw ExchangeError(
          .usage,
          "\(file.text): nothing says which assessment the file holds; say --assessment, one of "
            + "\(codes.joined(separator: ", "))")
      }
      guard codes.contains(chosen) else {
        throw ExchangeError(
          .usage,
          "there is no assessment \"\(chosen)\"; there are \(codes.joined(separator: ", "))")
      }
      sources.append(
        ResultSource(
          table: TableSource(file: file, layout: layout),
          school: nil, assessment: chosen, kind: kind))
    }
    self.sources = sources
  }

  /// Refuses a layout that says where a column stands which no results file has.
  private static func checkColumns(
    of layout: TableLayout, _ assessments: [Assessment]
  ) throws(ExchangeError) {
    let schema = TableSchema.results(
      parts: assessments.flatMap(\.parts).map(\.name), needsScores: true)
    let known = schema.fields.map(\.name)
    guard let odd = layout.columns.keys.sorted().first(where: { !known.contains($0) }) else {
      return
    }
    let nearest = nearestNames(to: odd, among: known).map { "\"\($0)\"" }
    throw ExchangeError(
      .usage,
      "a results file has no column \"\(odd)\"; "
        + (nearest.isEmpty
          ? "there are \(known.joined(separator: ", "))"
          : "nearest: \(nearest.joined(separator: ", "))"))
  }
}

extension Exchange {
  /// What the exchange says of the results file at a path, or nil if it does not name it.
  public func results(in path: String) -> ResultSource? {
    results.first { isSameFile($0.table.file.path, path) }
  }

  /// What the exchange says of a results file, or nil if it does not name it.
  func results(in file: NamedFile) -> ResultSource? {
    file.bytes == nil
      ? results(in: file.path) : results.first { $0.table.file.text == file.text }
  }
}

extension ResultRequest {
  /// The same request for other sources.
  func replacing(sources: [ResultSource]) -> ResultRequest {
    var request = self
    request.sources = sources
    return request
  }

  /// The file of which rejects are imported again: the one that the exchange names so, or the one
  /// at that path.
  func original(named file: String, of rejects: ResultSource) -> ResultSource {
    namedSources.first { $0.table.file.text == file || isSameFile($0.table.file.path, file) }
      ?? ResultSource(
        table: TableSource(
          file: NamedFile(at: file), layout: rejects.table.layout),
        school: nil, assessment: rejects.assessment, kind: rejects.kind)
  }
}
