package import Parallel

/// Many texts of which most come more than once, such as people's names: each is kept once, and a
/// number for each row.
///
/// Without a pool it is a text a row, as a batch of rows has them that goes somewhere else.
package struct PooledTexts: Sendable {
  /// The distinct texts, in the order in which they came; without a pool one a row.
  package private(set) var texts = TextColumn()
  /// The place of each row's text in ``texts``, with a pool.
  private var places: [UInt32] = []
  private let isPooled: Bool
  /// An open hash table of places in ``texts``, at most half full; 0 stands for none.
  private var slots: [UInt64] = []

  /// No texts.
  ///
  /// - Parameter isPooled: Whether a text that comes again is kept once.
  package init(isPooled: Bool = false) { self.isPooled = isPooled }

  /// A text a row.
  package init(_ texts: TextColumn) {
    self.texts = texts
    isPooled = false
  }

  private init(_ texts: TextColumn, places: [UInt32]) {
    self.texts = texts
    self.places = places
    isPooled = true
  }

  /// How many rows there are.
  package var count: Int { isPooled ? places.count : texts.count }

  /// The bytes in which ``range(of:)`` says where a row's text stands.
  package var bytes: [UInt8] { texts.bytes }

  /// Where the text of a row stands in ``bytes``.
  package func range(of row: Int) -> Range<Int> { texts.range(of: place(of: row)) }

  /// The place of a row's text in ``texts``.
  package func place(of row: Int) -> Int { isPooled ? Int(places[row]) : row }

  /// The text of a row.
  package subscript(row: Int) -> String { texts[place(of: row)] }

  /// Lends the bytes of a row's text; the span must not leave `body`.
  package func withBytes<Result, Failure: Error>(
    at row: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try texts.withBytes(at: place(of: row), body)
  }

  /// Whether two rows have the same text.
  package func areSame(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (place(of: left), place(of: right))
    return left == right || !isPooled && texts.isSame(left, texts, right)
  }

  /// Numbers that rows with the same text share.
  package func keys(of rows: Range<Int>) -> [UInt64] {
    isPooled ? rows.map { UInt64(places[$0]) } : texts.hashes(of: rows)
  }

  /// Makes room for so many rows in all.
  package mutating func reserveCapacity(_ rows: Int) {
    if isPooled { places.reserveCapacity(rows) }
  }

  /// Appends a row.
  package mutating func append(_ text: String) {
    var one = TextColumn()
    one.append(text)
    append(contentsOf: PooledTexts(one))
  }

  /// Appends the rows of another column.
  package mutating func append(contentsOf other: PooledTexts) {
    append(contentsOf: other, rows: 0..<other.count)
  }

  /// Appends some of the rows of another column.
  package mutating func append(contentsOf other: PooledTexts, rows: Range<Int>) {
    if isPooled && !other.isPooled {
      pool(other.texts, rows)
    } else if isPooled {
      for row in rows {
        let place = other.place(of: row)
        pool(other.texts, place..<place + 1)
      }
    } else if other.isPooled {
      for row in rows {
        let place = other.place(of: row)
        texts.append(contentsOf: other.texts, rows: place..<place + 1)
      }
    } else {
      texts.append(contentsOf: other.texts, rows: rows)
    }
  }

  /// Forgets the rows from one on.
  package mutating func removeRows(from row: Int) {
    guard row < count else { return }
    if isPooled { places.removeSubrange(row...) } else { texts.removeTexts(from: row) }
  }

  /// The rows of these indices, in this order.
  package func selecting(_ indices: [UInt32], plan: WorkPlan) -> PooledTexts {
    isPooled
      ? PooledTexts(texts, places: plan.selection(of: places, at: indices))
      : PooledTexts(texts.selecting(indices, plan: plan))
  }

  /// The texts of some rows, one a row.
  package func texts(of rows: Range<Int>) -> TextColumn {
    var plain = PooledTexts()
    plain.append(contentsOf: self, rows: rows)
    return plain.texts
  }

  /// Appends texts to a pool.
  private mutating func pool(_ other: TextColumn, _ rows: Range<Int>) {
    let hashes = other.hashes(of: rows)
    // First where each text should be, then whether it is: looking up waits for memory, and so many
    // wait at once.
    let mask = slots.count - 1
    let found = hashes.map { hash -> UInt32 in
      guard mask > 0 else { return 0 }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 && !Self.isMarked(slots[slot], hash) { slot = (slot + 1) & mask }
      return UInt32(truncatingIfNeeded: slots[slot])
    }
    for (offset, row) in rows.enumerated() {
      let place = Int(found[offset]) - 1
      places.append(
        place >= 0 && texts.isSame(place, other, row)
          ? UInt32(place) : pooled(row, of: other, hashes[offset]))
    }
  }

  /// The place of a text in the pool, which it joins where it is not there.
  private mutating func pooled(_ row: Int, of other: TextColumn, _ hash: UInt64) -> UInt32 {
    if (texts.count + 1) * 2 > slots.count { growSlots() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let place = UInt32(truncatingIfNeeded: slots[slot]) - 1
      if Self.isMarked(slots[slot], hash) && texts.isSame(Int(place), other, row) { return place }
      slot = (slot + 1) & mask
    }
    texts.append(contentsOf: other, rows: row..<row + 1)
    slots[slot] = Self.slot(texts.count - 1, hash)
    return UInt32(texts.count - 1)
  }

  private mutating func growSlots() {
    var size = 1_024
    while size < (texts.count + 1) * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (place, hash) in texts.hashes(of: 0..<texts.count).enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Self.slot(place, hash)
    }
  }

  /// A place plus one, and above it the half of the hash that does not say where it stands.
  private static func slot(_ place: Int, _ hash: UInt64) -> UInt64 {
    hash & ~0xFFFF_FFFF | UInt64(place + 1)
  }

  private static func isMarked(_ slot: UInt64, _ hash: UInt64) -> Bool {
    (slot ^ hash) >> 32 == 0
  }
}
