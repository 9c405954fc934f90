import Files
import Parallel
import ScoreLinking
import Scores

extension EquateEstimate {
  /// Where no analytic error is known, the bootstrap's stands in its place.
  func standardError(_ place: Int) -> SignificantDecimal? {
    table.entries[place].standardError
      ?? bootstrap.flatMap { SignificantDecimal($0.standardErrors[place]) }
  }

  private var output: OutputTable {
    .conversion(table, rounding: rounding, standardError: standardError)
  }

  /// The published table: `from,to,rounded,standard_error,flag`, lowest score first.
  ///
  /// - Parameter isForSpreadsheet: Whether a spreadsheet will open it.
  /// - Returns: The bytes of the CSV file.
  public func tableCSV(isForSpreadsheet: Bool = false) -> [UInt8] {
    output.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }

  /// Draws the conversion with its error band into an SVG file, whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writePlot(to path: String) throws(ExchangeError) {
    do throws(FileError) {
      try writeBytes(Array(ConversionPlot(function).svg.utf8), to: path)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// The conversion with its error band in characters, for a terminal.
  public var textPlot: String { ConversionPlot(function).text() }

  /// Writes the published table, whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func writeTable(to path: String, isForSpreadsheet: Bool = false) throws(ExchangeError) {
    try output.write(
      to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: .sequential)
  }
}

extension OutputTable {
  /// A conversion as it is published: `from,to,rounded,standard_error,flag`, lowest score first.
  static func conversion(
    _ table: ConversionTable, rounding: RoundingRule,
    standardError: (_ place: Int) -> SignificantDecimal?
  ) -> OutputTable {
    let lines = EquateReport.Line.all(of: table, rounding: rounding, standardError: standardError)
    return OutputTable(
      headings: ["from", "to", "rounded", "standard_error", "flag"],
      rows: lines.map { [$0.from, $0.to, $0.rounded, $0.standardError ?? "", $0.flag] })
  }
}
