/// Compares names by their syllables; holds the buffers it needs, one for each worker.
struct NameComparison {
  private var leftSyllables: [Range<Int>] = []
  private var rightSyllables: [Range<Int>] = []
  private var leftWords: [SyllableWord] = []
  private var rightWords: [SyllableWord] = []
  private var isUsed: [Bool] = []
  private var distances = EditDistance()

  /// The level at which the names of two rows agree.
  ///
  /// - Complexity: O(1) for equal names; else O(letters).
  mutating func compare(
    _ lefts: StandardRows, _ l: Int, _ rights: StandardRows, _ r: Int
  ) -> NameLevel {
    let (left, right) = (lefts.keys[l], rights.keys[r])
    if left.toned == 0 || right.toned == 0 { return .missing }
    if left.toned == right.toned {
      if left.solid != right.solid { return .reordered }
      return sameBytes(left.text, lefts.store, right.text, rights.store) ? .equal : .variant
    }
    if left.letters == right.letters {
      if left.isBare || right.isBare { return left.solid == right.solid ? .bare : .reordered }
      guard left.solid == right.solid else { return .otherTones }
      return marks(left.text, lefts.store, right.text, rights.store)
    }
    if left.solid == right.solid {
      return left.isBare || right.isBare
        ? .bare : joinedMarks(left.text, lefts.store, right.text, rights.store)
    }
    return unlike(lefts, l, rights, r)
  }

  /// Whether two unlike names differ only where relatives do not: in the marks of the family name,
  /// which they share, in a syllable that is nobody's name and so must be mistyped, or in what is left
  /// out before the given name, which they do not share.
  ///
  /// - Parameters:
  ///   - left: The keys of one row.
  ///   - leftStore: Where its syllables stand.
  ///   - right: The keys of the other.
  ///   - rightStore: Where its syllables stand.
  ///   - marksMayBeLost: Whether a syllable may be the same but for marks that one side lacks; a twin's
  ///     may be so, too.
  /// - Returns: Whether they do.
  /// - Complexity: O(letters).
  mutating func isMistyped(
    _ left: PersonKeys, _ leftStore: [UInt8], _ right: PersonKeys, _ rightStore: [UInt8],
    marksMayBeLost: Bool
  ) -> Bool {
    Self.split(left.text, leftStore, into: &leftSyllables)
    Self.split(right.text, rightStore, into: &rightSyllables)
    guard min(leftSyllables.count, rightSyllables.count) > 1 else { return false }
    guard leftSyllables.count == rightSyllables.count else {
      return left.family == right.family && left.given == right.given
        && (marksMayBeLost || isSameEnding(leftStore, rightStore))
    }
    for (number, (l, r)) in zip(leftSyllables, rightSyllables).enumerated() {
      let isSame = sameSyllable(l, leftStore, r, rightStore)
      let marksDoNotCount =
        number == 0
        || marksMayBeLost && (Self.isBare(l, leftStore) || Self.isBare(r, rightStore))
      if isSame || marksDoNotCount && Self.isSame(l, leftStore, r, rightStore) { continue }
      let isInitial =
        (l.count == 1 || r.count == 1)
        && Letter.folded(leftStore[l.lowerBound]) == Letter.folded(rightStore[r.lowerBound])
      if isInitial && number < leftSyllables.count - 1 { continue }
      if Self.isPossible(l, leftStore) && Self.isPossible(r, rightStore) { return false }
    }
    return true
  }

  /// Whether the last syllables of two names differ, marks aside, and each is a possible one: not a typing
  /// error by its look.
  ///
  /// - Parameters:
  ///   - left: The keys of one row.
  ///   - leftStore: Where its syllables stand.
  ///   - right: The keys of the other.
  ///   - rightStore: Where its syllables stand.
  ///   - sharingTheRest: Whether all syllables before them must be the same, marks aside.
  /// - Returns: Whether they do.
  /// - Complexity: O(letters).
  mutating func hasOtherGiven(
    _ left: PersonKeys, _ leftStore: [UInt8], _ right: PersonKeys, _ rightStore: [UInt8],
    sharingTheRest: Bool
  ) -> Bool {
    Self.split(left.text, leftStore, into: &leftSyllables)
    Self.split(right.text, rightStore, into: &rightSyllables)
    guard let l = leftSyllables.last, let r = rightSyllables.last else { return false }
    let doShareTheRest =
      leftSyllables.count == rightSyllables.count
      && zip(leftSyllables, rightSyllables).dropLast().allSatisfy {
        Self.isSame($0, leftStore, $1, rightStore)
      }
    return (doShareTheRest || !sharingTheRest)
      && !Self.isSame(l, leftStore, r, rightStore)
      && Self.isPossible(l, leftStore) && Self.isPossible(r, rightStore)
  }

