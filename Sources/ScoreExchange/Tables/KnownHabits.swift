import Scores

/// What a table says beforehand about the way it is written.
struct KnownHabits: Sendable {
  /// The order of day and month; nil lets the file speak.
  var dayMonthOrder: DayMonthOrder?
  /// The decimal sign; nil lets the file speak.
  var decimalSeparator: DecimalSeparator?

  /// What the exchange file says.
  ///
  /// - Throws: ``ExchangeError`` with `badInput` for a word that means nothing.
  init(_ layout: TableLayout, file: String) throws(ExchangeError) {
    dayMonthOrder = try layout.forcedDayMonthOrder(of: file)
    decimalSeparator = try layout.forcedDecimal(of: file)
  }

  init(dayMonthOrder: DayMonthOrder? = nil, decimalSeparator: DecimalSeparator? = nil) {
    self.dayMonthOrder = dayMonthOrder
    self.decimalSeparator = decimalSeparator
  }
}
