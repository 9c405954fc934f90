extension PersonTable {
  /// The rows of one source that share a key, group by group in the order of their first rows.
  ///
  /// - Returns: Groups of at least two rows; none where each row has a key of its own.
  /// - Complexity: O(rows).
  package func rowsOfRepeatedKeys() -> [[Int]] {
    let hashes = (0..<count).map { mixed(keys.hash(of: $0, seed: UInt64(sources[$0]))) }
    // Few keys are there twice, and most of the others have a place to themselves.
    var visits = [UInt8](repeating: 0, count: 8 * count)
    func place(_ hash: UInt64) -> Int {
      Int(hash.multipliedFullWidth(by: UInt64(8 * count)).high)
    }
    for hash in hashes { visits[place(hash)] = min(2, visits[place(hash)] + 1) }
    let doubtful = (0..<count).filter { visits[place(hashes[$0])] > 1 }
    var counts: [UInt64: Int] = [:]
    for row in doubtful { counts[hashes[row], default: 0] += 1 }
    struct Name: Hashable {
      let source: UInt32
      let key: ArraySlice<UInt8>
    }
    var groups: [Name: [Int]] = [:]
    for row in doubtful where counts[hashes[row], default: 0] > 1 {
      let name = Name(source: sources[row], key: keys.bytes[keys.range(row)])
      groups[name, default: []].append(row)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