  /// Whether two words of names at one place are two words rather than one of them mistyped, at least
  /// one of which is no Vietnamese syllable: nobody knows which word of a foreign name is the given one.
  /// Of two that are syllables it is so where the names share a word that is none.
  ///
  /// - Parameters:
  ///   - left: The keys of one row.
  ///   - leftStore: Where its syllables stand.
  ///   - right: The keys of the other.
  ///   - rightStore: Where its syllables stand.
  /// - Returns: Whether there are such words.
  /// - Complexity: O(letters).
  mutating func hasOtherForeignWord(
    _ left: PersonKeys, _ leftStore: [UInt8], _ right: PersonKeys, _ rightStore: [UInt8]
  ) -> Bool {
    Self.split(left.text, leftStore, into: &leftSyllables)
    Self.split(right.text, rightStore, into: &rightSyllables)
    guard leftSyllables.count == rightSyllables.count else { return false }
    var (isForeign, differ) = (false, false)
    for (l, r) in zip(leftSyllables, rightSyllables) {
      let possible = [Self.isPossible(l, leftStore), Self.isPossible(r, rightStore)].count { $0 }
      if Self.isSame(l, leftStore, r, rightStore) {
        isForeign = isForeign || possible == 0
        continue
      }
      let (one, other) = (
        leftStore[l].map(Letter.folded), rightStore[r].map(Letter.folded)
      )
      let length = max(one.count, other.count)
      let distance = distances.bounded(one, one.indices, other, other.indices, limit: length)
      switch possible {
      case 0: if distance > 1 || length < 5 { return true }
      case 1: if 2 * distance > length { return true }
      default: differ = true
      }
    }
    return isForeign && differ
  }

  /// Whether the last syllables that were split off are the same with their marks.
  private func isSameEnding(_ leftStore: [UInt8], _ rightStore: [UInt8]) -> Bool {
    guard let l = leftSyllables.last, let r = rightSyllables.last else { return false }
    return sameSyllable(l, leftStore, r, rightStore)
  }

  /// Whether two syllables are the same with their marks.
  private func sameSyllable(
    _ left: Range<Int>, _ leftStore: [UInt8], _ right: Range<Int>, _ rightStore: [UInt8]
  ) -> Bool {
    sameBytes(
      left.lowerBound..<left.upperBound + 1, leftStore,
      right.lowerBound..<right.upperBound + 1, rightStore)
  }

  private static func isPossible(_ syllable: Range<Int>, _ store: [UInt8]) -> Bool {
    RawTyping.isPossible(
      store[syllable], tone: (store[syllable.upperBound] & ~NameScan.endOfSyllable) % 6)
  }

