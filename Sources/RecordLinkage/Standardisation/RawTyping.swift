/// Raw typing in a cell, where no input method was listening: Telex as "Nguyeenx Thij Hoaf", or VNI
/// (see ``VNITyping``).
enum RawTyping {
  /// Reads a name of which some syllables were typed in Telex or VNI.
  ///
  /// A syllable without marks that is impossible in Vietnamese is read so if it becomes possible by
  /// decoding. A name without any mark is read so only if every such syllable does: other names,
  /// foreign ones above all, stay as they are.
  ///
  /// - Parameters:
  ///   - store: Holds the name's syllables as ``NameScan`` writes them.
  ///   - name: Where the name stands.
  ///   - isBare: Whether the name has no mark at all.
  /// - Returns: The syllables to put in its place, or nil.
  static func decoded(_ store: [UInt8], _ name: Range<Int>, isBare: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    var hasMark = false
    var first = name.lowerBound
    for position in name where store[position] >= NameScan.endOfSyllable {
      let raw = store[first..<position]
      let isMarked =
        store[position] != NameScan.endOfSyllable || raw.contains(where: Letter.isModified)
      first = position + 1
      if isMarked || isPossible(store.span, raw.indices) {
        result += raw + [store[position]]
      } else if let (letters, tone) = decoded(Array(raw)) {
        hasMark = hasMark || tone > 0 || letters.contains(where: Letter.isModified)
        result += letters + [NameScan.endOfSyllable | tone]
      } else if isBare {
        return nil
      } else {
        result += raw + [store[position]]
      }
    }
    return hasMark ? result : nil
  }

  /// One syllable, if it becomes possible by decoding.
  private static func decoded(_ raw: [UInt8]) -> (letters: [UInt8], tone: UInt8)? {
    let read = VNITyping.isLikely(raw) ? VNITyping.decoded(raw) : decodedTelex(raw)
    guard let read, isPossible(read.letters[...], tone: read.tone) else { return nil }
    return read
  }

  private static func code(_ letter: Character) -> UInt8 {
    letter.asciiValue.map { $0 - UInt8(ascii: "a") + 1 } ?? 0
  }

  private static let tones: [UInt8: UInt8] = [
    code("f"): 1, code("s"): 2, code("x"): 3, code("r"): 4, code("j"): 5,
  ]

  private static func decodedTelex(_ raw: [UInt8]) -> (letters: [UInt8], tone: UInt8)? {
    var letters: [UInt8] = []
    var tone: UInt8 = 0
    var hasVowel = false
    for code in raw {
      if hasVowel, let typed = tones[code] {
        tone = typed
      } else if code == Self.code("w") {
        guard let place = letters.lastIndex(where: { [1, Letter.o, Letter.u].contains($0) }) else {
          return nil
        }
        // "uow" is ươ: the horn goes on both.
        if letters[place] == Letter.o, place > 0, letters[place - 1] == Letter.u {
          letters[place - 1] = 33
        }
        letters[place] = Letter.modified(letters[place], by: letters[place] == 1 ? 2 : 3)
      } else if let last = letters.last, last == code, [1, 5, Letter.o].contains(code) {
        letters[letters.count - 1] = Letter.modified(code, by: 1)
      } else if code == 4 && letters == [4] {
        letters = [29]
      } else {
        letters.append(code)
        hasVowel = hasVowel || Letter.isVowel(code)
      }
    }
    return (letters, tone)
  }

  private static let onsets = numbers([
    "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
    "q", "r", "s", "t", "th", "tr", "v", "x",
  ])
  private static let codas = numbers(["", "c", "ch", "m", "n", "ng", "nh", "p", "t"])

  /// Whether letters without marks have the shape of a Vietnamese syllable.
  static func isPossible(_ letters: Span<UInt8>, _ syllable: Range<Int>) -> Bool {
    var firstVowel = syllable.upperBound
    for index in syllable {
      guard letters[index] >= 1, letters[index] <= 26 else { return false }
      if firstVowel == syllable.upperBound, Letter.isVowel(letters[index]) { firstVowel = index }
    }
    guard firstVowel < syllable.upperBound else { return syllable.count == 1 }
    var vowelEnd = firstVowel + 1
    while vowelEnd < syllable.upperBound, Letter.isVowel(letters[vowelEnd]) {
      let letter = letters[vowelEnd]
      // Hữu and Xoong are the ones that double a vowel, but for its marks.
      if letter == letters[vowelEnd - 1], letter != Letter.o, letter != Letter.u { return false }
      vowelEnd += 1
    }
    return vowelEnd - firstVowel <= 3
      && contains(onsets, letters, syllable.lowerBound..<firstVowel)
      && contains(codas, letters, vowelEnd..<syllable.upperBound)
  }

  /// Whether a syllable with its tone could be one of a Vietnamese name: before a final c, ch, p or t
  /// there are but two tones.
  ///
  /// - Parameters:
  ///   - letters: The syllable as ``NameScan`` writes it, marks and all.
  ///   - tone: Its tone; 0 may be a lost one.
  /// - Returns: Whether anybody could be called so.
  static func isPossible(_ letters: ArraySlice<UInt8>, tone: UInt8) -> Bool {
    let folded = letters.map(Letter.folded)
    guard isPossible(folded.span, folded.indices) else { return false }
    let endsShort =
      [Self.code("c"), Self.code("p"), Self.code("t")].contains(folded.last)
      || folded.suffix(2) == [Self.code("c"), Self.code("h")]
    return !endsShort || [0, 2, 5].contains(tone)
  }

  /// Whether up to three letters are one of some groups.
  private static func contains(
    _ groups: [Bool], _ letters: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count <= 3 else { return false }
    var number = 0
    for index in range { number = number * 27 + Int(letters[index]) }
    return groups[number]
  }

  /// Groups of up to three letters, marked at their numbers to base 27.
  private static func numbers(_ groups: [String]) -> [Bool] {
    var marks = [Bool](repeating: false, count: 27 * 27 * 27)
    for group in groups { marks[group.reduce(0) { $0 * 27 + Int(code($1)) }] = true }
    return marks
  }
}
