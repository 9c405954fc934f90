/// How a school's export writes a table: bytes, separators, numbers, dates.
struct SampleDialect: Sendable {
  enum Encoding: Sendable {
    case utf8, utf8WithMark, utf16LittleEndian
  }

  enum DateForm: Sendable {
    /// 14/02/2007
    case slashes
    /// 14/2/2007
    case shortSlashes
    /// 2007-02-14
    case iso
    /// 14022007
    case digits
  }

  var encoding = Encoding.utf8
  var delimiter = UInt8(ascii: ",")
  var quotesEverything = false
  var endsLinesWithCRLF = false
  var decimalMark = UInt8(ascii: ".")
  /// 54.50 if set, else 54.5.
  var keepsTrailingZeros = true
  var dateForm = DateForm.slashes
  /// Letters taken apart (NFD), as a Mac's export has them.
  var isDecomposed = false
  /// The line that tells Excel the delimiter.
  var hasSeparatorLine = false
}
