/// The syllables of many names, as ``NameScan`` writes them, with room behind them, so that no letter asks
/// for it.
struct CodeStore {
  /// The codes, then zeros.
  private(set) var codes: [UInt8] = []
  /// The letters of each name without marks and gaps, from the start of its syllables in ``codes``.
  private(set) var letters: [UInt8] = []
  /// How many codes there are.
  private(set) var count = 0
  private var known: KnownSyllables

  /// A store for the names of so many rows.
  init(expecting rows: Int) {
    codes.reserveCapacity(rows * Self.codesOfName)
    letters.reserveCapacity(rows * Self.codesOfName)
    known = KnownSyllables(rows: rows)
  }

  private static let codesOfName = 24

  /// Lets `body` write codes from ``count`` on, and letters from the same place, of which it tells how
  /// many codes they are.
  ///
  /// - Parameters:
  ///   - room: No more are written.
  ///   - body: Gets the codes, the letters, the syllables read before and where to begin.
  @inline(__always)
  mutating func write(
    room: Int,
    _ body: (inout MutableSpan<UInt8>, inout MutableSpan<UInt8>, inout KnownSyllables, Int) -> Int
  ) {
    if codes.count - count < room {
      let more = max(room, codes.capacity - codes.count)
      codes.append(contentsOf: repeatElement(0, count: more))
      letters.append(contentsOf: repeatElement(0, count: more))
    }
    count += Self.write(&codes, &letters, &known, from: count, body)
  }

  @inline(__always)
  private static func write(
    _ codes: inout [UInt8], _ letters: inout [UInt8], _ known: inout KnownSyllables,
    from start: Int,
    _ body: (inout MutableSpan<UInt8>, inout MutableSpan<UInt8>, inout KnownSyllables, Int) -> Int
  ) -> Int {
    var codes = codes.mutableSpan
    var letters = letters.mutableSpan
    return body(&codes, &letters, &known, start)
  }

  /// Forgets the codes from one on.
  mutating func removeCodes(from start: Int) { count = start }

  /// The codes and the letters alone.
  consuming func finished() -> (codes: [UInt8], letters: [UInt8]) {
    codes.removeLast(codes.count - count)
    letters.removeLast(letters.count - count)
    return (codes, letters)
  }
}
