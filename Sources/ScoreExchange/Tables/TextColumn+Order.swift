import Tabular

extension TextColumn {
  /// The order of two texts by their bytes: below zero, zero or above.
  func compare(_ left: Int, _ right: Int) -> Int { compare(left, with: right, of: self) }

  /// The order of a text and one of another column by their bytes: below zero, zero or above.
  func compare(_ left: Int, with right: Int, of other: TextColumn) -> Int {
    withBytes(at: left) { leftBytes in
      other.withBytes(at: right) { rightBytes in
        for index in 0..<min(leftBytes.count, rightBytes.count)
        where leftBytes[index] != rightBytes[index] {
          return leftBytes[index] < rightBytes[index] ? -1 : 1
        }
        return leftBytes.count - rightBytes.count
      }
    }
  }
}

extension String {
  /// Whether this text stands before another by the bytes of its UTF-8, in any locale.
  package func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
