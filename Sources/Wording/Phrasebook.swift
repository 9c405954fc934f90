/// The sentences in which a text was written, to read the text back and say it in another language.
///
/// A file that machines read holds English alone, as the column `trace` does. What is shown of it to a
/// person is read back into the sentences and values that it was made of:
///
///     let book = Phrasebook(["valid until {1}": "có giá trị đến {1}"].keys)
///     book.message(reading: "valid until 2027-01-19").description     // the text, unchanged
public struct Phrasebook: Sendable {
  private let phrases: [Phrase]

  /// A sentence, cut at the places of its values.
  private struct Phrase {
    let pattern: String
    let literals: [[UInt8]]
    /// Letters that are no value: of two readings the one with more of them is right.
    let weight: Int

    init?(_ pattern: String) {
      var literals: [[UInt8]] = [[]]
      var place = 1
      var rest = Array(pattern.utf8)[...]
      while let byte = rest.first {
        let mark = Array("{\(place)}".utf8)
        if rest.starts(with: mark) {
          literals.append([])
          rest = rest.dropFirst(mark.count)
          place += 1
        } else {
          literals[literals.count - 1].append(byte)
          rest = rest.dropFirst()
        }
      }
      self.pattern = pattern
      self.literals = literals
      weight = literals.joined().count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      if weight == 0 { return nil }
    }
  }

  /// A book of sentences.
  ///
  /// - Parameter sentences: English, with `{1}`, `{2}` … in this order at the places of values.
  public init(_ sentences: some Sequence<String>) {
    // In one order, so that equal readings are told in the same way.
    phrases = sentences.sorted().compactMap(Phrase.init)
  }

  /// The longest text that is read back, in bytes of UTF-8.
  private static let greatestByteCount = 2_000
  /// How many ways to cut a text are tried.
  private static let greatestStepCount = 100_000

  /// Reads a text back.
  ///
  /// - Parameter text: A text that was made in English of sentences of this book, one after the other
  ///   or one in the other's place.
  /// - Returns: A message that says the same; what no sentence fits stays as it is in every language,
  ///   and so does a text of more than 2,000 bytes, or one with so many commas, colons and brackets
  ///   that 100,000 ways to cut it are not all.
  /// - Complexity: O(sentences · bytes + steps · bytes); the steps grow with the third power of the
  ///   places at which a sentence or a value may end, and are at most 100,000. What a run
  ///   writes takes up to some ten thousand.
  public func message(reading text: String) -> Message {
    guard text.utf8.count <= Self.greatestByteCount else { return Message(verbatim: text) }
    var reader = Reader(phrases: phrases, text: Array(text.utf8), steps: Self.greatestStepCount)
    let message = reader.read(0..<reader.text.count).message
    return reader.isExhausted ? Message(verbatim: text) : message
  }

  private struct Reading {
    var message: Message
    var weight: Int
  }

  private struct Reader {
    let phrases: [Phrase]
    let text: [UInt8]
    /// For each place the letters before it.
    private let letterCounts: [Int]
    /// For each place the brackets open at it, and the first place behind it where fewer are.
    private let depths: [Int]
    private let closings: [Int]
    /// Where the text may be cut in two, in order.
    private let cuts: [Range<Int>]
    /// For each place the index of the first cut at or behind it.
    private let nextCuts: [Int]
    /// For each phrase and literal the places where it begins.
    private let places: [[[Int]]]
    private var steps: Int
    private var known: [Range<Int>: Reading] = [:]
    private var knownValues: [Rest: [Reading]?] = [:]

    /// The rest of a sentence in a part of the text.
    private struct Rest: Hashable {
      let phrase: Int
      let literal: Int
      let part: Range<Int>
    }

    /// At what a text may be cut in two.
    private static let separators = [", ", ": ", "; ", " + ", " = ", " -> ", " (", ")"].map {
      Array($0.utf8)
    }

    init(phrases: [Phrase], text: [UInt8], steps: Int) {
      self.steps = steps
      let found = phrases.map { ($0, $0.literals.map { Self.places(of: $0, in: text) }) }
        .filter { $0.1.allSatisfy { !$0.isEmpty } }
      self.text = text
      self.phrases = found.map(\.0)
      places = found.map(\.1)
      cuts = Self.separators.flatMap { separator in
        Self.places(of: separator, in: text).map { $0..<$0 + separator.count }
      }.sorted { $0.lowerBound < $1.lowerBound }
      nextCuts = Self.nextCuts(cuts, before: text.count)
      var (letterCounts, depths) = ([0], [0])
      for byte in text {
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
        letterCounts.append(letterCounts[letterCounts.count - 1] + (isLetter ? 1 : 0))
        let change = byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
        depths.append(depths[depths.count - 1] + change)
      }
      (self.letterCounts, self.depths) = (letterCounts, depths)
      closings = Self.closings(of: depths)
    }

    /// Where a literal begins; an empty one everywhere, behind the last byte too.
    private static func places(of literal: [UInt8], in text: [UInt8]) -> [Int] {
      guard let first = literal.first else { return Array(0...text.count) }
      return text.indices.filter { place in
        text[place] == first && text[place...].starts(with: literal)
      }
    }

