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
  /// Some syllable may be raw typing.
  private var isRaw = false
  /// Some syllable is one letter, as initials are.
  var hasInitial = false
  /// The letters without marks, in short.
  var bag = LetterBag()

  static let endOfSyllable: UInt8 = 0x80

  /// Scans UTF-8 text and appends its syllables to `store`.
  static func reading(
    _ bytes: [UInt8], _ range: Range<Int>, table: [UInt16], store: inout CodeStore
  ) -> NameScan {
    var scan = NameScan()
    let start = store.count
    // Room for the most that the text can become.
    store.write(room: range.count * mostCodesOfByte + roomOfSyllable) {
      scan.readWords(bytes, range, table, &$0, &$1, &$2, from: $3)
    }
    if scan.isRaw,
      let decoded = RawTyping.decoded(store.codes, start..<store.count, isBare: scan.isBare)
    {
      scan = NameScan()
      store.removeCodes(from: start)
      store.write(room: decoded.count) { codes, letters, _, start in
        scan.copySyllables(decoded, &codes, &letters, from: start)
      }
    }
    if scan.syllableCount > 0 {
      scan.solid = max(1, mixed(scan.solid))
      scan.letters = max(1, scan.letters)
      scan.toned = max(1, scan.toned)
    }
    return scan
  }

  private init() {}

  /// A byte that is not UTF-8 is spelt with four codes.
  private static let mostCodesOfByte = 4
  /// A known syllable is written in one word.
  private static let roomOfSyllable = 8

  /// Reads syllables into `codes` and `letters` from a place on, word by word: a word that was read before
  /// is known.
  ///
  /// - Returns: How many codes they take.
  @inline(__always)
  private mutating func readWords(
    _ bytes: [UInt8], _ range: Range<Int>, _ table: [UInt16], _ codes: inout MutableSpan<UInt8>,
    _ letters: inout MutableSpan<UInt8>, _ known: inout KnownSyllables, from place: Int
  ) -> Int {
    var position = range.lowerBound
    var end = place
    var letterEnd = place
    while position < range.upperBound {
      let word = ShortWord(bytes.span, from: position, before: range.upperBound)
      if let word, let syllable = known.entry(of: word) {
        codes.write(syllable.codes, at: end)
        letters.write(syllable.letters, at: letterEnd)
        add(syllable.keys)
        end += syllable.keys.letterCount + 1
        letterEnd += syllable.keys.letterCount
        position += word.count + 1
        continue
      }
      let start = position
      while position < range.upperBound, bytes[position] != ShortWord.space { position += 1 }
      let (count, before) = (syllableCount, end)
      let last = readSyllables(
        bytes, start..<position, table, &codes, &letters, &end, &letterEnd)
      if let word, syllableCount == count + 1 { known.add(word, last, codes.span, from: before) }
      position += 1
    }
    return end - place
  }

  /// Reads the syllables of one word.
  ///
  /// - Returns: The keys of the last one.
  private mutating func readSyllables(
    _ bytes: [UInt8], _ range: Range<Int>, _ table: [UInt16], _ codes: inout MutableSpan<UInt8>,
    _ letters: inout MutableSpan<UInt8>, _ end: inout Int, _ letterEnd: inout Int
  ) -> SyllableKeys {
    var position = range.lowerBound
    var start = end
    var tones: UInt8 = 0
    var last = SyllableKeys()
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
          last = addSyllable(codes.span, start, end, tones, &letters, &letterEnd)
          codes[end] = Self.endOfSyllable | tones
          end += 1
        }
        if isAtEnd { return last }
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

  /// Takes over syllables that are codes already.
  ///
  /// - Returns: How many codes they take.
  private mutating func copySyllables(
    _ syllables: [UInt8], _ codes: inout MutableSpan<UInt8>, _ letters: inout MutableSpan<UInt8>,
    from place: Int
  ) -> Int {
    var start = place
    var letterEnd = place
    for (offset, code) in syllables.enumerated() {
      codes[place + offset] = code
      guard code >= Self.endOfSyllable else { continue }
      _ = addSyllable(codes.span, start, place + offset, code & 0x7F, &letters, &letterEnd)
      start = place + offset + 1
    }
    return syllables.count
  }

  @inline(__always)
  private static func add(_ tone: UInt8, to tones: inout UInt8) {
    if tones == 0 { tones = tone } else if tones < 6 { tones += 6 * tone }
  }

  private mutating func addSyllable(
    _ codes: Span<UInt8>, _ start: Int, _ end: Int, _ tones: UInt8,
    _ letters: inout MutableSpan<UInt8>, _ letterEnd: inout Int
  ) -> SyllableKeys {
    for index in start..<end {
      letters[letterEnd] = Letter.folded(codes[index])
      letterEnd += 1
    }
    let keys = SyllableKeys(codes, start, end, tones: tones)
    add(keys)
    return keys
  }

  @inline(__always)
  private mutating func add(_ syllable: SyllableKeys) {
    letters &+= syllable.plain
    toned &+= syllable.marked
    solid = solid &* syllable.power &+ syllable.solid
    bag.formUnion(syllable.bag)
    isBare = isBare && syllable.isBare
    isRaw = isRaw || syllable.isRaw
    hasInitial = hasInitial || syllable.letterCount == 1
    given = max(1, UInt32(truncatingIfNeeded: syllable.plain >> 32))
    if syllableCount == 0 { family = given }
    syllableCount += 1
  }
}
