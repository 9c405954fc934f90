import Foundation

/// A value as one JSON document: keys in byte order, a line end at its end.
///
/// - Parameters:
///   - value: The value.
///   - isLine: Whether the document is one line.
/// - Returns: The document in UTF-8.
/// - Throws: ``ExchangeError`` with `inputOutput` for a value that JSON cannot hold.
package func jsonDocument(
  _ value: some Encodable, isLine: Bool = false
) throws(ExchangeError) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if !isLine { encoder.outputFormatting.insert(.prettyPrinted) }
  do {
    return Array(try encoder.encode(value)) + [0x0A]
  } catch let EncodingError.invalidValue(_, context) {
    let place = context.codingPath.map(\.stringValue).joined(separator: ".")
    throw ExchangeError(.inputOutput, "JSON cannot hold what stands at \(place)")
  } catch {
    throw ExchangeError(.inputOutput, "\(error)")
  }
}