    private static func nextCuts(_ cuts: [Range<Int>], before end: Int) -> [Int] {
      var next = 0
      return (0...end).map { place in
        while next < cuts.count, cuts[next].lowerBound < place { next += 1 }
        return next
      }
    }

    private static func closings(of depths: [Int]) -> [Int] {
      var closings = Array(repeating: depths.count, count: depths.count)
      var open: [Int] = []
      for (place, depth) in depths.enumerated() {
        while let last = open.last, depths[last] > depth { closings[open.removeLast()] = place }
        open.append(place)
      }
      return closings
    }

    /// Whether there were more ways to cut the text than were to be tried.
    var isExhausted: Bool { steps < 0 }

    /// The best reading of a part: as one sentence, or as two parts.
    mutating func read(_ part: Range<Int>) -> Reading {
      if let reading = known[part] { return reading }
      var best = Reading(
        message: Message(verbatim: String(decoding: text[part], as: UTF8.self)), weight: 0)
      // Parts without letters have nothing to be said.
      guard letterCounts[part.lowerBound] < letterCounts[part.upperBound] else { return best }
      for (index, phrase) in phrases.enumerated()
      where has(phrase.literals[0], at: part.lowerBound, before: part.upperBound) {
        let start = part.lowerBound + phrase.literals[0].count
        guard let values = values(of: index, behind: 0, in: start..<part.upperBound) else {
          continue
        }
        let weight = values.reduce(phrase.weight) { $0 + $1.weight }
        if weight > best.weight {
          best = Reading(
            message: Message(pattern: phrase.pattern, values.map(\.message)), weight: weight)
        }
      }
      for cut in cuts[nextCuts[part.lowerBound + 1]...] {
        steps -= 1
        if isExhausted { break }
        if cut.lowerBound >= part.upperBound { break }
        guard cut.upperBound <= part.upperBound else { continue }
        let left = read(part.lowerBound..<cut.lowerBound)
        for end in [cut.lowerBound, cut.upperBound] where end < part.upperBound {
          let right = read(end..<part.upperBound)
          guard left.weight + right.weight > best.weight else { continue }
          let between = Message(
            verbatim: String(decoding: text[cut.lowerBound..<end], as: UTF8.self))
          best = Reading(
            message: left.message + between + right.message, weight: left.weight + right.weight)
        }
      }
      known[part] = best
      return best
    }

    /// The values of a sentence in a part that begins behind its literal of an index; nil where it
    /// does not fit.
    private mutating func values(
      of phrase: Int, behind index: Int, in part: Range<Int>
    ) -> [Reading]? {
      let literals = phrases[phrase].literals
      guard index + 1 < literals.count else { return part.isEmpty ? [] : nil }
      let rest = Rest(phrase: phrase, literal: index, part: part)
      if let values = knownValues[rest] { return values }
      let next = literals[index + 1]
      var best: [Reading]?
      if index + 2 == literals.count {
        let place = part.upperBound - next.count
        if place >= part.lowerBound, has(next, at: place, before: part.upperBound),
          hasWholeBrackets(part.lowerBound..<place)
        {
          best = [read(part.lowerBound..<place)]
        }
      } else {
        var bestWeight = -1
        for place in places[phrase][index + 1] where place >= part.lowerBound {
          steps -= 1
          if isExhausted { break }
          if place + next.count > part.upperBound || place >= closings[part.lowerBound] { break }
          // Two values with nothing between meet where a text may be cut, or where one of them is
          // empty.
          if next.isEmpty, place != part.upperBound, !isCut(place, before: part.upperBound) {
            continue
          }
          guard hasWholeBrackets(part.lowerBound..<place),
            let rest = values(
              of: phrase, behind: index + 1, in: place + next.count..<part.upperBound)
          else { continue }
          let found = [read(part.lowerBound..<place)] + rest
          let weight = found.reduce(0) { $0 + $1.weight }
          if weight > bestWeight { (best, bestWeight) = (found, weight) }
        }
      }
      knownValues[rest] = .some(best)
      return best
    }

    /// Whether every bracket of a part is closed in it: then it may be a value.
    private func hasWholeBrackets(_ part: Range<Int>) -> Bool {
      depths[part.lowerBound] == depths[part.upperBound]
        && part.upperBound < closings[part.lowerBound]
    }

    private func isCut(_ place: Int, before end: Int) -> Bool {
      let index = nextCuts[place]
      return index < cuts.count && cuts[index].lowerBound == place && cuts[index].upperBound <= end
    }

    private func has(_ literal: [UInt8], at place: Int, before end: Int) -> Bool {
      place + literal.count <= end && text[place..<place + literal.count].elementsEqual(literal)
    }
  }
}

extension Message {
  /// A text that is the same in every language.
  init(verbatim text: String) {
    self.init(Piece(pattern: "{1}", values: [.text(text)]))
  }

  /// A sentence with its values.
  init(pattern: String, _ values: [Message]) {
    self.init(Piece(pattern: pattern, values: values.map(Value.message)))
  }
}
