/// The steps of a calculation, read back from the column `trace`.
///
/// The column is English in every language, for programs read it; what people are shown of it is said
/// in theirs.
package enum TraceReading {
  private static let book = Phrasebook(Vietnamese.trace.keys)

  /// A rule of rounding or another part of a step.
  static func words(of part: String) -> Message { book.message(reading: part) }

  /// The steps of a trace in their order.
  ///
  /// - Parameter trace: A cell of the column `trace`.
  /// - Returns: One message a step; in English they are the cell.
  package static func steps(of trace: String) -> [Message] {
    trace.split(separator: "; ").map { book.message(reading: String($0)) }
  }
}
