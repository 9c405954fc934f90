/// The syllables of many names, as ``NameScan`` writes them, with room behind them, so that no letter asks
/// for it.
struct CodeStore {
  /// The codes, then zeros.
  private(set) var codes: [UInt8] = []
  /// How many codes there are.
  private(set) var count = 0

  /// A store for about so many codes.
  init(expecting count: Int) { codes.reserveCapacity(count) }

  /// Lets `body` write codes from ``count`` on, of which it tells the number.
  ///
  /// - Parameters:
  ///   - room: No more are written.
  ///   - body: Gets the codes and where to begin.
  @inline(__always)
  mutating func write(room: Int, _ body: (inout MutableSpan<UInt8>, Int) -> Int) {
    if codes.count - count < room {
      codes.append(contentsOf: repeatElement(0, count: max(room, 1 << 16)))
    }
    let start = count
    var span = codes.mutableSpan
    let written = body(&span, start)
    count = start + written
  }

  /// Puts other codes in the place of the last ones.
  mutating func replaceCodes(from start: Int, with other: [UInt8]) {
    count = start
    write(room: other.count) { codes, start in
      for (offset, code) in other.enumerated() { codes[start + offset] = code }
      return other.count
    }
  }

  /// The codes alone.
  consuming func finished() -> [UInt8] {
    codes.removeLast(codes.count - count)
    return codes
  }
}
