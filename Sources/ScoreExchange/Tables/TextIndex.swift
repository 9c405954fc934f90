import Tabular

/// Finds texts by their bytes: an open hash table over a column in which none comes twice.
package struct TextIndex: Sendable {
  private let texts: TextColumn
  private let slots: [Int32]

  /// An index without texts.
  package init() { self.init(TextColumn()) }

  /// Indexes a column.
  ///
  /// - Parameter texts: Fewer than 2³¹ texts, no two the same.
  /// - Complexity: O(bytes).
  package init(_ texts: TextColumn) {
    self.texts = texts
    var size = 4
    while size < texts.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    let bytes = texts.bytes
    for index in 0..<texts.count {
      var slot = Int(truncatingIfNeeded: Self.hash(bytes, texts.range(of: index))) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
    self.slots = slots
  }

  /// The place of a text, or nil.
  package func place(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    return place(of: bytes, in: bytes.indices)
  }

  /// The place of the text that stands in a part of some bytes, or nil.
  func place(of bytes: [UInt8], in range: Range<Int>) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(bytes, range)) & mask
    while true {
      let found = Int(slots[slot])
      if found < 0 { return nil }
      let other = texts.range(of: found)
      if other.count == range.count
        && equal(texts.bytes, other.lowerBound, bytes, range.lowerBound, range.count)
      {
        return found
      }
      slot = (slot + 1) & mask
    }
  }

  /// FNV-1a of 64 bits, its halves folded.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}

/// Whether two runs of bytes are the same.
func equal(
  _ left: [UInt8], _ leftStart: Int, _ right: [UInt8], _ rightStart: Int, _ count: Int
) -> Bool {
  for offset in 0..<count where left[leftStart + offset] != right[rightStart + offset] {
    return false
  }
  return true
}
