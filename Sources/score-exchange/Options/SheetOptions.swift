import ArgumentParser
import ScoreExchange

/// Which sheet of its workbook each table stands on.
struct SheetOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .said(
      "The sheet on which a table of a workbook stands, as wishes=NAME; repeat for more.",
      valueName: "table=sheet"))
  var sheet: [String] = []

  /// The sheets by table.
  ///
  /// - Parameter tables: The tables that there are.
  /// - Returns: The name of the sheet of each table that has one.
  /// - Throws: ``ExchangeError`` with `usage` for another form or another table.
  func byTable(_ tables: [String]) throws(ExchangeError) -> [String: String] {
    var sheets: [String: String] = [:]
    for pair in sheet {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, tables.contains(parts[0]) else {
        throw ExchangeError(
          .usage,
          "--sheet \"\(pair)\" is not of the form table=sheet; tables are "
            + "\(tables.joined(separator: ", "))")
      }
      sheets[parts[0]] = parts[1]
    }
    return sheets
  }
}
