import Parallel

/// The keys of rows of a table, with the syllables of their names, in an order of their own.
///
/// A row is named by its position in that order. Rows are passed as (rows, position): a value of their
/// own would count references in the inner loop.
struct StandardRows: Sendable {
  private(set) var keys: [PersonKeys] = []
  /// Syllables of all names; ``PersonKeys/text`` is a range of it.
  private(set) var store: [UInt8] = []
  /// The letters of each name without marks and gaps, from the start of its syllables in ``store``.
  private(set) var letters: [UInt8] = []
  /// The letters of each name, in short.
  private(set) var bags: [LetterBag] = []
  /// Keys of the further fields, row after row.
  private(set) var further: [UInt64] = []
  /// Keys of the provinces; empty where the table has none.
  private var provinces: [UInt64] = []
  private let furtherCount: Int
  /// The row of the table at each position.
  let tableRows: [UInt32]

  /// Standardises a range of rows, in their order.
  init(_ table: PersonTable, rows: Range<Int>) {
    self.init(table, rows: rows.map(UInt32.init)[...])
  }

  /// Standardises some rows.
  init(_ table: PersonTable, rows: ArraySlice<UInt32>) {
    let entries = LetterTable.entries
    tableRows = Array(rows)
    furtherCount = table.further.count
    keys.reserveCapacity(rows.count)
    bags.reserveCapacity(rows.count)
    var codes = CodeStore(expecting: rows.count)
    var (days, birth) = (PersonTable.missingDate, PackedDate(days: PersonTable.missingDate))
    further.reserveCapacity(rows.count * furtherCount)
    for row in rows.lazy.map(Int.init) {
      // In their order, many rows have the date of the one before.
      if table.births[row] != days {
        days = table.births[row]
        birth = PackedDate(days: days)
      }
      let (key, bag) = PersonKeys.standardising(
        table, row: row, birth: birth, letters: entries, store: &codes)
      keys.append(key)
      bags.append(bag)
      if table.hasProvinces {
        provinces.append(FurtherComparison.key(table.provinces, row: row, table: entries))
      }
      for column in table.further {
        further.append(FurtherComparison.key(column, row: row, table: entries))
      }
    }
    (store, letters) = codes.finished()
  }

  /// Standardises a whole table, in parallel, and puts it in ``BirthOrder``.
  init(_ table: any PersonRows, plan: WorkPlan) {
    let order = BirthOrder(Array(0..<UInt32(table.count)), births: table.births, plan: plan).rows
    tableRows = order
    furtherCount = table.furtherFields.count
    keys.reserveCapacity(table.count)
    bags.reserveCapacity(table.count)
    let chunkLength = 16_384
    let chunkCount = (table.count + chunkLength - 1) / chunkLength
    plan.map(count: chunkCount, ahead: 8 * plan.threadCount) { chunk in
      let places = chunk * chunkLength..<min((chunk + 1) * chunkLength, table.count)
      return StandardRows(table.comparable(order[places]), rows: 0..<places.count)
    } take: { part in
      if store.isEmpty {
        // Names of all parts are about as long; room that is not used takes no memory.
        store.reserveCapacity(part.store.count * (chunkCount + chunkCount / 16 + 1))
        letters.reserveCapacity(part.letters.count * (chunkCount + chunkCount / 16 + 1))
      }
      let base = UInt32(truncatingIfNeeded: store.count)
      store.append(contentsOf: part.store)
      letters.append(contentsOf: part.letters)
      bags.append(contentsOf: part.bags)
      further.append(contentsOf: part.further)
      provinces.append(contentsOf: part.provinces)
      for var key in part.keys {
        key.textStart &+= base
        keys.append(key)
      }
    }
  }

  /// The positions at which rows of the table lie.
  ///
  /// - Complexity: O(rows of the table).
  func positions(ofTableRows rows: [UInt32]) -> [Int] {
    if rows.isEmpty { return [] }
    var positions = [UInt32](repeating: 0, count: tableRows.count)
    for (position, row) in tableRows.enumerated() { positions[Int(row)] = UInt32(position) }
    return rows.map { Int(positions[Int($0)]) }
  }

  /// The key of a further field; 0 where it is missing.
  func further(_ position: Int, _ field: Int) -> UInt64 {
    further[position * furtherCount + field]
  }

  /// The key of the province; 0 where it is missing.
  func province(_ position: Int) -> UInt64 { provinces.isEmpty ? 0 : provinces[position] }

  /// How many letters stand before the last syllable of a name.
  func letterCountBeforeGiven(_ position: Int) -> Int {
    let keys = keys[position]
    var start = keys.text.upperBound - 1
    while start > keys.text.lowerBound, store[start - 1] < NameScan.endOfSyllable { start -= 1 }
    return max(0, start - keys.text.lowerBound - Int(keys.syllableCount) + 1)
  }
}
