/// What the cells of a field are read as when a whole column is read at once.
enum ColumnKind: Sendable {
  /// A code or other text that is kept.
  case text
  /// A person's name, or a part of it.
  case name
  /// Text that is only looked at, never kept: it may hold anything.
  case remark
  /// 12 digits; 9 are told from them by ``IdentifierColumn/former(_:)``.
  case identifier
  /// Digits.
  case whole
  /// A decimal with at most this many fraction digits, in units of the last.
  case decimal(digits: Int)
  /// A day.
  case date
  /// One of a few words, and what each means; nil for a word that needs a closer look.
  case words(@Sendable (String) -> UInt16?)
  /// One of these words exactly, at most 65,534 of them, as its place among them.
  case listed([String])
}
