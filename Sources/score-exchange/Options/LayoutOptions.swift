import ArgumentParser
import ScoreExchange

/// What a clerk says of a file's layout where detection fails.
struct LayoutOptions: ParsableArguments {
  @Option(
    name: .long, help: .said("Encoding: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni."))
  var encoding: String?

  @Option(name: .long, help: .said("Delimiter: comma, semicolon, tab, pipe."))
  var delimiter: String?

  @Option(name: .long, help: .said("Decimal sign: point, comma."))
  var decimal: String?

  @Option(
    name: .customLong("date-format"),
    help: .said("Date form: dd/mm/yyyy, mm/dd/yyyy, yyyy-mm-dd, ddmmyyyy, excel."))
  var dateFormat: String?

  @Option(
    name: .long, help: .said("The sheet of a workbook (default: the first that is shown)."))
  var sheet: String?

  @Option(
    name: .long,
    help: .said(
      "Which heading is which column, as candidate_number=Mã HS; repeat for more.",
      valueName: "field=heading"))
  var column: [String] = []

  func tableLayout() throws(ExchangeError) -> TableLayout {
    var layout = TableLayout()
    layout.encoding = encoding
    layout.delimiter = delimiter
    layout.decimal = decimal
    layout.dateFormat = dateFormat
    layout.sheet = sheet
    for pair in column {
      guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
        throw ExchangeError(.usage, "--column \"\(pair)\" is not of the form field=heading")
      }
      layout.columns[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
    }
    do throws(ExchangeError) {
      try layout.check()
    } catch {
      throw ExchangeError(.usage, error.reason)
    }
    return layout
  }
}
