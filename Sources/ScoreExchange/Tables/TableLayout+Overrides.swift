package import Scores
package import Tabular

extension TableLayout {
  /// Refuses words that mean no encoding, delimiter, decimal sign or date form.
  ///
  /// - Throws: ``ExchangeError`` with `badInput`.
  package func check() throws(ExchangeError) {
    _ = try dialectOverrides(of: "")
    _ = try forcedDecimal(of: "")
    _ = try forcedDayMonthOrder(of: "")
  }

  /// What is said of the file's encoding and delimiter.
  ///
  /// - Parameter file: The file's name, for errors.
  /// - Returns: The encoding and the delimiter, where they are said.
  /// - Throws: ``ExchangeError`` with `badInput` for a word that means no encoding or delimiter.
  package func dialectOverrides(of file: String) throws(ExchangeError) -> DialectOverrides {
    var overrides = DialectOverrides()
    if let encoding {
      guard let known = TextEncoding(word: encoding) else {
        let words = TextEncoding.allCases.map(\.word).joined(separator: ", ")
        throw ExchangeError(
          .badInput, file: file, "unknown encoding \"\(encoding)\"; use one of \(words)")
      }
      overrides.encoding = known
    }
    if let delimiter {
      guard let known = Delimiter(word: delimiter) else {
        let words = Delimiter.allCases.map(\.word).joined(separator: ", ")
        throw ExchangeError(
          .badInput, file: file, "unknown delimiter \"\(delimiter)\"; use one of \(words)")
      }
      overrides.delimiter = known
    }
    return overrides
  }

  /// The decimal sign that is said of the file, if any.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for another word.
  package func forcedDecimal(of file: String) throws(ExchangeError) -> DecimalSeparator? {
    guard let decimal else { return nil }
    guard let separator = DecimalSeparator(word: decimal) else {
      throw ExchangeError(
        .badInput, file: file, "unknown decimal sign \"\(decimal)\"; use point or comma")
    }
    return separator
  }

  /// The order of day and month that is said of the file, if any.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for another word.
  package func forcedDayMonthOrder(of file: String) throws(ExchangeError) -> DayMonthOrder? {
    guard let dateFormat else { return nil }
    switch headingKey(dateFormat) {
    case "ddmmyyyy", "dmyyyy", "dmy", "yyyymmdd", "iso", "excelserial", "excel":
      return .dayFirst
    case "mmddyyyy", "mdyyyy", "mdy": return .monthFirst
    default:
      throw ExchangeError(
        .badInput, file: file,
        "unknown date form \"\(dateFormat)\"; use dd/mm/yyyy, d/m/yyyy, mm/dd/yyyy, yyyy-mm-dd, "
          + "ddmmyyyy or excel")
    }
  }
}
