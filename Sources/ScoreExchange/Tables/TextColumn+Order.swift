import Tabular

extension TextColumn {
  /// The order of two texts by their bytes: below zero, zero or above.
  func compare(_ left: Int, _ right: Int) -> Int { compare(left, with: right, of: self) }

  /// The order of a text and one of another column by their bytes: below zero, zero or above.
  func compare(_ left: Int, with right: Int, of other: TextColumn) -> Int {
    withBytes(at: left) { leftBytes in
      other.withBytes(at: right) { leftBytes.byteOrder(to: $0) }
    }
  }
}

extension Span<UInt8> {
  /// The order of two texts by their bytes: below zero, zero or above.
  func byteOrder(to other: Span<UInt8>) -> Int {
    for index in 0..<min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index] ? -1 : 1
    }
    return count - other.count
  }
}

extension String {
  /// Whether this text stands before another by the bytes of its UTF-8, in any locale.
  package func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
