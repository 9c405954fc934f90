/// The indexes of all passes in three arrays, so that the keys of several passes can be looked up at one
/// time.
struct JoinedIndexes: Sendable {
  /// Where the parts of one index lie.
  struct Place: Sendable {
    /// The first word of its presence bits and of those for sound identifiers, its first bucket and
    /// its first entry.
    let presence: Int
    let soundPresence: Int
    let start: Int
    let entry: Int
    /// All of its positions: the region of keys that have none of their own.
    let whole: Region
    /// Whether some entry may be worth looking at beside a sound identifier, a whole one, and none.
    let serves: (sound: Bool, whole: Bool, missing: Bool)
    let isEmpty: Bool
    /// Whether the keys of each birth date lie in a region of their own.
    let isByBirth: Bool
  }

  /// The positions among which a key lies.
  struct Region: Sendable {
    var lowerBound: UInt32 = 0
    var count: UInt32 = 0

    init() {}

    init(_ range: Range<Int>) {
      lowerBound = UInt32(range.lowerBound)
      count = UInt32(range.count)
    }

    /// The place of a key among `perPosition` places for each position.
    @inline(__always)
    func place(_ key: UInt64, _ perPosition: Int) -> Int {
      let width = UInt64(count) * UInt64(perPosition)
      return Int(lowerBound) * perPosition + Int(key.multipliedFullWidth(by: width).high)
    }
  }

  private(set) var places: [Place] = []
  private(set) var presence: [UInt64] = []
  private(set) var starts: [UInt32] = []
  private(set) var entries: [BlockEntry] = []

  /// No index, with room for some that hold so many rows each: what is not used of it takes no memory.
  init(count: Int, rows: Int) {
    places.reserveCapacity(count)
    presence.reserveCapacity(2 * count * (rows * BlockIndex.presenceBits / 64 + 1))
    starts.reserveCapacity(count * (rows + 1))
    entries.reserveCapacity(count * rows)
  }

  /// Adds an index, which gets the next number.
  mutating func append(_ index: BlockIndex) {
    let ownPresence = presence.count
    presence.append(contentsOf: index.presence)
    let soundPresence = index.soundPresence == nil ? ownPresence : presence.count
    presence.append(contentsOf: index.soundPresence ?? [])
    places.append(
      Place(
        presence: ownPresence, soundPresence: soundPresence, start: starts.count,
        entry: entries.count,
        whole: Region(index.whole), serves: index.serves, isEmpty: index.isEmpty,
        isByBirth: index.hasRegions))
    starts.append(contentsOf: index.starts)
    entries.append(contentsOf: index.entries)
  }
}
