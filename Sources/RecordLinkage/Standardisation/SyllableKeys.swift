/// What one syllable adds to the keys of a name.
struct SyllableKeys {
  /// Hashes of the letters without marks, and of the letters and tones.
  private(set) var plain: UInt64 = 0
  private(set) var marked: UInt64 = 0
  /// The letters without marks as a number to base ``base``, and the base to the power of how many
  /// there are: so the numbers of two syllables make that of both.
  private(set) var solid: UInt64 = 0
  private(set) var power: UInt64 = 1
  /// The letters without marks, in short.
  private(set) var bag = LetterBag()
  private(set) var letterCount = 0
  /// No tone and no modified letter.
  private(set) var isBare = true
  /// Without a mark, and no syllable that Vietnamese has: perhaps as it was typed; see ``RawTyping``.
  private(set) var isRaw = false

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  init() {}

  /// The keys of some codes, which are one syllable, and of its tones.
  init(_ codes: Span<UInt8>, _ start: Int, _ end: Int, tones: UInt8) {
    // Mixed, for a small number would only make another letter of the first one: Mạnh would be Hanh.
    marked = mixed(UInt64(tones))
    isBare = tones == 0
    letterCount = end - start
    for index in start..<end {
      bag.add(Letter.folded(codes[index]))
      let code = index == end - 1 ? Self.lastLetter(codes, start, end) : codes[index]
      let folded = UInt64(Letter.folded(code))
      plain = (plain ^ folded) &* 0x0000_0100_0000_01B3
      marked = (marked ^ UInt64(code)) &* 0x0000_0100_0000_01B3
      solid = solid &* Self.base &+ folded
      power = power &* Self.base
      if Letter.isModified(code) { isBare = false }
    }
    plain = mixed(plain)
    marked = mixed(marked)
    isRaw = isBare && !RawTyping.isPossible(codes, start..<end)
  }

  /// The last letter of a syllable, y read as i where Vietnamese writes either (Lý and Lí, Quý and
  /// Quí, but not Thuý and Thúi).
  private static func lastLetter(_ codes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
    let last = codes[end - 1]
    guard last == Letter.y else { return last }
    if end - start == 1 { return Letter.i }
    let before = codes[end - 2]
    if !Letter.isVowel(before) { return Letter.i }
    if before == Letter.u, end - start == 3, codes[start] == Letter.q { return Letter.i }
    return last
  }
}
