import Foundation
package import Parallel
import Scores

/// The results of all files of an exchange: read, checked, and settled against each other.
package struct ResultImport: Sendable {
  /// The results that count, by issuer, assessment, sitting and candidate number.
  package var table = ResultTable()
  /// The rows that could not be used, by file in the order of the exchange file, then by row.
  package var rejects: [Reject] = []
  /// Rows that are used although something is odd, in the same order.
  package var warnings: [RowWarning] = []
  /// One entry a file.
  package var files: [FileSummary] = []
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
    var all = ResultTable()
    for (index, source) in request.sources.enumerated() {
      if cancellation?.isCancelled == true { throw ExchangeError(.cancelled, "stopped") }
      let input = try Input(
        source, request: request, fileIndex: index, plan: plan)
      all.append(input.reading.rows)
      inputs.append(input)
    }
    let settlement = ResultSettlement(all, request)
    table = all.selecting(settlement.accepted)
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
          sumOfTotals: input.sumOfTotals(settlement.acceptedRows(of: index, in: all), in: all)))
    }
  }

  /// One file that was read.
  private struct Input {
    let source: ResultSource
    let table: InputTable
    let reading: TableReading<ResultTable>
    let scale: ScoreScale

    init(
      _ source: ResultSource, request: ResultRequest, fileIndex: Int, plan: WorkPlan
    ) throws(ExchangeError) {
      let file = source.table.file.text
      let place = request.assessments.firstIndex { $0.code == source.assessment }
      guard let assessmentIndex = place else {
        throw ExchangeError(
          .badInput, file: file, "the assessment \(source.assessment) is not described")
      }
      let assessment = request.assessments[assessmentIndex]
      self.source = source
      scale = assessment.scale
      table = try InputTable(
        source.table,
        schema: .results(parts: assessment.parts.map(\.name), needsScores: source.kind.hasScores),
        batches: request.batches, plan: plan)
      let reader = ResultReader(
        assessment: assessment, assessmentIndex: UInt16(clamping: assessmentIndex),
        fileIndex: UInt16(clamping: fileIndex), kind: source.kind, latestBirth: request.latestBirth)
      reading = table.readRows(
        forcedOrder: try source.table.layout.forcedDayMonthOrder(of: file),
        forcedDecimal: try source.table.layout.forcedDecimal(of: file), plan: plan
      ) { (context: inout RowContext, rows: inout ResultTable) throws(CellProblem) in
        try reader.read(&context, &rows)
      }
    }

    func sumOfTotals(_ rows: [Int], in table: ResultTable) -> Decimal? {
      guard source.kind.hasScores else { return nil }
      var steps = Int128(0)
      var count = Int128(0)
      for row in rows where table.total[row] != ResultTable.noScore {
        steps += Int128(table.total[row])
        count += 1
      }
      let billionths =
        steps * Int128(scale.step.billionths) + count * Int128(scale.minimum.billionths)
      return decimal(billionths: billionths)
    }
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
