extension RunFigures {
  /// Refuses tables that do not have as many rows as the summary counts: something was taken out
  /// of the folder, or put in.
  func check(_ folder: String, reviewCount: Int) throws(ExchangeError) {
    let sum = recognition.sum
    try compare(
      "\(folder)/review.csv", "pairs for review", links.pairs.values.reduce(0) { $0 + $1.waiting },
      reviewCount)
    try compare(
      "\(folder)/results.csv", "results without a link", summary.links.none,
      results.count - links.linkedResults - links.waitingResults)
    try compare(
      "\(folder)/recognised.csv", "recognised", summary.recognition.recognised,
      sum.recognised)
    guard sum.refused == summary.recognition.refused else {
      throw ExchangeError(
        .badInput, file: "\(folder)/recognised.csv",
        "the refusals are not those that summary.json counts")
    }
    try compare("\(folder)/placements.csv", "placed", summary.placement.placed, placement.placed)
    try compare(
      "\(folder)/placements.csv", "unplaced", summary.placement.unplaced,
      placement.unplaced)
    try compare(
      "\(folder)/cutoffs.csv", "admitted", placement.placed,
      cutoffs.reduce(0) { $0 + $1.admitted })
    try compare(
      "\(folder)/rejects.csv", "rejected rows",
      summary.files.reduce(0) { $0 + $1.rowsRejected }, rejects.count)
  }

  private func compare(
    _ file: String, _ what: Message, _ expected: Int, _ found: Int
  ) throws(ExchangeError) {
    guard expected == found else {
      throw ExchangeError(
        .badInput, file: file, "\(found) \(what), the run counted \(expected)")
    }
  }
}
