import ScoreExchange

/// Reads a results file that a school has sent.
func importing(_ path: String, of exchange: Exchange) throws -> ImportedResults {
  let request = try ResultRequest(
    [path], assessments: exchange.assessments, exchange: exchange)
  return try ImportedResults(request, plan: WorkPlan(threadCount: 2))
}
