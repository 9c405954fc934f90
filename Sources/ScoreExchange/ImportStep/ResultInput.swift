import BatchSigning
import Foundation
import Parallel
import Scores

/// One results file that was read, without its rows.
struct ResultInput: Sendable {
  let source: ResultSource
  private let table: InputTable
  let reading: TableReading<Void>
  private let scale: ScoreScale
  /// The answer to the issuer of a signed batch.
  private(set) var acknowledgement: Acknowledgement?

  /// What became of a file's rows.
  struct Outcome: Sendable {
    let rejects: [Reject]
    let warnings: [RowWarning]
    let summary: FileSummary
  }

  /// Reads one file.
  init<Sink: ResultSink>(
    _ source: ResultSource, _ table: InputTable, _ assessment: (index: Int, value: Assessment),
    _ request: ResultRequest, _ known: KnownHabits, fileIndex: Int, into sink: inout Sink,
    _ plan: WorkPlan
  ) throws(Sink.Failure) {
    self.source = source
    self.table = table
    scale = assessment.value.scale
    let reader = ResultReader(
      assessment: assessment.value, assessmentIndex: UInt16(clamping: assessment.index),
      fileIndex: UInt16(clamping: fileIndex), kind: source.kind,
      partCounts: request.partCounts, latestBirth: request.latestBirth)
    try sink.beginFile()
    reading = try table.readBatches(known, plan: plan, reader, into: &sink)
  }

  /// Reads all files of a request.
  ///
  /// - Parameters:
  ///   - request: The files.
  ///   - sink: Takes their results.
  ///   - plan: The threads to use.
  ///   - cancellation: Asks the import to stop.
  /// - Returns: The files, and in place of a `rejects.csv` the files that its rows are of.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes).
  static func readAll<Sink: ResultSink>(
    of request: ResultRequest, into sink: inout Sink, plan: WorkPlan, cancellation: Cancellation?
  ) throws(ExchangeError) -> [ResultInput] where Sink.Failure == ExchangeError {
    var inputs: [ResultInput] = []
    try checkCount(of: request.sources)
    plan.beginReading(request.sources.map(\.table.file))
    for source in request.sources {
      try cancellation?.check()
      try read(source, request, plan, into: &sink, &inputs)
    }
    return inputs
  }

  /// Refuses more files than rows can name.
  static func checkCount(of files: [some Any]) throws(ExchangeError) {
    guard files.count <= Int(UInt16.max) else {
      throw ExchangeError(.usage, "more than \(UInt16.max) files of one kind; join some of them")
    }
  }

  /// Reads a file, or the corrected rows of several files in a `rejects.csv`.
  private static func read<Sink: ResultSink>(
    _ source: ResultSource, _ request: ResultRequest, _ plan: WorkPlan, into sink: inout Sink,
    _ inputs: inout [ResultInput]
  ) throws(ExchangeError) where Sink.Failure == ExchangeError {
    let opened: OpenedTable
    if let standardInput = request.standardInput, source.table.file.isStandardInput {
      opened = standardInput
    } else {
      opened = try OpenedTable(
        source.table, batch: request.batches.map { ($0, source) }, plan: plan)
    }
    if let corrected = CorrectedRejects(opened.file) {
      try read(corrected, of: source, opened, request, plan, into: &sink, &inputs)
      return
    }
    let assessment = try Self.assessment(of: source, request)
    let table = try InputTable(
      source.table, opened: opened,
      schema: assessment.value.schema(of: source.kind))
    let known = try KnownHabits(source.table.layout, file: table.name)
    var input = try ResultInput(
      source, table, assessment, request, known, fileIndex: inputs.count, into: &sink, plan)
    input.acknowledgement = opened.acknowledgement
    inputs.append(input)
  }

  /// The assessment that a file holds, and its place in the request.
  static func assessment(
    of source: ResultSource, _ request: ResultRequest
  ) throws(ExchangeError) -> (index: Int, value: Assessment) {
    guard let index = request.assessments.firstIndex(where: { $0.code == source.assessment }) else {
      throw ExchangeError(
        .badInput, file: source.table.file.text,
        "the assessment \(source.assessment) is not described")
    }
    return (index, request.assessments[index])
  }

