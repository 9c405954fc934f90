/// The names that are spelled most like `name`, nearest first.
///
/// - Parameters:
///   - name: What somebody wrote.
///   - names: What could have been meant.
///   - limit: The greatest number of suggestions.
/// - Returns: Names within a third of their length in edits, ties in byte order.
/// - Complexity: O(names × length²).
package func nearestNames(to name: String, among names: [String], limit: Int = 3) -> [String] {
  let wanted = Array(name.lowercased().utf8)
  let ranked = names.compactMap { candidate -> (distance: Int, name: String)? in
    let longest = max(wanted.count, candidate.utf8.count)
    // Each byte that one has more is an edit.
    guard abs(wanted.count - candidate.utf8.count) * 3 <= longest else { return nil }
    let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
    return distance * 3 <= longest ? (distance, candidate) : nil
  }
  return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(limit).map(\.name)
}

/// A text as a message shows it: cut where it is longer than anybody reads.
package func shortened(_ text: String, to limit: Int) -> String {
  guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
    end < text.endIndex
  else { return text }
  return text[..<end] + "…"
}

/// Edits between two texts, two neighbours changed over counting as one (optimal string alignment).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (i, leftByte) in left.enumerated() {
    var row = [i + 1]
    for (j, rightByte) in right.enumerated() {
      var least = min(last[j] + (leftByte == rightByte ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, leftByte == right[j - 1], left[i - 1] == rightByte {
        least = min(least, beforeLast[j - 1] + 1)
      }
      row.append(least)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
