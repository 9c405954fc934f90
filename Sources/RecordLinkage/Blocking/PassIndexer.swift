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

  /// The index of some left rows for a pass that looks among all.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - entries: The rows.
  /// - Returns: An index that holds the rows which have a key and are worth looking at.
  func index(_ pass: BlockingPass, _ entries: [Entry]) -> BlockIndex {
    var keys: [UInt64] = []
    var stored: [BlockEntry] = []
    keys.reserveCapacity(entries.count)
    stored.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() {
      let terms = BlockingTerms(rows, Int(entry.position), hasEnds: false)
      let key = pass.storedKey(terms, rows)
      if key == 0 { continue }
      let row = indexed(UInt32(place), entry, pass)
      if !isKept(row) { continue }
      keys.append(key)
      stored.append(row)
    }
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

  /// The indexes of left rows born on a few days for the passes that look among those born on the same
  /// day.
  ///
  /// - Parameters:
  ///   - passes: The passes.
  ///   - entries: The rows.
  ///   - days: Where those of each birth date lie among them.
  /// - Returns: An index a pass, in their order, in which every row has a place.
  func indexes(_ passes: [BlockingPass], _ entries: [Entry], _ days: BirthDays) -> JoinedIndexes {
    var keys = passes.map { _ in [UInt64](repeating: 0, count: entries.count) }
    for (place, entry) in entries.enumerated() {
      let terms = BlockingTerms(rows, Int(entry.position), hasEnds: true)
      for pass in passes.indices { keys[pass][place] = passes[pass].storedKey(terms, rows) }
    }
    let ranges = days.ranges
    var indexes = JoinedIndexes(count: passes.count, rows: entries.count)
    for (pass, var keys) in zip(passes, keys) {
      var stored: [BlockEntry] = []
      stored.reserveCapacity(entries.count)
      for (place, entry) in entries.enumerated() {
        let row = indexed(UInt32(place), entry, pass)
        if !isKept(row) { keys[place] = 0 }
        stored.append(row)
      }
      indexes.append(
        keys.contains { $0 != 0 }
          ? BlockIndex(keys: keys, rows: stored, regions: ranges, cap: pass.blockCap)
          : BlockIndex(keys: []))
    }
    return indexes
  }

  private func isKept(_ row: BlockEntry) -> Bool {
    takesAll || row.servesSound || row.servesWhole || row.servesMissing
  }

  private func indexed(_ place: UInt32, _ entry: Entry, _ pass: BlockingPass) -> BlockEntry {
    guard let bound else { return BlockEntry(row: place) }
    return BlockEntry(row: place, entry.sketch.identifier, bound.worth(pass, entry.most))
  }
}