  /// SHA-256 of each file.
  ///
  /// - Throws: ``ExchangeError`` when a file cannot be read again.
  /// - Complexity: O(bytes).
  static func digests(
    of inputs: [ResultInput], plan: WorkPlan
  ) throws(ExchangeError) -> [String] {
    // The longest first, so that no thread begins with one when the others are done.
    let order = inputs.indices.sorted {
      inputs[$1].table.file.byteCount < inputs[$0].table.file.byteCount
    }
    let digests = try plan.map(count: order.count) { (place: Int) throws(ExchangeError) in
      try inputs[order[place]].table.sha256()
    }
    return zip(order, digests).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Tells what became of the rows of files that were settled against each other.
  ///
  /// - Parameters:
  ///   - inputs: The files.
  ///   - problems: File index to row number to problem.
  ///   - totals: The accepted totals of each file, as steps above the minimum, and how many they are.
  ///   - digests: SHA-256 of each file.
  ///   - plan: The threads to use.
  /// - Returns: One outcome a file, in their order.
  /// - Throws: ``ExchangeError`` when a file cannot be read again.
  /// - Complexity: O(rejects), and O(bytes) of what is near rows with problems.
  static func outcomes(
    of inputs: [ResultInput], _ problems: [Int: [Int: CellProblem]],
    _ totals: [(steps: Int64, count: Int)], _ digests: [String], plan: WorkPlan
  ) throws(ExchangeError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for (index, input) in inputs.enumerated() {
      outcomes.append(
        try input.outcome(problems[index] ?? [:], totals[index], digests[index], plan: plan))
    }
    return outcomes
  }

  /// Tells what became of the rows, once they were settled against those of all files.
  ///
  /// - Parameters:
  ///   - problems: Row number to problem.
  ///   - totals: The accepted totals, as steps above the minimum, and how many there are.
  ///   - digest: SHA-256 of the file.
  ///   - plan: The threads to use.
  /// - Returns: Its rejects and warnings in row order, and its counts.
  /// - Throws: ``ExchangeError`` when the file cannot be read again.
  private func outcome(
    _ problems: [Int: CellProblem], _ totals: (steps: Int64, count: Int), _ digest: String,
    plan: WorkPlan
  ) throws(ExchangeError) -> Outcome {
    let late = table.rejects(for: problems, plan: plan)
    let rejects = (reading.rejects + late).sorted { $0.row < $1.row }
    let warnings = reading.warnings.filter { problems[$0.row] == nil }
    return Outcome(
      rejects: rejects, warnings: warnings,
      summary: try FileSummary(
        table, kind: source.kind.rawValue, school: source.school, rowsRead: reading.rowsRead,
        rejects: rejects, warnings: warnings, remarks: reading.remarks,
        sumOfTotals: sumOfTotals(totals), digest: digest))
  }

  /// The sum of totals in points.
  private func sumOfTotals(_ totals: (steps: Int64, count: Int)) -> Decimal? {
    guard source.kind.hasScores else { return nil }
    let billionths =
      Int128(totals.steps) * Int128(scale.step.billionths)
      + Int128(totals.count) * Int128(scale.minimum.billionths)
    return decimal(billionths: billionths)
  }
}

extension Assessment {
  /// The columns of a file with results of this assessment.
  func schema(of kind: ResultSource.Kind) -> TableSchema {
    .results(
      parts: parts.map(\.name), needsScores: kind.hasScores, needsSitting: sittings.count > 1)
  }
}

/// A sum of scores in points, which may be greater than one score can be.
private func decimal(billionths: Int128) -> Decimal {
  var magnitude = billionths.magnitude
  var exponent = -9
  while exponent < 0 && magnitude.isMultiple(of: 10) {
    magnitude /= 10
    exponent += 1
  }
  // Sums of a national year's scores have less than 38 digits, which is what a Decimal holds.
  let value = Decimal(string: String(magnitude)) ?? 0
  return Decimal(sign: billionths < 0 ? .minus : .plus, exponent: exponent, significand: value)
}
