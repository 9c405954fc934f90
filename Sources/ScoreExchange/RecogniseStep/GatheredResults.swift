internal import Tabular

/// Some results of a table, side by side.
///
/// The results of neighbouring applicants lie all over the table. Fetched together, column by column,
/// they are waited for once and not one by one.
///
/// It is a class because it is looked at for every decision.
final class GatheredResults: Sendable {
  /// Where the results stand in the table.
  let places: [UInt32]
  private let assessments: [UInt16]
  private let sittings: [UInt16]
  private let totals: [Int32]
  private let statuses: [UInt8]
  private let numbers: TextColumn
  private let table: ResultTable

  /// Fetches results.
  ///
  /// - Parameters:
  ///   - places: Where they stand in the table.
  ///   - table: All results.
  ///   - hasNumbers: Whether their candidate numbers are fetched too, for all of them will be asked for.
  init(_ places: [UInt32], of table: ResultTable, hasNumbers: Bool) {
    self.places = places
    self.table = table
    assessments = places.map { UInt16(table.assessment[Int($0)]) }
    sittings = places.map { UInt16(table.sitting[Int($0)]) }
    totals = places.map { table.total[Int($0)] }
    statuses = places.map { table.status[Int($0)] }
    numbers = hasNumbers ? table.candidateNumber.selecting(places) : TextColumn()
  }

  func assessment(of result: Int) -> Int { Int(assessments[result]) }
  func sitting(of result: Int) -> Int { Int(sittings[result]) }
  func total(of result: Int) -> Int32 { totals[result] }
  func status(of result: Int) -> ResultStatus { ResultStatus.allCases[Int(statuses[result])] }
  /// A part of a result; nil where its assessment has none such.
  func part(_ part: Int, of result: Int) -> Int32? {
    let parts = table.parts(at: Int(places[result]))
    return part < parts.count ? parts[parts.startIndex + part] : nil
  }

  /// Lends a candidate number.
  func withNumber<Value>(of result: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    if numbers.isEmpty {
      return table.candidateNumber.withBytes(at: Int(places[result])) { body($0) }
    }
    let bytes = numbers.bytes
    return body(bytes.span.extracting(numbers.range(of: result)))
  }
}
