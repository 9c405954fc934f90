/// A cell, or a whole row, that could not be decoded.
public struct CellFault: Hashable, Sendable {
  /// What is wrong with it.
  public struct Reason: RawRepresentable, Hashable, Sendable {
    /// The stable word of this reason.
    public let rawValue: String

    /// A reason by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Every field of the row is empty.
    public static let blank = Reason(rawValue: "blank")
    /// The row has too few or too many fields.
    public static let columns = Reason(rawValue: "columns")
    /// The row's bytes make no sense in the file's encoding.
    public static let encoding = Reason(rawValue: "encoding")
    /// A quote stands where none may.
    public static let quote = Reason(rawValue: "quote")
    /// No number.
    public static let number = Reason(rawValue: "number")
    /// More decimal digits than the scale has.
    public static let lattice = Reason(rawValue: "lattice")
    /// A number too large to keep.
    public static let range = Reason(rawValue: "range")
    /// No date of the form given.
    public static let date = Reason(rawValue: "date")
    /// Not twelve digits.
    public static let identifier = Reason(rawValue: "identifier")
    /// None of the words given.
    public static let code = Reason(rawValue: "code")
  }

  /// The row in its batch, from 0.
  public let row: Int
  /// The column, from 0; nil if the whole row is meant.
  public let column: Int?
  /// What is wrong.
  public let reason: Reason

  /// A fault of a cell, or of a row where `column` is nil.
  public init(row: Int, column: Int?, reason: Reason) {
    self.row = row
    self.column = column
    self.reason = reason
  }
}

/// The values of a column, one for each row of a batch.
public enum DecodedColumn: Sendable {
  /// Nothing was decoded.
  case skipped
  /// Short decimals; ``DecodedBatch/missing16`` where there is none.
  case int16([Int16])
  /// Decimals and dates; ``DecodedBatch/missing32`` where there is none.
  case int32([Int32])
  /// Integers and identifiers; ``DecodedBatch/missing64`` where there is none.
  case int64([Int64])
  /// Codes; ``DecodedBatch/missingCode`` where there is none.
  case codes([UInt16])
  /// Texts; empty where there is none.
  case texts(TextColumn)
  /// Places of texts; empty where there is none.
  case ranges(TextRanges)
}

/// The rows of a batch, decoded column by column.
///
/// A cell that is empty, or faulty, has the missing value. Rows with a fault of the whole row are
/// among the rows: those with a wrong number of fields have missing values everywhere.
public struct DecodedBatch: Sendable {
  /// In a column of `Int16`: no value.
  public static let missing16 = Int16.min
  /// In a column of `Int32`: no value.
  public static let missing32 = Int32.min
  /// In a column of `Int64`: no value.
  public static let missing64 = Int64.min
  /// In a column of codes: no value.
  public static let missingCode = UInt16.max

  /// The rows themselves, for their places and texts.
  public let rows: RowBatch
  /// The columns in the order of the forms.
  public let columns: [DecodedColumn]
  /// What could not be decoded, by row, faults of the whole row first, then by column.
  public let faults: [CellFault]
}
