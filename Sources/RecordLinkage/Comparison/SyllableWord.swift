/// The letters of a syllable without marks, in one word: equal words are equal letters.
struct SyllableWord: Equatable {
  /// Six bits a letter, the first one lowest. What does not fit is hashed, all but the first letter,
  /// and the highest bit set.
  private var bits: UInt64 = 0

  private static let lettersThatFit = 10
  private static let letterBits: UInt64 = 63
  private static let isHashed: UInt64 = 1 << 63

  /// Reads the syllables of a name.
  ///
  /// - Parameters:
  ///   - store: Holds them, as ``NameScan`` writes them.
  ///   - text: Where the name stands there.
  ///   - words: Gets one word a syllable, in place of what it held.
  /// - Complexity: O(letters).
  static func read(_ store: [UInt8], _ text: Range<Int>, into words: inout [SyllableWord]) {
    words.removeAll(keepingCapacity: true)
    var word = SyllableWord()
    var count = 0
    for index in text {
      let code = store[index]
      if code >= NameScan.endOfSyllable {
        words.append(word)
        word = SyllableWord()
        count = 0
      } else {
        word.add(Letter.folded(code), at: count)
        count += 1
      }
    }
  }

  @inline(__always)
  private mutating func add(_ letter: UInt8, at place: Int) {
    let letter = UInt64(letter)
    if place < Self.lettersThatFit && letter <= Self.letterBits && bits & Self.isHashed == 0 {
      bits |= letter << UInt64(6 * place)
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
