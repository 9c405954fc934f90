/// The order in which a file writes day and month.
package enum DayMonthOrder: String, Hashable, Sendable {
  /// Day first, as in 14/02/2007.
  case dayFirst = "dd/mm/yyyy"
  /// Month first, as in 02/14/2007.
  case monthFirst = "mm/dd/yyyy"
}
