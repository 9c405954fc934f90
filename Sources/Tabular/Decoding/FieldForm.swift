/// What the fields of a column are decoded to.
public enum FieldForm: Sendable {
  /// The column is left out.
  case skipped
  /// Digits, up to 18 of them, to `Int64`.
  case integer
  /// A fixed decimal, to `Int32` units of ten to the power of minus `scaleDigits`, which is 0 to 8.
  ///
  /// Further digits are allowed where they are zeros.
  case decimal(scaleDigits: Int, sign: DecimalSign)
  /// A fixed decimal from 0 to 32,767 units, to `Int16`: half the memory of ``decimal(scaleDigits:sign:)``
  /// for scores up to 327.67.
  case shortDecimal(scaleDigits: Int, sign: DecimalSign)
  /// Exactly 12 digits, as a Vietnamese personal identification number, to `Int64`.
  case identifier
  /// A date from 1900 to 2099, to days from 1970-01-01 as `Int32`.
  case date(DateForm)
  /// One of some words, to the number that stands for it as `UInt16`.
  case code(CodeTable)
  /// Text as it is, without quotes, copied out of the file.
  case text
  /// Text as it is, without quotes, as the place where it stands in the file: 6 bytes a row.
  case textRange
}

/// What stands between the whole and the fraction of a number.
public enum DecimalSign: UInt8, Hashable, Sendable {
  /// `80.5`
  case point = 0x2E
  /// `80,5`
  case comma = 0x2C
}

/// How a date is written.
public enum DateForm: Hashable, Sendable, CaseIterable {
  /// `14/02/2007`, also with `-` or `.`, also without leading zeros.
  case dayMonthYear
  /// `2007-02-14`, also with `/` or `.`, also without leading zeros.
  case yearMonthDay
  /// `02/14/2007`, also with `-` or `.`, also without leading zeros.
  case monthDayYear
  /// `14022007`
  case dayMonthYearDigits
  /// Days as Excel counts them: 1 is 1900-01-01, and 1900 a leap year.
  case spreadsheetSerial
}

/// Words and the numbers that stand for them.
public struct CodeTable: Sendable {
  private let codes: [[UInt8]: UInt16]
  /// An open hash table of words of up to 8 bytes, for the block decoder.
  let shortKeys: [UInt64]
  let shortCodes: [UInt16]

  /// A table.
  ///
  /// - Parameter entries: Words, exactly as they stand in the file, and their numbers from 0 to
  ///   65,534. Of a word that is given twice the first number counts.
  public init(_ entries: [(word: String, code: UInt16)]) {
    var codes: [[UInt8]: UInt16] = [:]
    for entry in entries where codes[Array(entry.word.utf8)] == nil {
      codes[Array(entry.word.utf8)] = entry.code
    }
    self.codes = codes
    (shortKeys, shortCodes) = ColumnKernels.hashTable(
      codes.filter {
        (1...8).contains($0.key.count) && $0.key.last != 0 && !$0.key.contains(PlainScanner.quote)
      }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) })
  }

  /// The number of a word, or nil.
  public func code(of word: Span<UInt8>) -> UInt16? {
    codes[word.copied]
  }
}
