/// The names that are spelled most like `name`, nearest first.
///
/// - Parameters:
///   - name: What somebody wrote.
///   - names: What could have been meant.
///   - limit: The greatest number of suggestions.
/// - Returns: Names within a third of their length in edits (Levenshtein), ties in byte order.
/// - Complexity: O(names × length²).
package func nearestNames(to name: String, among names: [String], limit: Int = 3) -> [String] {
  let wanted = Array(name.lowercased().utf8)
  let ranked = names.compactMap { candidate -> (distance: Int, name: String)? in
    let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
    return distance * 3 <= max(wanted.count, candidate.utf8.count) ? (distance, candidate) : nil
  }
  return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(limit).map(\.name)
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (leftIndex, leftByte) in left.enumerated() {
    var diagonal = row[0]
    row[0] = leftIndex + 1
    for (rightIndex, rightByte) in right.enumerated() {
      let substituted = diagonal + (leftByte == rightByte ? 0 : 1)
      diagonal = row[rightIndex + 1]
      row[rightIndex + 1] = min(substituted, diagonal + 1, row[rightIndex] + 1)
    }
  }
  return row[right.count]
}