  private func sameBytes(
    _ left: Range<Int>, _ leftStore: [UInt8], _ right: Range<Int>, _ rightStore: [UInt8]
  ) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where leftStore[left.lowerBound + offset] != rightStore[right.lowerBound + offset] {
      return false
    }
    return true
  }

  /// The same syllables but for their marks: lost on one side, or contradicting.
  private mutating func marks(
    _ left: Range<Int>, _ leftStore: [UInt8], _ right: Range<Int>, _ rightStore: [UInt8]
  ) -> NameLevel {
    Self.split(left, leftStore, into: &leftSyllables)
    Self.split(right, rightStore, into: &rightSyllables)
    for (l, r) in zip(leftSyllables, rightSyllables) {
      let isSame = sameSyllable(l, leftStore, r, rightStore)
      if isSame || Self.isBare(l, leftStore) || Self.isBare(r, rightStore) { continue }
      return .otherTones
    }
    return .partlyBare
  }

  /// The same letters with other gaps: the tones, in order, must be the same too.
  private func joinedMarks(
    _ left: Range<Int>, _ leftStore: [UInt8], _ right: Range<Int>, _ rightStore: [UInt8]
  ) -> NameLevel {
    func letters(_ range: Range<Int>, _ store: [UInt8]) -> [UInt8] {
      store[range].filter { $0 < NameScan.endOfSyllable }
    }
    func tones(_ range: Range<Int>, _ store: [UInt8]) -> [UInt8] {
      var tones: [UInt8] = []
      for index in range where store[index] > NameScan.endOfSyllable {
        let both = store[index] & 0x7F
        tones.append(both % 6)
        if both >= 6 { tones.append(both / 6) }
      }
      return tones
    }
    let isSame =
      letters(left, leftStore) == letters(right, rightStore)
      && tones(left, leftStore) == tones(right, rightStore)
    return isSame ? .variant : .otherTones
  }

  /// Names whose letters differ.
  private mutating func unlike(
    _ lefts: StandardRows, _ l: Int, _ rights: StandardRows, _ r: Int
  ) -> NameLevel {
    let (left, right) = (lefts.keys[l], rights.keys[r])
    let length = max(left.letterCount, right.letterCount)
    let limit = max(2, length / 4)
    let isFar = lefts.bags[l].leastDistance(to: rights.bags[r]) > limit
    let distance =
      isFar
      ? limit + 1
      : distances.bounded(
        lefts.letters, left.letterRange, rights.letters, right.letterRange, limit: limit)
    if distance == 1 && length >= 5 { return .slip }
    SyllableWord.read(lefts, l, into: &leftWords)
    SyllableWord.read(rights, r, into: &rightWords)
    let common = commonSyllables()
    let fewest = min(leftWords.count, rightWords.count)
    let isSameFamily = left.family == right.family
    let isSameGiven = left.given == right.given
    let isContained =
      leftWords.count <= rightWords.count
      ? Self.isShortened(leftWords, rightWords) : Self.isShortened(rightWords, leftWords)
    if fewest >= 2 && (common == fewest || (isSameGiven && isContained)) { return .shortened }
    if distance == 2 && length >= 12 { return .twoSlips }
    if distance <= length / 4 && (common < fewest - 1 || fewest == 1) { return .similar }
    if fewest == 1 && common == 1 && (isSameGiven || isSameFamily) { return .shortened }
    if isSameFamily && isSameGiven && fewest >= 2 { return .otherMiddle }
    let isInTwoParts = max(leftWords.count, rightWords.count) == 2
    if isSameGiven && (common >= 2 || isInTwoParts) { return .otherFamily }
    if isSameFamily && common >= 2 { return .otherGiven }
    return .different
  }

  /// Number of syllables of the left name that the right one has too, marks aside, each used once.
  private mutating func commonSyllables() -> Int {
    isUsed.removeAll(keepingCapacity: true)
    isUsed.append(contentsOf: repeatElement(false, count: rightWords.count))
    var common = 0
    for word in leftWords {
      for index in rightWords.indices where !isUsed[index] && rightWords[index] == word {
        isUsed[index] = true
        common += 1
        break
      }
    }
    return common
  }

  /// Whether each syllable of the short name is, in order, a syllable of the long one or its
  /// first letter.
  private static func isShortened(_ short: [SyllableWord], _ long: [SyllableWord]) -> Bool {
    var position = 0
    for word in short {
      var isFound = false
      while position < long.count, !isFound {
        isFound = word == long[position] || word.isInitial(with: long[position])
        position += 1
      }
      if !isFound { return false }
    }
    return true
  }

  /// Whether two syllables have the same letters, marks aside; with or without their marks.
  private static func isSame(
    _ left: Range<Int>, _ leftLetters: [UInt8], _ right: Range<Int>, _ rightLetters: [UInt8]
  ) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where Letter.folded(leftLetters[left.lowerBound + offset])
      != Letter.folded(rightLetters[right.lowerBound + offset])
    {
      return false
    }
    return true
  }

  /// The syllables of a name, each without the byte that ends it.
  private static func split(
    _ text: Range<Int>, _ store: [UInt8], into syllables: inout [Range<Int>]
  ) {
    syllables.removeAll(keepingCapacity: true)
    var start = text.lowerBound
    for index in text where store[index] >= NameScan.endOfSyllable {
      syllables.append(start..<index)
      start = index + 1
    }
  }

  private static func isBare(_ syllable: Range<Int>, _ store: [UInt8]) -> Bool {
    guard store[syllable.upperBound] == NameScan.endOfSyllable else { return false }
    for index in syllable where Letter.isModified(store[index]) { return false }
    return true
  }
}
