/// A left row in an index, in eight bytes, with what tells that a pair with it is not worth looking at.
struct BlockEntry: Sendable {
  /// The row and, above it, what pairs with it are worth.
  private let bits: UInt32
  /// The lower half of the key but for its two lowest bits, and in these the ``Reach``.
  private var tagBits: UInt32

  /// Which whole identifiers beside that of a row are worth looking at, whatever the names are.
  private enum Reach: UInt32 {
    case none, near, all
  }

  /// Rows are below this, a power of two.
  static let rowLimit = 1 << 28
  private static let sameNameApart: UInt32 = 1 << 28
  private static let sameNameMissing: UInt32 = 1 << 29
  private static let otherNameMissing: UInt32 = 1 << 30
  /// In the place of a row: the rows with this key are too many, and the other bits are how many.
  private static let isCapped: UInt32 = 1 << 31
  private static let reachBits: UInt32 = 3

  /// What tells the keys of one bucket apart.
  static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) & ~reachBits }

  /// A row of which every pair is worth looking at; it has no key yet.
  init(row: UInt32) {
    bits = row | Self.sameNameMissing | Self.otherNameMissing
    tagBits = Reach.all.rawValue
  }

  /// A row without a key yet, with the pairs that are worth looking at.
  init(row: UInt32, _ identifier: PairSketch.Identifier, _ worth: PairWorth) {
    let beside = identifier == .whole ? worth.apart : worth.missing
    bits =
      row | (beside.sameName ? Self.sameNameApart : 0)
      | (worth.missing.sameName ? Self.sameNameMissing : 0)
      | (worth.missing.otherName ? Self.otherNameMissing : 0)
    let reach: Reach =
      beside.otherName || identifier == .other
      ? .all : identifier == .whole && worth.near ? .near : .none
    tagBits = reach.rawValue
  }

  /// The entry under a key.
  func tagged(_ tag: UInt32) -> BlockEntry {
    var entry = self
    entry.tagBits |= tag
    return entry
  }

  /// In the place of more rows than are compared.
  init(tag: UInt32, cappedRows: Int) {
    bits = Self.isCapped | Self.otherNameMissing | UInt32(cappedRows)
    tagBits = tag | Reach.all.rawValue
  }

  var tag: UInt32 { tagBits & ~Self.reachBits }
  var row: UInt32 { bits & UInt32(Self.rowLimit - 1) }
  var cappedRows: Int? { bits & Self.isCapped == 0 ? nil : Int(row) }

  /// The order in a bucket: by tag; under one, those first that serve a whole identifier.
  var order: UInt64 { UInt64(tag) << 1 | (servesWhole ? 0 : 1) }

  private var reach: UInt32 { tagBits & Self.reachBits }

  /// Whether a pair with some row whose identifier is whole may be worth looking at.
  var servesWhole: Bool { reach != Reach.none.rawValue || bits & Self.sameNameApart != 0 }

  /// Whether a pair with some row that has no identifier may be worth looking at.
  var servesMissing: Bool { bits & (Self.sameNameMissing | Self.otherNameMissing) != 0 }

  /// Whether a pair with a row whose identifier is whole is worth looking at.
  ///
  /// - Parameters:
  ///   - sought: The sketch of that row.
  ///   - rows: The sketches of the rows of the index.
  /// - Returns: Whether it is; always where too many rows share the key.
  @inline(__always)
  func isWorth(besideWhole sought: PairSketch, _ rows: Span<IndexedRow>) -> Bool {
    if reach == Reach.all.rawValue { return true }
    let own = rows[Int(row)]
    return reach == Reach.near.rawValue && PairSketch.areNear(own.digits, sought.digits)
      || bits & Self.sameNameApart != 0 && own.name == sought.name
  }

  /// Whether a pair with a row that has no identifier is worth looking at; the rest as above.
  @inline(__always)
  func isWorth(besideMissing sought: PairSketch, _ rows: Span<IndexedRow>) -> Bool {
    bits & Self.otherNameMissing != 0
      || bits & Self.sameNameMissing != 0 && rows[Int(row)].name == sought.name
  }
}

/// What the indexes of some left rows know of each, whatever the pass.
struct IndexedRow: Sendable {
  /// Its position among all left rows.
  let position: UInt32
  /// As in its ``PairSketch``.
  let digits: UInt32
  let name: UInt32
}
