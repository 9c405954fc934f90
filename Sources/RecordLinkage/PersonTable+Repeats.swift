extension PersonTable {
  /// The rows of one source that share a key, group by group in the order of their first rows.
  ///
  /// - Returns: Groups of at least two rows; none where each row has a key of its own.
  /// - Complexity: O(rows).
  package func rowsOfRepeatedKeys() -> [[Int]] {
    let hashes = (0..<count).map { mixed(keys.hash(of: $0, seed: UInt64(sources[$0]))) }
    // Few keys are there twice, and a mark finds nearly all that are there once.
    var marks = [Bool](repeating: false, count: max(1, 8 * count))
    var doubtful: Set<UInt64> = []
    for hash in hashes {
      let place = Int(hash.multipliedFullWidth(by: UInt64(marks.count)).high)
      if marks[place] { doubtful.insert(hash) }
      marks[place] = true
    }
    struct Name: Hashable {
      let source: UInt32
      let key: ArraySlice<UInt8>
    }
    var groups: [Name: [Int]] = [:]
    for row in 0..<count where doubtful.contains(hashes[row]) {
      let name = Name(source: sources[row], key: keys.bytes[keys.range(row)])
      groups[name, default: []].append(row)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
