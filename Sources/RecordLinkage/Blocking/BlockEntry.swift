/// A left row in an index, in eight bytes, with what tells that a pair with it is not worth looking at.
struct BlockEntry: Sendable {
  /// The row and, above it, what pairs with it are worth.
  private let bits: UInt32
  /// The lower half of the key but for its four lowest bits, and in these what pairs with rows that
  /// have a whole identifier are worth.
  private var tagBits: UInt32

  /// Which sound identifiers beside that of a row are worth looking at, whatever the names are.
  private enum Reach: UInt32 {
    case none, near, all
  }

  /// Rows are below this, a power of two.
  static let rowLimit = 1 << 28
  private static let sameNameDistinct: UInt32 = 1 << 28
  private static let sameNameMissing: UInt32 = 1 << 29
  private static let otherNameMissing: UInt32 = 1 << 30
  /// In the place of a row: the rows with this key are too many, and the other bits are how many.
  private static let isCapped: UInt32 = 1 << 31
  private static let reachBits: UInt32 = 3
  private static let sameNameDifferent: UInt32 = 4
  private static let otherNameDifferent: UInt32 = 8
  private static let worthBits: UInt32 = 15

  /// What tells the keys of one bucket apart.
  static func tag(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) & ~worthBits }

  /// A row of which every pair is worth looking at; it has no key yet.
  init(row: UInt32) {
    bits = row | Self.sameNameMissing | Self.otherNameMissing
    tagBits = Reach.all.rawValue | Self.otherNameDifferent
  }

  /// A row without a key yet, with the pairs that are worth looking at.
  init(row: UInt32, _ identifier: PairSketch.Identifier, _ worth: PairWorth) {
    let (besideSound, besideWhole) =
      switch identifier {
      case .missing: (worth.missing, worth.missing)
      case .whole: (worth.different, worth.different)
      case .sound: (worth.distinct, worth.different)
      case .other: ((same: true, other: true), (same: true, other: true))
      }
    bits =
      row | (besideSound.same ? Self.sameNameDistinct : 0)
      | (worth.missing.same ? Self.sameNameMissing : 0)
      | (worth.missing.other ? Self.otherNameMissing : 0)
    let reach: Reach =
      besideSound.other ? .all : identifier != .missing && worth.near ? .near : .none
    tagBits =
      reach.rawValue | (besideWhole.same ? Self.sameNameDifferent : 0)
      | (besideWhole.other ? Self.otherNameDifferent : 0)
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
    tagBits = tag | Reach.all.rawValue | Self.otherNameDifferent
  }

  var tag: UInt32 { tagBits & ~Self.worthBits }
  var row: UInt32 { bits & UInt32(Self.rowLimit - 1) }
  var cappedRows: Int? { bits & Self.isCapped == 0 ? nil : Int(row) }

  /// The order in a bucket: by tag; under one, those first that serve a sound identifier.
  var order: UInt64 { UInt64(tag) << 1 | (servesSound ? 0 : 1) }

  private var reach: UInt32 { tagBits & Self.reachBits }

  /// Whether a pair with some row whose identifier is sound may be worth looking at.
  var servesSound: Bool { reach != Reach.none.rawValue || bits & Self.sameNameDistinct != 0 }

  /// Whether a pair with some row whose identifier is whole, but not sound, may be worth looking at.
  var servesWhole: Bool {
    reach != Reach.none.rawValue
      || tagBits & (Self.sameNameDifferent | Self.otherNameDifferent) != 0
  }

  /// Whether a pair with some row that has no identifier may be worth looking at.
  var servesMissing: Bool { bits & (Self.sameNameMissing | Self.otherNameMissing) != 0 }

  /// Whether a pair with a row whose identifier is sound is worth looking at.
  ///
  /// - Parameters:
  ///   - sought: The sketch of that row.
  ///   - rows: The sketches of the rows of the index.
  /// - Returns: Whether it is; always where too many rows share the key.
  @inline(__always)
  func isWorth(besideSound sought: PairSketch, _ rows: Span<IndexedRow>) -> Bool {
    if reach == Reach.all.rawValue { return true }
    let own = rows[Int(row)]
    return reach == Reach.near.rawValue && PairSketch.areNear(own.digits, sought.digits)
      || bits & Self.sameNameDistinct != 0 && own.name == sought.name
  }

  /// Whether a pair with a row whose identifier is whole, but not sound, is worth looking at; the rest
  /// as above.
  @inline(__always)
  func isWorth(besideWhole sought: PairSketch, _ rows: Span<IndexedRow>) -> Bool {
    if tagBits & Self.otherNameDifferent != 0 { return true }
    let own = rows[Int(row)]
    return reach != Reach.none.rawValue && PairSketch.areNear(own.digits, sought.digits)
      || tagBits & Self.sameNameDifferent != 0 && own.name == sought.name
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
