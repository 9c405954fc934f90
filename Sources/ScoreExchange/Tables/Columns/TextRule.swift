import Tabular

/// Which characters a column of texts may hold.
enum TextRule: Sendable {
  /// Printable text.
  case text
  /// Letters, and the signs that stand in names.
  case name

  /// What was found in a column.
  struct Check {
    /// Rows that need a closer look.
    var odd: [Int] = []
    /// Rows whose text is kept in another form, in row order.
    var rewritten: [(row: Int, text: String)] = []
  }

  /// Looks at the texts of the sound rows.
  ///
  /// - Parameters:
  ///   - texts: One text a row.
  ///   - states: Which rows are to be read together.
  /// - Returns: Rows that are left, and texts that were composed or freed of needless spaces.
  /// - Complexity: O(bytes).
  func check(_ texts: TextColumn, _ states: [ColumnBatch.RowState]) -> Check {
    var found = Check()
    let bytes = texts.bytes
    let table = self == .name ? Self.nameTable : Self.textTable
    // Each step of a walk waits for the one before, so two walks are on their way at a time.
    for row in stride(from: 0, to: texts.count, by: 2) {
      let first = texts.range(of: row)
      let second = row + 1 < texts.count ? texts.range(of: row + 1) : 0..<0
      let lengths = (first.count, second.count)
      let both = min(lengths.0, lengths.1)
      var walks = (Self.boundary, Self.boundary)
      for step in 0..<both {
        walks.0 = table[Int(walks.0) << 8 | Int(bytes[first.lowerBound + step])]
        walks.1 = table[Int(walks.1) << 8 | Int(bytes[second.lowerBound + step])]
      }
      for place in first.dropFirst(both) { walks.0 = table[Int(walks.0) << 8 | Int(bytes[place])] }
      for place in second.dropFirst(both) { walks.1 = table[Int(walks.1) << 8 | Int(bytes[place])] }
      if walks.0 != Self.inside || lengths.0 > RowCells.longestText {
        look(at: row, texts, lengths.0, states, &found)
      }
      if walks.1 != Self.inside || lengths.1 > RowCells.longestText, row + 1 < texts.count {
        look(at: row + 1, texts, lengths.1, states, &found)
      }
    }
    return found
  }

  /// Looks at a text that is not kept as it is.
  private func look(
    at row: Int, _ texts: TextColumn, _ length: Int, _ states: [ColumnBatch.RowState],
    _ found: inout Check
  ) {
    if length == 0 || states[row] != .sound { return }
    guard length <= RowCells.longestText, let text = mended(texts[row]) else {
      found.odd.append(row)
      return
    }
    found.rewritten.append((row, text))
  }

  /// A text in the form in which it is kept; nil where something else may be wrong with it.
  private func mended(_ text: String) -> String? {
    guard !text.unicodeScalars.contains(where: { isForbidden($0) || $0 == "\u{FFFD}" }) else {
      return nil
    }
    let kept = canonicalText(text)
    var state = Self.boundary
    let table = self == .name ? Self.nameTable : Self.textTable
    for byte in kept.utf8 { state = table[Int(state) << 8 | Int(byte)] }
    return state == Self.inside || kept.isEmpty ? kept : nil
  }

  // States of a walk over the bytes of a text that is plain or precomposed Vietnamese, has no
  // needless space, and cannot be taken for a formula.
  private static let inside: UInt8 = 0
  private static let boundary: UInt8 = 1
  private static let afterSpace: UInt8 = 2
  private static let afterLatin1: UInt8 = 3
  private static let afterLatin: UInt8 = 4
  private static let afterAdditional: UInt8 = 5
  private static let refused: UInt8 = 6

  private static let textTable = transitions { 0x21...0x7E ~= $0 }
  private static let nameTable = transitions {
    switch $0 {
    case 0x41...0x5A, 0x61...0x7A, 0x27, 0x2D, 0x2E: true
    default: false
    }
  }

  private static func transitions(_ isPlain: (UInt8) -> Bool) -> [UInt8] {
    var table = [UInt8](repeating: refused, count: 7 << 8)
    func set(_ state: UInt8, _ bytes: ClosedRange<UInt8>, _ next: UInt8) {
      for byte in bytes { table[Int(state) << 8 | Int(byte)] = next }
    }
    for state in [inside, boundary, afterSpace] {
      for byte in 0x21...UInt8(0x7E) where isPlain(byte) { set(state, byte...byte, inside) }
      set(state, 0xC3...0xC3, afterLatin1)
      set(state, 0xC4...0xC6, afterLatin)
      set(state, 0xE1...0xE1, afterAdditional)
    }
    set(inside, 0x20...0x20, afterSpace)
    // A formula begins with one of these.
    for sign in "=+-@".utf8 { set(boundary, sign...sign, refused) }
    set(afterLatin1, 0x80...0xBF, inside)
    // U+00D7 and U+00F7 are no letters; as other text they are composed all the same.
    for sign in [UInt8(0x97), 0xB7] where !isPlain(0x21) { set(afterLatin1, sign...sign, refused) }
    set(afterLatin, 0x80...0xBF, inside)
    set(afterAdditional, 0xB8...0xBB, afterLatin)
    return table
  }
}
