/// A left row in an index: 16 bytes, with what tells that a pair with it is not worth looking at.
struct BlockEntry: Sendable {
  /// The lower half of the key.
  let tag: UInt32
  private let bits: UInt32
  private let digits: UInt32
  private let name: UInt32

  /// Rows are below this, a power of two.
  static let rowLimit = 1 << 28
  private static let sameNameApart: UInt32 = 1 << 28
  private static let sameNameMissing: UInt32 = 1 << 29
  private static let otherNameMissing: UInt32 = 1 << 30
  /// In the place of a row: the rows with this key are too many, and the other bits are how many.
  private static let isCapped: UInt32 = 1 << 31

  /// A row of which every pair is worth looking at.
  init(tag: UInt32, row: UInt32) {
    self.tag = tag
    bits = row | Self.sameNameMissing | Self.otherNameMissing
    digits = PairSketch.nearToAll
    name = 0
  }

  /// A row, with the pairs that are worth looking at.
  init(tag: UInt32, row: UInt32, _ sketch: PairSketch, _ worth: PairWorth) {
    self.tag = tag
    let isWhole = sketch.identifier == .whole
    let beside = isWhole ? worth.apart : worth.missing
    bits =
      row | (beside.sameName ? Self.sameNameApart : 0)
      | (worth.missing.sameName ? Self.sameNameMissing : 0)
      | (worth.missing.otherName ? Self.otherNameMissing : 0)
    name = sketch.name
    digits =
      beside.otherName || sketch.identifier == .other
      ? PairSketch.nearToAll : isWhole && worth.near ? sketch.digits : PairSketch.nearToNone
  }

  /// In the place of more rows than are compared.
  init(tag: UInt32, cappedRows: Int) {
    self.tag = tag
    bits = Self.isCapped | Self.otherNameMissing | UInt32(cappedRows)
    digits = PairSketch.nearToAll
    name = 0
  }

  var row: UInt32 { bits & UInt32(Self.rowLimit - 1) }
  var cappedRows: Int? { bits & Self.isCapped == 0 ? nil : Int(row) }

  /// Whether a pair with some row whose identifier is whole may be worth looking at.
  var servesWhole: Bool { digits != PairSketch.nearToNone || bits & Self.sameNameApart != 0 }

  /// Whether a pair with some row that has no identifier may be worth looking at.
  var servesMissing: Bool { bits & (Self.sameNameMissing | Self.otherNameMissing) != 0 }

  /// Whether a pair with a row whose identifier is whole is worth looking at.
  @inline(__always)
  func isWorth(besideWhole sought: PairSketch) -> Bool {
    PairSketch.areNear(digits, sought.digits)
      || name == sought.name && bits & Self.sameNameApart != 0
  }

  /// Whether a pair with a row that has no identifier is worth looking at.
  @inline(__always)
  func isWorth(besideMissing sought: PairSketch) -> Bool {
    bits & Self.otherNameMissing != 0
      || name == sought.name && bits & Self.sameNameMissing != 0
  }
}
