import Parallel

/// The keys of a range of rows of a table, with the syllables of their names.
///
/// A row is named by its position, which is its row in the table less ``base``. Rows are passed as
/// (rows, position): a value of their own would count references in the inner loop.
struct StandardRows: Sendable {
  private(set) var keys: [PersonKeys] = []
  /// Syllables of all names; ``PersonKeys/text`` is a range of it.
  private(set) var store: [UInt8] = []
  /// Keys of the further fields, row after row.
  private(set) var further: [UInt64] = []
  /// Keys of the provinces; empty where the table has none.
  private var provinces: [UInt64] = []
  private let furtherCount: Int
  /// The row of the table at position 0.
  let base: Int

  /// Standardises a range of rows.
  init(_ table: PersonTable, rows: Range<Int>) {
    let letters = LetterTable.entries
    base = rows.lowerBound
    furtherCount = table.further.count
    keys.reserveCapacity(rows.count)
    store.reserveCapacity(rows.count * 24)
    further.reserveCapacity(rows.count * furtherCount)
    for row in rows {
      keys.append(PersonKeys(table, row: row, letters: letters, store: &store))
      if !table.provinces.bytes.isEmpty {
        provinces.append(FurtherComparison.key(table.provinces, row: row, table: letters))
      }
      for column in table.further {
        further.append(FurtherComparison.key(column, row: row, table: letters))
      }
    }
  }

  /// Standardises a whole table, in parallel.
  init(_ table: PersonTable, plan: WorkPlan) {
    let parts = plan.mapChunks(of: table.count, chunkLength: 16_384) {
      StandardRows(table, rows: $0)
    }
    base = 0
    furtherCount = table.further.count
    keys.reserveCapacity(table.count)
    store.reserveCapacity(parts.reduce(0) { $0 + $1.store.count })
    for part in parts {
      let base = UInt32(truncatingIfNeeded: store.count)
      store.append(contentsOf: part.store)
      further.append(contentsOf: part.further)
      provinces.append(contentsOf: part.provinces)
      for var key in part.keys {
        key.textStart &+= base
        keys.append(key)
      }
    }
  }

  /// The key of a further field; 0 where it is missing.
  func further(_ position: Int, _ field: Int) -> UInt64 {
    further[position * furtherCount + field]
  }

  /// The key of the province; 0 where it is missing.
  func province(_ position: Int) -> UInt64 { provinces.isEmpty ? 0 : provinces[position] }

  /// A hash of some letters from one end of a name; nil if it has fewer.
  func letters(_ position: Int, _ wanted: Int, fromEnd: Bool) -> UInt64? {
    var hash: UInt64 = 0
    var count = 0
    let text = keys[position].text
    var place = fromEnd ? text.upperBound - 1 : text.lowerBound
    while count < wanted, place >= text.lowerBound, place < text.upperBound {
      let code = store[place]
      place += fromEnd ? -1 : 1
      guard code < NameScan.endOfSyllable else { continue }
      hash = (hash ^ UInt64(Letter.folded(code))) &* 0x0000_0100_0000_01B3
      count += 1
    }
    return count == wanted ? hash : nil
  }
}
