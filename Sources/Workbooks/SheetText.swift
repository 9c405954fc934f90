/// A sheet of a workbook as the text of a table.
public struct SheetText: Sendable {
  /// The sheet's name.
  public let sheet: String
  /// UTF-8, comma, LF, quotes where RFC 4180 needs them. Record n is row n of the sheet; rows in which
  /// anything stands have one width, all others are empty lines, and none follows the last filled row.
  public let bytes: [UInt8]
  /// Cells of which the text does not tell everything, in the order of the sheet.
  public let notes: [CellNote]
}

/// A cell of which the text does not tell everything.
public struct CellNote: Hashable, Sendable {
  /// What is to be known about the cell.
  public enum Kind: Hashable, Sendable {
    /// The spreadsheet found no value and shows an error, such as `#N/A`.
    case error(String)
    /// A number cell in which no number stands.
    case noNumber
    /// A formula whose value was never stored, so nobody knows it here; its text is `#UNCALCULATED`.
    case uncalculated
    /// A number shown as a day that no calendar has.
    case impossibleDay
    /// A number with more digits than Excel shows; the text has those that it shows.
    case inexact(shown: String)
    /// A whole number without a date format, in a workbook that counts days from 1904: taken for a
    /// day of the usual count it would be four years off.
    case countedFrom1904
  }

  /// The row as the spreadsheet counts, from 1.
  public let row: Int
  /// The column, from 0.
  public let column: Int
  /// What is to be known.
  public let kind: Kind

  /// A note.
  public init(row: Int, column: Int, kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }
}
