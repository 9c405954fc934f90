/// One pass over a name as written: its syllables as letters and tones, and the hashes of its keys.
///
/// A syllable is stored as its letter codes followed by a byte with the high bit set that holds
/// its tone (and, when two syllables were written as one, six times the second tone).
struct NameScan {
  /// Order-free over the syllables with marks and tones.
  var toned: UInt64 = 0
  /// Order-free over the syllables without marks.
  var letters: UInt64 = 0
  /// Over the letters without marks or spaces.
  var solid: UInt64 = 0
  /// Letters of the first and of the last syllable.
  var family: UInt32 = 0
  var given: UInt32 = 0
  var syllableCount = 0
  /// No tone and no modified letter anywhere: written without marks, or bare by nature.
  var isBare = true
  /// Some syllable is one letter, as initials are.
  var hasInitial = false

  static let endOfSyllable: UInt8 = 0x80

  /// Scans UTF-8 text and appends its syllables to `store`.
  static func reading(
    _ bytes: [UInt8], _ range: Range<Int>, table: [UInt16], store: inout CodeStore
  ) -> NameScan {
    var scan = NameScan()
    let start = store.count
    // Room for the most that the text can become.
    store.write(room: range.count * mostCodesOfByte + 1) { codes, start in
      scan.readSyllables(bytes, range, table, &codes, from: start)
    }
    if scan.isBare, let decoded = RawTyping.decoded(store.codes, start..<store.count) {
      store.replaceCodes(from: start, with: decoded)
      scan = NameScan(store, from: start)
    }
    if scan.syllableCount > 0 {
      scan.solid = max(1, mixed(scan.solid))
      scan.letters = max(1, scan.letters)
      scan.toned = max(1, scan.toned)
    }
    return scan
  }

  private init() {}

  /// The hashes of syllables that are stored already.
  private init(_ store: CodeStore, from start: Int) {
    let codes = store.codes.span
    var first = start
    for position in start..<store.count where codes[position] >= Self.endOfSyllable {
      addSyllable(codes, first, position, tones: codes[position] & 0x7F)
      first = position + 1
    }
  }

  /// A byte that is not UTF-8 is spelt with four codes.
  private static let mostCodesOfByte = 4

  /// Reads syllables into `codes` from a place on.
  ///
  /// - Returns: How many codes they take.
  private mutating func readSyllables(
    _ bytes: [UInt8], _ range: Range<Int>, _ table: [UInt16], _ codes: inout MutableSpan<UInt8>,
    from place: Int
  ) -> Int {
    var position = range.lowerBound
    var start = place
    var end = place
    var tones: UInt8 = 0
    while true {
      let isAtEnd = position >= range.upperBound
      var letter = Letter(.gap)
      var scalar: UInt32 = 0
      if !isAtEnd {
        scalar = nextScalar(bytes, &position, range.upperBound)
        letter = LetterTable.letter(scalar, table)
      }
      switch letter.kind {
      case .letter:
        codes[end] = letter.code
        end += 1
        if letter.tone > 0 { Self.add(letter.tone, to: &tones) }
      case .gap:
        if end > start {
          addSyllable(codes.span, start, end, tones: tones)
          codes[end] = Self.endOfSyllable | tones
          end += 1
        }
        if isAtEnd { return end - place }
        start = end
        tones = 0
      case .tone:
        if end > start { Self.add(letter.tone, to: &tones) }
      case .modifier:
        if end > start { codes[end - 1] = Letter.modified(codes[end - 1], by: letter.code) }
      case .nothing: break
      case .other:
        for shift in 0..<4 as Range<UInt32> {
          codes[end] = Letter.firstOther | UInt8(scalar >> (18 - 6 * shift) & 0x3F)
          end += 1
        }
      }
    }
  }

  @inline(__always)
  private static func add(_ tone: UInt8, to tones: inout UInt8) {
    if tones == 0 { tones = tone } else if tones < 6 { tones += 6 * tone }
  }

  @inline(__always)
  private mutating func addSyllable(_ codes: Span<UInt8>, _ start: Int, _ end: Int, tones: UInt8) {
    var plain: UInt64 = 0
    var marked: UInt64 = UInt64(tones)
    var solid = self.solid
    var isModified = false
    for index in start..<end {
      let code = index == end - 1 ? Self.lastLetter(codes, start, end) : codes[index]
      let folded = UInt64(Letter.folded(code))
      plain = (plain ^ folded) &* 0x0000_0100_0000_01B3
      marked = (marked ^ UInt64(code)) &* 0x0000_0100_0000_01B3
      solid = (solid ^ folded) &* 0x0000_0100_0000_01B3
      isModified = isModified || Letter.isModified(code)
    }
    self.solid = solid
    if tones > 0 || isModified { isBare = false }
    if end - start == 1 { hasInitial = true }
    let plainHash = mixed(plain)
    letters &+= plainHash
    toned &+= mixed(marked)
    given = max(1, UInt32(truncatingIfNeeded: plainHash >> 32))
    if syllableCount == 0 { family = given }
    syllableCount += 1
  }

  /// The last letter of a syllable, y read as i where Vietnamese writes either (Lý and Lí, Quý and
  /// Quí, but not Thuý and Thúi).
  @inline(__always)
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
