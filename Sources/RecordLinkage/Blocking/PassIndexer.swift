/// Makes the index of left rows for a pass.
struct PassIndexer: Sendable {
  /// The left rows, in ``BirthOrder``.
  let rows: StandardRows
  /// Their cards.
  let cards: [PersonCard]
  /// What pairs weigh at most; nil to find all of them.
  let bound: PairBound?
  /// Whether rows are indexed of which no pair is worth looking at beside the usual identifiers.
  let takesAll: Bool

  /// What the entries of a left row have in common, whatever the pass.
  struct Entry: Sendable {
    fileprivate let position: UInt32
    fileprivate let sketch: PairSketch
    fileprivate let most: MostOfFields

    /// What the indexes of it look at.
    var indexed: IndexedRow {
      IndexedRow(position: position, digits: sketch.digits, name: sketch.name)
    }
  }

  /// The entry of the left row at a position.
  func entry(of position: Int) -> Entry {
    Entry(
      position: UInt32(position), sketch: PairSketch(rows.keys[position]),
      most: bound?.mostOfFields(cards[position].share)
        ?? MostOfFields(equalBirth: 0, sameName: 0, otherName: 0))
  }

  /// The index of some left rows.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - entries: The rows.
  ///   - days: Where those of each birth date lie among them, if the keys hold the date.
  /// - Returns: An index that holds the rows which have a key and are worth looking at.
  func index(_ pass: BlockingPass, _ entries: [Entry], days: BirthDays? = nil) -> BlockIndex {
    var keys: [UInt64] = []
    var stored: [BlockEntry] = []
    keys.reserveCapacity(entries.count)
    stored.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() {
      let key = pass.storedKey(rows, Int(entry.position))
      // Among days every row keeps its place.
      if key == 0 && days == nil { continue }
      let row = indexed(UInt32(place), entry, pass)
      let isKept = takesAll || row.servesSound || row.servesWhole || row.servesMissing
      if !isKept && days == nil { continue }
      keys.append(isKept ? key : 0)
      stored.append(row)
    }
    if let days, keys.contains(where: { $0 != 0 }) {
      return BlockIndex(keys: keys, rows: stored, regions: days.ranges, cap: pass.blockCap)
    }
    if days != nil { return BlockIndex(keys: []) }
    if pass == .identifier {
      for (place, entry) in entries.enumerated() {
        let key = rows.keys[Int(entry.position)]
        if key.former.isMissing || key.former == key.identifier { continue }
        keys.append(BlockingPass.key(of: key.former))
        stored.append(indexed(UInt32(place), entry, pass))
      }
    }
    return BlockIndex(keys: keys, rows: stored, cap: pass.blockCap)
  }

  private func indexed(_ place: UInt32, _ entry: Entry, _ pass: BlockingPass) -> BlockEntry {
    guard let bound else { return BlockEntry(row: place) }
    return BlockEntry(row: place, entry.sketch.identifier, bound.worth(pass, entry.most))
  }
}
