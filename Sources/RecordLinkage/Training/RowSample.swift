/// Some rows of a table, drawn by the hashes of their keys: the same rows in whatever order they
/// stand.
enum RowSample {
  /// The rows whose keys have the smallest hashes, in that order.
  static func rows(_ table: PersonTable, count: Int) -> [UInt32] {
    var sample: [(hash: UInt64, row: UInt32)] = []
    // A threshold first, so that a large table is not sorted whole.
    var share = min(1, 2 * Double(count) / Double(max(1, table.count)))
    while true {
      let threshold = share >= 1 ? UInt64.max : UInt64(share * 18_446_744_073_709_549_568)
      sample.removeAll()
      for row in 0..<table.count {
        let hash = hashed(table.keys.bytes, table.keys.range(row), seed: 1)
        if hash <= threshold { sample.append((hash, UInt32(row))) }
      }
      if share >= 1 || sample.count >= count { break }
      share = min(1, share * 8)
    }
    sample.sort { first, second in
      if first.hash != second.hash { return first.hash < second.hash }
      return table.contentPrecedes(Int(first.row), Int(second.row))
    }
    return sample.prefix(count).map(\.row)
  }
}
