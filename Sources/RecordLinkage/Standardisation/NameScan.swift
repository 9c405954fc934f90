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

  static let endOfSyllable: UInt8 = 0x80

  /// Scans UTF-8 text and appends its syllables to `store`.
  init(_ bytes: [UInt8], _ range: Range<Int>, table: [UInt16], store: inout [UInt8]) {
    let start = store.count
    Self.readSyllables(bytes, range, table, &store)
    addHashes(store, from: start)
    if isBare, let decoded = RawTyping.decoded(store, from: start) {
      store.replaceSubrange(start..., with: decoded)
      self = NameScan(store, from: start)
    }
    if syllableCount > 0 {
      solid = max(1, mixed(solid))
      letters = max(1, letters)
      toned = max(1, toned)
    }
  }

  private init(_ store: [UInt8], from start: Int) { addHashes(store, from: start) }

  private static func readSyllables(
    _ bytes: [UInt8], _ range: Range<Int>, _ table: [UInt16], _ store: inout [UInt8]
  ) {
    var position = range.lowerBound
    var start = store.count
    var tones: UInt8 = 0
    func close(_ store: inout [UInt8]) {
      if store.count > start { store.append(endOfSyllable | tones) }
      start = store.count
      tones = 0
    }
    while position < range.upperBound {
      let scalar = nextScalar(bytes, &position, range.upperBound)
      let letter = LetterTable.letter(scalar, table)
      switch letter.kind {
      case .letter:
        store.append(letter.code)
        if letter.tone > 0 { add(letter.tone, to: &tones) }
      case .gap: close(&store)
      case .tone:
        if store.count > start { add(letter.tone, to: &tones) }
      case .modifier:
        if store.count > start, let last = store.popLast() {
          store.append(Letter.modified(last, by: letter.code))
        }
      case .nothing: break
      case .other:
        for shift in [18, 12, 6, 0] as [UInt32] {
          store.append(Letter.firstOther | UInt8(scalar >> shift & 0x3F))
        }
      }
    }
    close(&store)
  }

  private static func add(_ tone: UInt8, to tones: inout UInt8) {
    if tones == 0 { tones = tone } else if tones < 6 { tones += 6 * tone }
  }

  private mutating func addHashes(_ store: [UInt8], from start: Int) {
    var first = start
    for position in start..<store.count where store[position] >= Self.endOfSyllable {
      addSyllable(store, first, position)
      first = position + 1
    }
  }

  private mutating func addSyllable(_ store: [UInt8], _ start: Int, _ end: Int) {
    let tones = store[end] & 0x7F
    var plain: UInt64 = 0
    var marked: UInt64 = UInt64(tones)
    for index in start..<end {
      let code = index == end - 1 ? Self.lastLetter(store, start, end) : store[index]
      let folded = UInt64(Letter.folded(code))
      plain = (plain ^ folded) &* 0x0000_0100_0000_01B3
      marked = (marked ^ UInt64(code)) &* 0x0000_0100_0000_01B3
      solid = (solid ^ folded) &* 0x0000_0100_0000_01B3
      if Letter.isModified(code) { isBare = false }
    }
    if tones > 0 { isBare = false }
    let plainHash = mixed(plain)
    letters &+= plainHash
    toned &+= mixed(marked)
    given = max(1, UInt32(truncatingIfNeeded: plainHash >> 32))
    if syllableCount == 0 { family = given }
    syllableCount += 1
  }

  /// The last letter of a syllable, y read as i where Vietnamese writes either (Lý and Lí, Quý and
  /// Quí, but not Thuý and Thúi).
  static func lastLetter(_ store: [UInt8], _ start: Int, _ end: Int) -> UInt8 {
    let last = store[end - 1]
    guard last == Letter.y else { return last }
    if end - start == 1 { return Letter.i }
    let before = store[end - 2]
    if !Letter.isVowel(before) { return Letter.i }
    if before == Letter.u, end - start == 3, store[start] == Letter.q { return Letter.i }
    return last
  }
}
