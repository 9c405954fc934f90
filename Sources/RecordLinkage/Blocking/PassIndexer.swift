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
    var keys = entries.map { entry in
      let key = pass.storedKey(rows, Int(entry.position))
      if takesAll || key == 0 { return key }
      let stored = stored(0, 0, entry, pass)
      return stored.servesWhole || stored.servesMissing ? key : 0
    }
    if keys.allSatisfy({ $0 == 0 }) { keys = [] }
    if let days, !keys.isEmpty {
      return BlockIndex(keys: keys, regions: days.ranges, cap: pass.blockCap) { tag, place in
        stored(tag, place, entries[Int(place)], pass)
      }
    }
    var places = keys.indices.filter { keys[$0] != 0 }.map(UInt32.init)
    keys.removeAll { $0 == 0 }
    if pass == .identifier {
      for (place, entry) in entries.enumerated() {
        let key = rows.keys[Int(entry.position)]
        if key.former.isMissing || key.former == key.identifier { continue }
        keys.append(BlockingPass.key(of: key.former))
        places.append(UInt32(place))
      }
    }
    return BlockIndex(keys: keys, rows: places, cap: pass.blockCap) { tag, place in
      stored(tag, place, entries[Int(place)], pass)
    }
  }

  private func stored(
    _ tag: UInt32, _ place: UInt32, _ entry: Entry, _ pass: BlockingPass
  ) -> BlockEntry {
    guard let bound else { return BlockEntry(tag: tag, row: place) }
    return BlockEntry(
      tag: tag, row: place, entry.sketch.identifier, bound.worth(pass, entry.most))
  }
}
