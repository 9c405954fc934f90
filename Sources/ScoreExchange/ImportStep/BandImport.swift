import Parallel
package import ScoreLinking
import Scores

extension BandTable.Band: TableRow {}

extension BandTable {
  /// Reads and checks the band table of a conversion.
  ///
  /// - Parameters:
  ///   - source: The table.
  ///   - conversion: The conversion, whose scale must hold what the table gives; nil: any scale.
  /// - Returns: The table.
  /// - Throws: ``ExchangeError`` with `badInput`: a row that is not four numbers, or bands that are
  ///   no table; a table of the law with a bad row is of no use, so nothing is left out.
  package static func reading(
    _ source: Conversion.BandSource, of conversion: Conversion? = nil
  ) throws(ExchangeError) -> BandTable {
    let table = try InputTable(source.table, schema: .bands)
    let reading: TableReading<[Band]> = table.readRows(
      forcedDecimal: try source.table.layout.forcedDecimal(of: table.name), plan: .sequential
    ) { (context: inout RowContext, rows: inout [Band]) throws(CellProblem) in
      rows.append(
        Band(
          fromLow: try context.knot("from_low"),
          fromHigh: try context.knot("from_high"),
          toLow: try context.knot("to_low"),
          toHigh: try context.knot("to_high"), row: context.number))
    }
    try reading.rejects.refuseAny()
    for band in reading.rows {
      guard let (name, scale) = conversion.map({ ($0.targetName, $0.target) }) else { break }
      for (field, score) in [("to_low", band.toLow), ("to_high", band.toHigh)]
      where score < scale.minimum || scale.maximum < score {
        throw ExchangeError(
          .badInput, file: table.name, line: band.row,
          "\(field) \(score) is not between \(scale.minimum) and \(scale.maximum), as the scale "
            + "\(name) is")
      }
    }
    do throws(LinkingError) {
      return try BandTable(
        bands: reading.rows,
        edges: source.edges == .leftClosed ? .leftClosed : .rightClosed,
        isInterpolated: source.isInterpolated)
    } catch {
      throw ExchangeError(.badInput, file: table.name, "\(error)")
    }
  }
}

extension RowContext {
  /// A score in a cell that must be filled.
  mutating func requiredScore(_ field: String) throws(CellProblem) -> Score {
    guard let score = try score(field) else {
      throw CellProblem(.missing, field, "the cell is empty")
    }
    return score
  }

  /// The end of a band, in a cell that must be filled: kept to nine decimals, which is finer than what
  /// any estimate or school can mean.
  fileprivate mutating func knot(_ field: String) throws(CellProblem) -> Score {
    guard let score = try score(field, isRounded: true) else {
      throw CellProblem(.missing, field, "the cell is empty")
    }
    return score
  }
}
