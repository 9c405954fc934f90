package import BatchSigning
import Foundation
package import Parallel
import Scores

/// The results of all files of an exchange: read, checked, and settled against each other.
package struct ResultImport: Sendable {
  /// The results that count, by issuer, assessment, sitting and candidate number.
  package var table: ResultTable
  /// The rows that could not be used, by file in the order of the exchange file, then by row.
  package var rejects: [Reject] = []
  /// Rows that are used although something is odd, in the same order.
  package var warnings: [RowWarning] = []
  /// One entry a file.
  package var files: [FileSummary] = []
  /// The answers to the issuers of signed batches, by the batch's place in ``files``.
  package var acknowledgements: [Int: Acknowledgement] = [:]
  /// What amendments and withdrawals changed, in the order of the results.
  package var revisions: [ResultRevision] = []
  /// Candidate numbers on registration lists for which there is no result.
  package var unmatchedRegistrations: [String] = []
}

extension ResultImport {
  /// Reads results files.
  ///
  /// - Parameters:
  ///   - request: The files.
  ///   - plan: The threads to use.
  ///   - cancellation: Asks the import to stop.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all.
  /// - Complexity: O(bytes + rows log rows).
  package init(
    _ request: ResultRequest, plan: WorkPlan, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    var inputs: [Input] = []
    for source in request.sources {
      if cancellation?.isCancelled == true { throw ExchangeError(.cancelled, "stopped") }
      try Self.read(source, request, plan, &inputs)
    }
    let request = request.replacing(sources: inputs.map(\.source))
    table = ResultTable(partCounts: request.partCounts)
    let segments = inputs.flatMap(\.reading.rows)
    table.reserveCapacity(segments.reduce(0) { $0 + $1.count }, textOf: segments)
    for index in inputs.indices {
      for segment in inputs[index].reading.rows { table.append(segment) }
      inputs[index].reading.rows = []
    }
    let settlement = ResultSettlement(table, request)
    let totals = settlement.totals(of: table, fileCount: inputs.count)
    revisions = settlement.revisions
    unmatchedRegistrations = settlement.unmatchedRegistrations.map {
      table.candidateNumber[Int($0)]
    }
    if let accepted = settlement.accepted { table.select(accepted) }
    for (index, input) in inputs.enumerated() {
      let problems = settlement.problems[index] ?? [:]
      let late = input.table.rejects(for: problems, plan: plan)
      let rejects = (input.reading.rejects + late).sorted { $0.row < $1.row }
      self.rejects += rejects
      let warnings = input.reading.warnings.filter { problems[$0.row] == nil }
      self.warnings += warnings
      files.append(
        try FileSummary(
          input.table, kind: input.source.kind.rawValue, school: input.source.school,
          rowsRead: input.reading.rowsRead, rejects: rejects, warnings: warnings,
          sumOfTotals: input.sumOfTotals(totals[index])))
      if var acknowledgement = input.acknowledgement {
        acknowledgement.accepted = files[index].rowsAccepted
        acknowledgement.rejected = files[index].rowsRejected
        acknowledgements[index] = acknowledgement
      }
    }
  }

  /// Reads a file, or the corrected rows of several files in a `rejects.csv`.
  private static func read(
    _ source: ResultSource, _ request: ResultRequest, _ plan: WorkPlan, _ inputs: inout [Input]
  ) throws(ExchangeError) {
    let opened = try OpenedTable(source.table, batches: request.batches, plan: plan)
    guard let corrected = CorrectedRejects(opened.file) else {
      let assessment = try Self.assessment(of: source, request)
      let table = try InputTable(
        source.table, opened: opened,
        schema: assessment.value.schema(of: source.kind))
      let known = try KnownHabits(source.table.layout, file: table.name)
      var input = Input(source, table, assessment, request, known, fileIndex: inputs.count, plan)
      input.acknowledgement = opened.acknowledgement
      inputs.append(input)
      return
    }
    for part in corrected.parts {
      let original = request.original(named: part.file, of: source)
      let assessment = try Self.assessment(of: original, request)
      let table: InputTable
      do throws(ExchangeError) {
        table = try InputTable(
          original.table,
          schema: assessment.value.schema(of: original.kind))
      } catch {
        throw ExchangeError(
          error.code, file: source.table.file.text,
          "its rows are of \(part.file), whose headings are needed: \(error)")
      }
      let known = try KnownHabits(original.table.layout, file: table.name)
      let habits = Input(original, table, assessment, request, known, fileIndex: 0, plan)
        .reading.habits
      let rows = try table.replacing(
        rows: part, name: source.table.file.text,
        path: source.table.file.isStandardInput ? nil : source.table.file.path)
      inputs.append(
        Input(
          ResultSource(
            table: source.table, school: original.school, assessment: original.assessment,
            kind: original.kind),
          rows, assessment, request,
          KnownHabits(
            dayMonthOrder: habits.dayMonthOrder, decimalSeparator: habits.decimalSeparator),
          fileIndex: inputs.count, plan))
    }
  }

  private static func assessment(
    of source: ResultSource, _ request: ResultRequest
  ) throws(ExchangeError) -> (index: Int, value: Assessment) {
    guard let index = request.assessments.firstIndex(where: { $0.code == source.assessment }) else {
      throw ExchangeError(
        .badInput, file: source.table.file.text,
        "the assessment \(source.assessment) is not described")
    }
    return (index, request.assessments[index])
  }

  /// One file that was read.
  private struct Input {
    let source: ResultSource
    let table: InputTable
    var reading: TableReading<[ResultTable]>
    let scale: ScoreScale
    /// The answer to the issuer of a signed batch.
    var acknowledgement: Acknowledgement?

    init(
      _ source: ResultSource, _ table: InputTable, _ assessment: (index: Int, value: Assessment),
      _ request: ResultRequest, _ known: KnownHabits, fileIndex: Int, _ plan: WorkPlan
    ) {
      self.source = source
      self.table = table
      scale = assessment.value.scale
      let reader = ResultReader(
        assessment: assessment.value, assessmentIndex: UInt16(clamping: assessment.index),
        fileIndex: UInt16(clamping: fileIndex), kind: source.kind,
        partCounts: request.partCounts, latestBirth: request.latestBirth)
      reading = table.readBatches(known, plan: plan, reader)
    }

    /// The sum of totals in points.
    func sumOfTotals(_ totals: (steps: Int64, count: Int)) -> Decimal? {
      guard source.kind.hasScores else { return nil }
      let billionths =
        Int128(totals.steps) * Int128(scale.step.billionths)
        + Int128(totals.count) * Int128(scale.minimum.billionths)
      return decimal(billionths: billionths)
    }
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
