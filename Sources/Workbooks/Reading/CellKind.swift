/// What the text of a cell means.
enum CellKind: Sendable {
  case number, shared, text, inline, truth, failure, date

  /// The type of a cell by its word; nil for a word that there is not.
  init?(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
    switch MarkupName(bytes, range) {
    case Self.sharedWord: self = .shared
    case Self.numberWord: self = .number
    case Self.textWord: self = .text
    case Self.inlineWord: self = .inline
    case Self.truthWord: self = .truth
    case Self.failureWord: self = .failure
    case Self.dateWord: self = .date
    default: return nil
    }
  }

  private static let sharedWord = MarkupName("s")
  private static let numberWord = MarkupName("n")
  private static let textWord = MarkupName("str")
  private static let inlineWord = MarkupName("inlineStr")
  private static let truthWord = MarkupName("b")
  private static let failureWord = MarkupName("e")
  private static let dateWord = MarkupName("d")
}
