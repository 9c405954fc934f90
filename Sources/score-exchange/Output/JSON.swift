import ScoreExchange

/// Writes a value to standard output as one JSON document, with its keys in order.
///
/// - Parameters:
///   - value: The value.
///   - isLine: Whether the document is one line, where several follow one another.
/// - Throws: ``ExchangeError`` with `inputOutput` for a value that JSON cannot hold.
func writeJSON(_ value: some Encodable, isLine: Bool = false) throws(ExchangeError) {
  writeOutput(try jsonDocument(value, isLine: isLine))
}
