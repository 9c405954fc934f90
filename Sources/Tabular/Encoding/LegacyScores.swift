/// How Vietnamese some lines are in each of the encodings that have one byte a letter.
struct LegacyScores {
  static let candidates: [TextEncoding] = [.windows1258, .tcvn3, .vni]

  /// The encoding that fits, with the share of words it makes Vietnamese, in percent.
  private(set) var best: (encoding: TextEncoding, percent: Int)?
  /// Whether different lines clearly fit different encodings.
  private(set) var isMixed = false
  /// The first line that fits another encoding than most do.
  private(set) var oddLine: Int?

  init(_ bytes: ByteWindow, lines: [(line: Int, range: Range<Int>)]) {
    let byLine = Self.candidates.map { encoding in
      let decoder = CharacterDecoder(encoding)
      return lines.map { Self.score(bytes, $0.range, decoder) }
    }
    let totals = byLine.map { scores in
      let words = scores.reduce(0) { $0 + $1.words }
      let possible = scores.reduce(0) { $0 + $1.possibleWords }
      return words == 0 ? 0 : Double(possible) / Double(words)
    }
    let order = totals.indices.sorted { totals[$0] > totals[$1] }
    let winner = order[0]
    // A wrong table leaves about a third of the words possible, the right one nearly all.
    if totals[winner] >= 0.75 && totals[winner] - totals[order[1]] >= 0.1 {
      best = (Self.candidates[winner], Int(totals[winner] * 100))
      return
    }
    let choices = lines.indices.map { line in
      Self.candidates.indices.first { candidate in
        let mine = byLine[candidate][line]
        return mine.share == 1
          && byLine.indices.allSatisfy { $0 == candidate || byLine[$0][line].share < 1 }
      }
    }
    guard let usual = Self.mostFrequent(choices.compactMap { $0 }) else { return }
    let odd = choices.indices.filter { choices[$0] != nil && choices[$0] != usual }
    guard let first = odd.first, odd.count * 20 > lines.count else { return }
    isMixed = true
    oddLine = lines[first].line
  }

  private static func score(
    _ bytes: ByteWindow, _ range: Range<Int>, _ decoder: CharacterDecoder
  ) -> VietnameseSyllables.Score {
    var counter = VietnameseSyllables.Counter()
    let line = bytes.slice(range)
    var index = 0
    while index < line.count {
      let (scalar, length) = decoder.character(in: line, at: index)
      counter.add(scalar)
      index += length
    }
    counter.endWord()
    return counter.score
  }

  private static func mostFrequent(_ values: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
