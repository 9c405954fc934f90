/// Fields that stand side by side in many rows, written once.
package struct WrittenFields: Sendable {
  let texts: [String]
  /// Whether a spreadsheet must not take the field for a number or a date, for each.
  let areIdentifiers: [Bool]
  /// The fields as plain CSV.
  let plain: ByteOutput

  /// Fields of these texts, of which there is at least one.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - identifiers: The places of those that a spreadsheet must leave as they are.
  package init(_ texts: [String], identifiers: Set<Int> = []) {
    self.texts = texts
    areIdentifiers = texts.indices.map(identifiers.contains)
    var writer = TableWriter()
    for text in texts { writer.append(text) }
    plain = writer.output
  }
}
