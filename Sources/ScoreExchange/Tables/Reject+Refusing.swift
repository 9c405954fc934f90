extension [Reject] {
  /// Ends the reading of a table in which every row counts.
  func refuseAny() throws(ExchangeError) {
    guard let first else { return }
    let problem = first.column.isEmpty ? first.problem : "\(first.column): \(first.problem)"
    throw ExchangeError(.badInput, file: first.file, line: first.row, problem)
  }
}
