/// Compares the values of further fields by their letters and digits; holds the buffers it needs.
struct FurtherComparison {
  private let table = LetterTable.entries
  private var left: [UInt8] = []
  private var right: [UInt8] = []
  private var distances = EditDistance()

  /// The key of a value: its letters and digits without marks, case and gaps; 0 if there are none.
  static func key(_ column: TextColumn, row: Int, table: [UInt16]) -> UInt64 {
    var hash: UInt64 = 0
    Self.forEachLetter(column, row: row, table: table) { code in
      if code != gap { hash = (hash ^ UInt64(code)) &* 0x0000_0100_0000_01B3 }
    }
    return hash == 0 ? 0 : max(1, mixed(hash))
  }

  /// The level of two values whose keys differ.
  mutating func compare(
    _ kind: FurtherField.Kind, _ leftColumn: TextColumn, _ leftRow: Int,
    _ rightColumn: TextColumn, _ rightRow: Int
  ) -> FurtherLevel {
    if kind == .exact { return .different }
    Self.read(leftColumn, leftRow, table, into: &left)
    Self.read(rightColumn, rightRow, table, into: &right)
    let length = max(left.count, right.count)
    // Gaps are letters here: "Elm street" and "Elmstreet" are one slip apart.
    let distance = distances.bounded(
      left, left.indices, right, right.indices, limit: kind == .number ? 1 : 4)
    if kind == .number { return distance == 1 ? .close : .different }
    if distance == 1 && length >= 3 || distance == 2 && length >= 7 { return .close }
    let (common, fewest, most) = commonWords()
    if fewest >= 2 && common == most { return .close }
    if distance <= 4 && length >= 3 * distance { return .near }
    return common > 0 && 2 * common >= most ? .near : .different
  }

  private static let gap: UInt8 = 0

  /// How many words of the one value are words of the other, and how many each has.
  private func commonWords() -> (common: Int, fewest: Int, most: Int) {
    let lefts = left.split(separator: Self.gap)
    let rights = right.split(separator: Self.gap)
    let common = lefts.count { rights.contains($0) }
    return (common, min(lefts.count, rights.count), max(lefts.count, rights.count))
  }

  private static func read(
    _ column: TextColumn, _ row: Int, _ table: [UInt16], into letters: inout [UInt8]
  ) {
    letters.removeAll(keepingCapacity: true)
    forEachLetter(column, row: row, table: table) { letters.append($0) }
  }

  private static func forEachLetter(
    _ column: TextColumn, row: Int, table: [UInt16], _ body: (UInt8) -> Void
  ) {
    let range = column.range(row)
    let end = min(range.upperBound, range.lowerBound + PersonKeys.longestName)
    var position = range.lowerBound
    while position < end {
      let scalar = nextScalar(column.bytes, &position, end)
      let letter = LetterTable.letter(scalar, table)
      switch letter.kind {
      case .letter: body(Letter.folded(letter.code))
      case .gap: body(gap)
      case .other: body(Letter.firstOther | UInt8(scalar & 0x3F))
      case .nothing, .tone, .modifier: break
      }
    }
  }
}
