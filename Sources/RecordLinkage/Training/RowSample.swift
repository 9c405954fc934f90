import Parallel

/// Some rows of a table, drawn by the hashes of their keys: the same rows in whatever order they
/// stand.
enum RowSample {
  /// The rows whose keys have the smallest hashes, in that order.
  static func rows(_ table: any PersonRows, count: Int, plan: WorkPlan) -> [UInt32] {
    var sample: [(hash: UInt64, row: UInt32)] = []
    // A threshold first, so that a large table is not sorted whole.
    var share = min(1, 2 * Double(count) / Double(max(1, table.count)))
    while true {
      let threshold = share >= 1 ? UInt64.max : UInt64(share * 18_446_744_073_709_549_568)
      let parts = plan.mapChunks(of: table.count, chunkLength: 1 << 16) { rows in
        zip(table.keyHashes(rows, seed: 1), rows).filter { $0.0 <= threshold }
          .map { (hash: $0, row: UInt32($1)) }
      }
      sample = parts.flatMap { $0 }
      if share >= 1 || sample.count >= count { break }
      share = min(1, share * 8)
    }
    sample.sort { first, second in
      if first.hash != second.hash { return first.hash < second.hash }
      return table.comparable([first.row, second.row]).contentPrecedes(0, 1)
    }
    return sample.prefix(count).map(\.row)
  }
}
