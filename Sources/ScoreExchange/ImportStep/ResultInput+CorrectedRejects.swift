import Parallel

extension ResultInput {
  /// Reads the corrected rows of a `rejects.csv`, as one input for each file of which they are.
  ///
  /// - Parameters:
  ///   - corrected: The rows.
  ///   - source: The file that holds them.
  ///   - opened: That file.
  ///   - request: All files that are read.
  ///   - plan: The threads to use.
  ///   - sink: Takes their results.
  ///   - inputs: Takes the inputs.
  /// - Throws: ``ExchangeError`` where a file of which rows are cannot be read.
  static func read<Sink: ResultSink>(
    _ corrected: CorrectedRejects, of source: ResultSource, _ opened: OpenedTable,
    _ request: ResultRequest, _ plan: WorkPlan, into sink: inout Sink, _ inputs: inout [ResultInput]
  ) throws(ExchangeError) where Sink.Failure == ExchangeError {
    let parts = corrected.parts { name in
      let table = request.original(named: name, of: source).table
      guard !table.file.isStandardInput, let opened = try? OpenedTable(table) else { return nil }
      return CorrectedRejects(opened.file)
    }
    // Who leaves one of two rows has seen both, of whatever files they are.
    let corrected = parts.flatMap { [$0.file] + $0.passed }
      .map { request.original(named: $0, of: source).table.file }
    for part in parts {
      try checkCount(of: inputs)
      let original = request.original(named: part.file, of: source)
      let assessment = try assessment(of: original, request)
      let table = try headings(of: original, assessment.value, for: source)
      let known = try KnownHabits(original.table.layout, file: table.name)
      var unused = UnusedResults()
      let habits = try ResultInput(
        original, table, assessment, request, known, fileIndex: 0, into: &unused, plan
      ).reading.habits
      let rows = try table.replacing(rows: part, name: source.table.file.text, in: opened)
      var correction = ResultSource(
        table: source.table, school: original.school, assessment: original.assessment,
        kind: original.kind)
      correction.corrects = corrected
      inputs.append(
        try ResultInput(
          correction, rows, assessment, request,
          KnownHabits(
            dayMonthOrder: habits.dayMonthOrder, decimalSeparator: habits.decimalSeparator),
          fileIndex: inputs.count, into: &sink, plan))
    }
  }

  /// The file of which rows were rejected, with its headings.
  private static func headings(
    of original: ResultSource, _ assessment: Assessment, for rejects: ResultSource
  ) throws(ExchangeError) -> InputTable {
    guard !original.table.file.isStandardInput else {
      throw ExchangeError(
        .badInput, file: rejects.table.file.text,
        "its rows are of standard input, whose headings are needed; write the name of the file that "
          + "was read there in the column \"file\"")
    }
    do throws(ExchangeError) {
      return try InputTable(original.table, schema: assessment.schema(of: original.kind))
    } catch {
      throw ExchangeError(
        error.code, file: rejects.table.file.text,
        "its rows are of \(original.table.file.text), whose headings are needed: \(error)")
    }
  }
}

/// Reads a file for what it tells besides its results.
///
/// It counts what it lets go, for the thread sanitizer cannot follow an `inout` value of no size.
private struct UnusedResults: ResultSink {
  private var rowCount = 0
  var batchesAhead: Int? { 1 }
  mutating func beginFile() throws(ExchangeError) {}
  mutating func restart() { rowCount = 0 }
  mutating func take(_ rows: ResultTable) throws(ExchangeError) { rowCount += rows.count }
}
