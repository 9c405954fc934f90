public import BatchSigning

extension Exchange {
  /// Whether nothing about a person may be shown yet.
  ///
  /// - Parameter stated: The time that outputs carry. An embargo lasts until this time and the system's
  ///   clock have both reached its end, for a time that anybody may state lifts none.
  /// - Returns: Whether there is an embargo that has not ended.
  public func isUnderEmbargo(at stated: UTCInstant) -> Bool {
    embargo.map { min(stated, .now) < $0 } ?? false
  }
}

extension ExchangeRun {
  /// Whether nothing about a person may be shown yet: then nothing is written, and only the summary,
  /// which counts, may be looked at.
  ///
  /// - Parameter stated: The time that outputs carry; see ``Exchange/isUnderEmbargo(at:)``.
  /// - Returns: Whether the exchange has an embargo that has not ended.
  public func isUnderEmbargo(at stated: UTCInstant) -> Bool {
    exchange.isUnderEmbargo(at: stated)
  }

  /// Refuses to show anything about a person before the exchange allows it.
  ///
  /// - Throws: ``ExchangeError`` with `notPermitted`.
  func refuseEmbargo(at stated: UTCInstant) throws(ExchangeError) {
    guard let embargo = exchange.embargo, isUnderEmbargo(at: stated) else { return }
    throw ExchangeError(
      .notPermitted, file: exchange.path,
      "nothing about a person may be shown before \(embargo) (embargo); nothing was written")
  }
}
