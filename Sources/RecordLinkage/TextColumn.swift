/// Text of many rows in one array of bytes, so that a row costs no allocation.
struct TextColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// True once the text passed what 32-bit offsets reach; rows from there on read as empty.
  private(set) var isOverfull = false

  var count: Int { ends.count }

  mutating func reserveCapacity(_ rows: Int, bytesPerRow: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(min(rows.multipliedReportingOverflow(by: bytesPerRow).0, 1 << 31))
  }

  /// Makes room for some rows, and for the bytes of other columns beside those that there are.
  mutating func reserveCapacity(_ rows: Int, for columns: some Sequence<TextColumn>) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(min(columns.reduce(bytes.count) { $0 + $1.bytes.count }, 1 << 32))
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    closeRow()
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    closeRow()
  }

  mutating func append(contentsOf other: TextColumn) {
    isOverfull = isOverfull || other.isOverfull
    append(other.bytes, ends: other.ends)
  }

  /// Adds texts that lie one behind the other.
  mutating func append(_ texts: [UInt8], ends textEnds: [UInt32]) {
    let base = bytes.count
    isOverfull = isOverfull || base + texts.count > Int(UInt32.max)
    guard !isOverfull else {
      appendMissing(textEnds.count)
      return
    }
    bytes.append(contentsOf: texts)
    let shift = UInt32(base)
    ends.append(contentsOf: textEnds.lazy.map { $0 &+ shift })
  }

  /// The texts of some rows, in the order given.
  func selecting(_ rows: ArraySlice<UInt32>) -> TextColumn {
    var selected = TextColumn()
    guard !bytes.isEmpty else {
      selected.appendMissing(rows.count)
      return selected
    }
    selected.bytes.reserveCapacity(bytes.count / max(1, count) * rows.count)
    selected.ends.reserveCapacity(rows.count)
    for row in rows { selected.append(bytes[range(Int(row))]) }
    return selected
  }

  /// Adds rows without a text.
  mutating func appendMissing(_ count: Int) {
    ends.append(contentsOf: repeatElement(UInt32(bytes.count), count: count))
  }

  private mutating func closeRow() {
    if bytes.count > Int(UInt32.max) {
      isOverfull = true
      bytes.removeSubrange(Int(ends.last ?? 0)...)
    }
    ends.append(UInt32(bytes.count))
  }

  func range(_ row: Int) -> Range<Int> {
    Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])
  }

  func isEmpty(_ row: Int) -> Bool { range(row).isEmpty }

  func string(_ row: Int) -> String {
    String(decoding: bytes[range(row)], as: UTF8.self)
  }

  /// Whether two rows have the same text.
  func areSame(_ one: Int, _ other: Int) -> Bool { precedes(one, self, other) == nil }

  /// A hash of a text and a seed, eight bytes at a time.
  func hash(of row: Int, seed: UInt64) -> UInt64 {
    let range = range(row)
    var hash = seed ^ UInt64(range.count)
    var place = range.lowerBound
    let bytes = bytes.span
    while place < range.upperBound {
      let length = min(8, range.upperBound - place)
      var word: UInt64 = 0
      if let eight = bytes.eightBytes(at: place) {
        word = eight & UInt64(bytesOfOnes: length)
      } else {
        for offset in 0..<length { word |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
      }
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += length
    }
    return hash
  }

  /// Whether a row stands before a row of another column in the order of bytes; nil if equal.
  func precedes(_ row: Int, _ other: TextColumn, _ otherRow: Int) -> Bool? {
    let left = range(row)
    let right = other.range(otherRow)
    for offset in 0..<min(left.count, right.count) {
      let (l, r) = (bytes[left.lowerBound + offset], other.bytes[right.lowerBound + offset])
      if l != r { return l < r }
    }
    return left.count == right.count ? nil : left.count < right.count
  }
}
