import Parallel

/// The right rows in the order of their birth dates, cut into pieces of work.
struct RightPieces: Sendable {
  /// Some rows and their birth dates, ascending.
  struct Piece: Sendable {
    let rows: ArraySlice<UInt32>
    let dates: [PackedDate]
  }

  /// All rows, in this order.
  let rows: [UInt32]
  private var pieces: [(rows: Range<Int>, dates: [PackedDate])] = []

  /// Rows of one piece, and left rows born on their days, unless one day has more: few enough to stay
  /// in a processor's cache, and enough to be worth a thread's while.
  static let rowLimit = 32_768

  /// Cuts rows into pieces.
  ///
  /// - Parameters:
  ///   - rows: The numbers of the rows, ascending.
  ///   - births: The birth dates of all rows, in days since 1970-01-01.
  ///   - days: The birth dates of the left rows.
  ///   - plan: The threads to use.
  /// - Complexity: O(rows).
  init(_ rows: [UInt32], births: [Int32], _ days: BirthDays, plan: WorkPlan) {
    let order = BirthOrder(rows, births: births, plan: plan)
    self.rows = order.rows
    var lefts = 0
    for (start, end) in zip(order.starts, order.starts.dropFirst()) {
      let date = PackedDate(days: births[Int(order.rows[start])])
      let leftsOfDay = date.isMissing ? 0 : days.places(date).count
      if let first = pieces.last?.rows.lowerBound, end - first <= Self.rowLimit,
        lefts + leftsOfDay <= Self.rowLimit
      {
        pieces[pieces.count - 1].rows = first..<end
        pieces[pieces.count - 1].dates.append(date)
        lefts += leftsOfDay
      } else {
        // Each piece has indexes of its own, which must not cost more than what is looked up in them.
        let length = max(Self.rowLimit, leftsOfDay / 4)
        for start in stride(from: start, to: end, by: length) {
          pieces.append((start..<min(start + length, end), [date]))
        }
        lefts = leftsOfDay
      }
    }
  }

  /// Number of pieces.
  var count: Int { pieces.count }

  subscript(number: Int) -> Piece {
    Piece(rows: rows[pieces[number].rows], dates: pieces[number].dates)
  }
}
