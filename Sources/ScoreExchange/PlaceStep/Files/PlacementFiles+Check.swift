public import Parallel
public import Placement
import Scores

extension PlacementFiles {
  /// Checks a placement that somebody states, ours or foreign.
  ///
  /// - Parameters:
  ///   - placements: Applicant and programme, perhaps rank and score of the wish; applicants without a
  ///     row or a programme are not placed.
  ///   - cutoffs: Stated cutoffs, if any.
  ///   - plan: Threads.
  ///   - cancellation: A flag that ends the work early.
  /// - Returns: The first witness of each kind of fault; empty when the placement is right.
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  public func findings(
    placements: TableSource, cutoffs: TableSource? = nil, plan: WorkPlan = .allCores,
    cancellation: Cancellation? = nil
  ) throws(ExchangeError) -> [StabilityFinding] {
    let claim = try claimedPlacement(placements, plan: plan)
    let claims = try cutoffs.map { source throws(ExchangeError) in
      try claimedCutoffs(source, plan: plan)
    }
    do throws(PlacementError) {
      return try StabilityCheck(problem).findings(
        in: claim, cutoffs: claims ?? [], plan: plan, cancellation: cancellation)
    } catch {
      throw ExchangeError(error)
    }
  }

  /// What is wrong, in one sentence; identifiers that look like national ones are masked.
  public func sentence(_ finding: StabilityFinding) -> Message {
    finding.sentence(
      score: { Score(billionths: $0).formatted(decimals: decimals) },
      line: { problem.tieOrder.line(of: $0) })
  }

  private func claimedPlacement(
    _ source: TableSource, plan: WorkPlan
  ) throws(ExchangeError) -> ClaimedPlacement {
    let table = try InputTable(source, schema: .placements)
    let programmes = self.programmes
    let names = problem.programmes.map(\.code)
    let reading: TableReading<[PlacementRow]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [PlacementRow]) throws(CellProblem) in
      let code = try context.cells.text("programme")
      var claim = ClaimedPlacement.Row(
        applicant: try context.cells.requiredText("applicant"),
        programme: try programmes.name(
          code: code, schoolCode: context.cells("school"), among: names))
      if !code.isEmpty {
        if context.cells("status").lowercased() == "unplaced" {
          throw CellProblem(
            .value, "status", "\"unplaced\" stands beside the programme \"\(code)\"")
        }
        if !context.cells("rank").isEmpty {
          claim.rank = try context.wholeNumber("rank", in: 1...1_000_000_000)
        }
        claim.score = try context.score("score")?.billionths
      }
      rows.append(PlacementRow(claim: claim))
    }
    try reading.rejects.refuseAny()
    return ClaimedPlacement(rows: reading.rows.map(\.claim), in: problem)
  }

  private func claimedCutoffs(
    _ source: TableSource, plan: WorkPlan
  ) throws(ExchangeError) -> [ClaimedCutoff] {
    let table = try InputTable(source, schema: .cutoffs)
    let programmes = self.programmes
    let names = problem.programmes.map(\.code)
    let ties = problem.tieOrder
    let statesKeys = table.columns["cutoff_keys"] != nil
    let reading: TableReading<[CutoffRow]> = table.readRows(
      forcedDecimal: try source.layout.forcedDecimal(of: table.name), plan: plan
    ) { (context: inout RowContext, rows: inout [CutoffRow]) throws(CellProblem) in
      let code = try context.cells.requiredText("programme")
      var claim = ClaimedCutoff(
        programme: try programmes.name(
          code: code, schoolCode: context.cells("school"), among: names),
        score: try context.score("cutoff")?.billionths)
      for figure in ClaimedCutoff.Figure.allCases where !context.cells(figure.rawValue).isEmpty {
        claim.figures[figure] =
          try figure == .nextBelow
          ? context.score(figure.rawValue)?.billionths
          : Int64(context.wholeNumber(figure.rawValue, in: 0...1_000_000_000))
      }
      let binding = context.cells("binding")
      if !binding.isEmpty {
        guard let word = Cutoff.Binding(rawValue: binding) else {
          throw CellProblem(.unknown, "binding", "\"\(binding)\" is not yes, no or closed")
        }
        claim.binding = word
      }
      if statesKeys {
        claim.keys = try ties.values(
          ofLine: context.cells("cutoff_keys"), decimalSeparator: context.habits.decimalSeparator)
      }
      rows.append(CutoffRow(claim: claim))
    }
    try reading.rejects.refuseAny()
    return reading.rows.map(\.claim)
  }

  private struct PlacementRow: TableRow {
    let claim: ClaimedPlacement.Row
  }

  private struct CutoffRow: TableRow {
    let claim: ClaimedCutoff
  }
}

extension ProgrammeImport {
  /// The engine's name of the programme in a row; what nobody knows stays as it is written, for the
  /// check to report.
  fileprivate func name(
    code: String, schoolCode: String, among names: [String]
  ) throws(CellProblem) -> String {
    if code.isEmpty { return "" }
    do throws(CellProblem) {
      return names[try index(code: code, schoolCode: schoolCode)]
    } catch {
      guard error.reason == .unknown else { throw error }
      return schoolCode.isEmpty ? code : "\(schoolCode)/\(code)"
    }
  }
}
