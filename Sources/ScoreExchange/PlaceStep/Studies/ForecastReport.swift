public import Parallel
import Placement
import Scores

/// How many of the admitted are expected to come, by past yield.
public struct ForecastReport: Encodable, Sendable {
  /// One programme. Numbers of people that are expected have one decimal.
  public struct Line: Encodable, Sendable {
    /// School and code.
    public let programme: String
    /// Its seats.
    public let quota: Int
    /// The people admitted.
    public let admitted: Int
    /// The share of those admitted who came in the past, 0 to 1; nil where none is known and
    /// everybody is expected to come.
    public let yield: Double?
    /// People expected to come.
    public let expected: Double
    /// The standard deviation of that number.
    public let deviation: Double
    /// The fewest admitted for whom as many are expected as there are seats; nil for a yield of 0.
    public let admittedToFill: Int?

    private enum CodingKeys: String, CodingKey {
      case programme, quota, admitted, yield, expected, deviation
      case admittedToFill = "admitted_to_fill"
    }
  }

  /// One for each programme, in their order.
  public let lines: [Line]

  /// The report in words, a line a programme.
  public var sentences: [Message] {
    lines.map { line in
      let yield: Message = line.yield.map { "yield \($0)" } ?? "no yield known"
      let fill: Message =
        line.admittedToFill.map { "; \($0) admitted would fill \(line.quota) seats" } ?? ""
      return "\(line.programme): \(line.admitted) admitted, \(yield), \(line.expected) expected "
        + "(+/- \(line.deviation))\(fill)"
    }
  }
}

extension FilePlacement {
  /// Forecasts how many of the admitted will come.
  ///
  /// - Parameters:
  ///   - source: Rows of school, programme and yield, the past share of those admitted who came,
  ///     from 0 to 1. Of programmes that are not in it everybody is expected.
  ///   - plan: Threads.
  /// - Returns: One line a programme.
  /// - Throws: ``ExchangeError`` for a file or a row that cannot be read.
  public func forecast(
    yields source: TableSource, plan: WorkPlan = .allCores
  ) throws(ExchangeError) -> ForecastReport {
    let table = try InputTable(source, schema: .yields)
    let programmes = files.programmes
    let reading: TableReading<[YieldRow]> = table.readRows(plan: plan) {
      (context: inout RowContext, rows: inout [YieldRow]) throws(CellProblem) in
      let index = try programmes.index(
        code: try context.cells.requiredText("programme"), schoolCode: context.cells("school"))
      guard let share = try context.score("yield"), 0...1_000_000_000 ~= share.billionths else {
        throw CellProblem(.range, "yield", "the yield must be from 0 to 1")
      }
      rows.append(YieldRow(programme: index, share: Double(share.billionths) / 1e9))
    }
    try reading.rejects.refuseAny()
    var yields = [Double?](repeating: nil, count: programmes.programmes.count)
    for row in reading.rows { yields[row.programme] = row.share }
    func oneDecimal(_ value: Double) -> Double { (value * 10).rounded() / 10 }
    return ForecastReport(
      lines: YieldForecast(result, yields: yields).lines.map { line in
        ForecastReport.Line(
          programme: label(line.programme), quota: line.quota, admitted: line.admitted,
          yield: yields[line.programme], expected: oneDecimal(line.expected),
          deviation: oneDecimal(line.deviation), admittedToFill: line.admittedToFill)
      })
  }

  private struct YieldRow: TableRow {
    let programme: Int
    let share: Double
  }
}
