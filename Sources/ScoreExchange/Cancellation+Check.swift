import Parallel

extension Cancellation {
  /// Ends work that is to stop; called between its pieces.
  ///
  /// - Throws: ``ExchangeError`` with `cancelled`.
  func check() throws(ExchangeError) {
    if isCancelled { throw ExchangeError(.cancelled, "stopped") }
  }
}
