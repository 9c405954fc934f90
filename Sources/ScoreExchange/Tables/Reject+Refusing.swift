extension [Reject] {
  /// Ends the reading of a table in which every row counts.
  func refuseAny() throws(ExchangeError) {
    guard let first else { return }
    throw ExchangeError(.badInput, file: first.file, line: first.row, first.cause)
  }
}
