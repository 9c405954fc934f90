/// The letters of a syllable without marks, in one word: equal words are equal letters.
struct SyllableWord: Equatable {
  /// Eight bits a letter, the first one lowest. What does not fit is hashed, all but the first letter,
  /// and the highest bit set.
  private var bits: UInt64 = 0

  private static let lettersThatFit = 8
  private static let letterBits: UInt64 = 127
  private static let isHashed: UInt64 = 1 << 63

  /// Reads the syllables of a name.
  ///
  /// - Parameters:
  ///   - rows: The rows of which one has the name.
  ///   - position: Which of them.
  ///   - words: Gets one word a syllable, in place of what it held.
  /// - Complexity: O(syllables), and O(letters) where they have eight and more.
  static func read(_ rows: StandardRows, _ position: Int, into words: inout [SyllableWord]) {
    words.removeAll(keepingCapacity: true)
    let (codes, letters) = (rows.store.span, rows.letters.span)
    let text = rows.keys[position].text
    var place = text.lowerBound
    var letter = place
    while place < text.upperBound {
      let count = lettersOfSyllable(codes, from: place)
      var word = SyllableWord()
      if count < lettersThatFit, let read = letters.eightBytes(at: letter) {
        word.bits = read & UInt64(bytesOfOnes: count)
      } else {
        for offset in 0..<count { word.add(letters[letter + offset], at: offset) }
      }
      words.append(word)
      place += count + 1
      letter += count
    }
  }

  /// How many codes stand before the byte that ends a syllable.
  @inline(__always)
  private static func lettersOfSyllable(_ codes: Span<UInt8>, from start: Int) -> Int {
    if let read = codes.eightBytes(at: start), read & 0x8080_8080_8080_8080 != 0 {
      return (read & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
    }
    var end = start
    while codes[end] < NameScan.endOfSyllable { end += 1 }
    return end - start
  }

  private mutating func add(_ letter: UInt8, at place: Int) {
    let letter = UInt64(letter)
    if place < Self.lettersThatFit {
      bits |= letter << UInt64(8 * place)
    } else {
      bits = joined(bits, letter) & ~Self.letterBits | bits & Self.letterBits | Self.isHashed
    }
  }

  /// Whether one of two syllables is a letter and the other begins with it.
  func isInitial(with other: SyllableWord) -> Bool {
    (bits <= Self.letterBits || other.bits <= Self.letterBits)
      && bits & Self.letterBits == other.bits & Self.letterBits
  }
}
