import Foundation
import ScoreLinking
public import Scores
import TestSupport

/// Scores of tests are written as they are printed.
extension Score: ExpressibleByStringLiteral {
  /// The score that the text prints; a test with another text is wrong.
  public init(stringLiteral text: String) {
    guard let score = try? Score(parsing: text) else { preconditionFailure(text) }
    self = score
  }
}

/// The tables in `fixtures/conversions`.
enum PublishedTables {
  static func bands(_ name: String) throws -> [BandTable.Band] {
    let text = try String(
      contentsOfFile: Fixtures.path("conversions/\(name).csv"), encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().enumerated().map { row, line in
      let cells = try line.split(separator: ",").map { try Score(parsing: $0) }
      return BandTable.Band(
        fromLow: cells[0], fromHigh: cells[1], toLow: cells[2], toHigh: cells[3], row: row + 1)
    }
  }

  static func table(
    _ name: String, edges: BandTable.EdgeRule = .rightClosed
  ) throws -> BandTable {
    try BandTable(
      bands: bands(name), edges: edges, isInterpolated: name != "haui-2026")
  }
}
