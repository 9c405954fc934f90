import ScoreExchange

/// Reads a results file that a school has sent.
func importing(_ path: String, of exchange: Exchange) throws -> ImportedResults {
  let request = try ResultRequest(
    [path], assessments: exchange.assessments, exchange: exchange)
  return try ImportedResults(request, plan: WorkPlan(threadCount: 2))
}

/// What a clerk is told: how many rows count, and what is wrong with the others.
func answer(to imported: ImportedResults, in language: Language) -> [String] {
  ["\(imported.count)"]
    + imported.rejects.map { reject in
      "\(reject.row) \(reject.column): \(reject.problem.text(in: language))"
    }
}
