/// How a date is written, as an inspection shows it.
enum DateShape: Hashable, Sendable, CaseIterable {
  case padded, unpadded, yearFirst, digits, serial

  /// The shape of a cell that is a date; nil for a shape without a name.
  init?(of cell: String) {
    switch WrittenDate.form(of: cell) {
    case .dayMonthYear, .monthDayYear:
      let pieces = cell.utf8.split { !(0x30...0x39 ~= $0) }
      self = pieces.allSatisfy { $0.count > 1 } ? .padded : .unpadded
    case .yearMonthDay: self = .yearFirst
    case .dayMonthYearDigits: self = .digits
    case .spreadsheetSerial: self = .serial
    case nil: return nil
    }
  }

  /// The words of the exchange file for this shape.
  func word(_ order: DayMonthOrder) -> String {
    switch self {
    case .padded: order.rawValue
    case .unpadded: order == .dayFirst ? "d/m/yyyy" : "m/d/yyyy"
    case .yearFirst: "yyyy-mm-dd"
    case .digits: order == .dayFirst ? "ddmmyyyy" : "mmddyyyy"
    case .serial: "excel"
    }
  }

  /// The shape that a column is written in: the commonest; of days without leading zeros those that
  /// need none look padded, so one without is enough.
  static func commonest(in counts: [DateShape: Int]) -> DateShape? {
    var counts = counts
    if let unpadded = counts[.unpadded] {
      counts[.unpadded] = unpadded + (counts.removeValue(forKey: .padded) ?? 0)
    }
    let most = counts.values.max()
    return allCases.first { counts[$0] == most && most != nil }
  }
}
