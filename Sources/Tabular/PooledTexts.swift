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
  /// An open hash table of places in ``texts`` plus one, at most half full.
  private var slots: [UInt32] = []

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
    if isPooled {
      for row in rows { places.append(pooled(other.place(of: row), of: other.texts)) }
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

  /// The place of a text in the pool, which it joins where it is not there.
  private mutating func pooled(_ index: Int, of other: TextColumn) -> UInt32 {
    if (texts.count + 1) * 2 > slots.count { growSlots() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: other.hash(of: index)) & mask
    while slots[slot] != 0 {
      if texts.isSame(Int(slots[slot]) - 1, other, index) { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    texts.append(contentsOf: other, rows: index..<index + 1)
    slots[slot] = UInt32(texts.count)
    return slots[slot] - 1
  }

  private mutating func growSlots() {
    var size = 1_024
    while size < (texts.count + 1) * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for index in 0..<texts.count {
      var slot = Int(truncatingIfNeeded: texts.hash(of: index)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
