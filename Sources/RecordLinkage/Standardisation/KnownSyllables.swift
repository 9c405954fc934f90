/// The syllables that were read last, by their bytes: people's names are made of so few that nearly
/// all are known after some hundred rows.
struct KnownSyllables {
  /// A syllable of up to seven letters.
  struct Entry {
    fileprivate var word = ShortWord()
    /// The codes of the letters and the byte that ends them, the first lowest.
    fileprivate(set) var codes: UInt64 = 0
    /// The letters without marks.
    fileprivate(set) var letters: UInt64 = 0
    fileprivate(set) var keys = SyllableKeys()
  }

  /// One syllable a slot, the one that was read last; none for a few rows.
  private var slots: [Entry]

  private static let slotBits: UInt64 = 11
  private static let fewRows = 64

  /// Room for the syllables of so many rows.
  init(rows: Int) {
    slots = rows < Self.fewRows ? [] : Array(repeating: Entry(), count: 1 << Int(Self.slotBits))
  }

  /// The syllable that stands in a word alone, if it was read before.
  @inline(__always)
  func entry(of word: ShortWord) -> Entry? {
    if slots.isEmpty { return nil }
    let entry = slots[Self.slot(of: word)]
    return entry.word == word ? entry : nil
  }

  /// Takes up the only syllable of a word.
  ///
  /// - Parameters:
  ///   - word: As it is written.
  ///   - keys: Those of the syllable.
  ///   - codes: Holds the letters, and behind them the byte that ends the syllable.
  ///   - start: Where they begin.
  mutating func add(
    _ word: ShortWord, _ keys: SyllableKeys, _ codes: Span<UInt8>, from start: Int
  ) {
    if slots.isEmpty || keys.letterCount >= MemoryLayout<UInt64>.size { return }
    var entry = Entry()
    entry.word = word
    entry.keys = keys
    for place in 0...Int(keys.letterCount) {
      let code = codes[start + place]
      entry.codes |= UInt64(code) << UInt64(8 * place)
      if code < NameScan.endOfSyllable {
        entry.letters |= UInt64(Letter.folded(code)) << UInt64(8 * place)
      }
    }
    slots[Self.slot(of: word)] = entry
  }

  @inline(__always)
  private static func slot(of word: ShortWord) -> Int {
    let folded = word.low ^ word.high &* 0xBF58_476D_1CE4_E5B9
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
  }
}
