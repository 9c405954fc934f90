/// Fields that stand side by side in many rows, written once.
package struct WrittenFields: Sendable {
  let texts: [String]
  /// The fields as plain CSV.
  let plain: ByteOutput

  /// Fields of these texts, of which there is at least one.
  package init(_ texts: [String]) {
    self.texts = texts
    var writer = TableWriter()
    for text in texts { writer.append(text) }
    plain = writer.output
  }
}
