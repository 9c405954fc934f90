public import Foundation

/// What an issuer's sheet says about a file: how many rows it has and what its totals add up to.
public struct ControlTotals: Hashable, Sendable {
  /// A figure that differs.
  public struct Difference: Hashable, Sendable {
    /// `rows` or `sum`.
    public let figure: String
    /// The file.
    public let file: String
    /// What the sheet says.
    public let expected: String
    /// What the file holds.
    public let found: String
  }

  /// The file they are of, as on the command line; nil for the only one.
  public let file: String?
  /// Rows of data; nil when the sheet does not say.
  public let rows: Int?
  /// Sum of all totals in points; nil when the sheet does not say.
  public let sum: Decimal?

  /// Reads `rows=727,sum=38412.55`, or `results/bka.csv:rows=727` for one of several files.
  ///
  /// Anything else is nil.
  ///
  /// - Parameter text: One or both figures; a sum has a decimal point.
  public init?(_ text: String) {
    var figures = Substring(text)
    if let colon = text.lastIndex(of: ":") {
      file = String(text[..<colon])
      figures = text[text.index(after: colon)...]
    } else {
      file = nil
    }
    var rows: Int?
    var sum: Decimal?
    for part in figures.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2 else { return nil }
      switch pair[0] {
      case "rows":
        guard rows == nil, let count = Int(pair[1]), count >= 0 else { return nil }
        rows = count
      case "sum":
        guard sum == nil, Self.isPlainDecimal(pair[1]), let value = Decimal(string: String(pair[1]))
        else { return nil }
        sum = value
      default: return nil
      }
    }
    self.rows = rows
    self.sum = sum
  }

  private static func isPlainDecimal(_ text: Substring) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    let parts = digits.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
  }

  /// Compares a file with its sheet.
  ///
  /// Rows are all rows of data, whether they could be used or not; the sum is that of the rows that
  /// could.
  ///
  /// - Parameter summary: What was read.
  /// - Returns: The figures that differ, none where all agree.
  public func differences(from summary: FileSummary) -> [Difference] {
    var differences: [Difference] = []
    if let rows, rows != summary.rowsRead {
      differences.append(
        Difference(
          figure: "rows", file: summary.file, expected: "\(rows)", found: "\(summary.rowsRead)"))
    }
    if let sum, sum != summary.sumOfTotals ?? 0 {
      differences.append(
        Difference(
          figure: "sum", file: summary.file, expected: "\(sum)",
          found: "\(summary.sumOfTotals ?? 0)"))
    }
    return differences
  }
}
