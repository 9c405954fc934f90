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

  /// Reads a text back.
  ///
  /// - Parameter text: A text that was made in English of sentences of this book, one after the other
  ///   or one in the other's place.
  /// - Returns: A message that says the same; what no sentence fits stays as it is in every language.
  /// - Complexity: O(cuts² · sentences), where a text may be cut at commas, colons and brackets.
  public func message(reading text: String) -> Message {
    var reader = Reader(phrases: phrases, text: Array(text.utf8))
    return reader.read(0..<reader.text.count).message
  }

  private struct Reading {
    var message: Message
    var weight: Int
  }

  private struct Reader {
    let phrases: [Phrase]
    let text: [UInt8]
    private var known: [Range<Int>: Reading] = [:]

    init(phrases: [Phrase], text: [UInt8]) {
      self.text = text
      self.phrases = phrases.filter { $0.literals.allSatisfy { Self.holds($0, in: text) } }
    }

    private static func holds(_ literal: [UInt8], in text: [UInt8]) -> Bool {
      guard let first = literal.first else { return true }
      return text.indices.contains { place in
        text[place] == first && text[place...].starts(with: literal)
      }
    }

    /// Where a text may be cut in two.
    private static let cuts: [[UInt8]] = [", ", ": ", "; ", " + ", " = ", " -> ", " (", ")"].map {
      Array($0.utf8)
    }

    /// The best reading of a part: as one sentence, or as two parts.
    mutating func read(_ part: Range<Int>) -> Reading {
      if let reading = known[part] { return reading }
      var best = Reading(
        message: Message(verbatim: String(decoding: text[part], as: UTF8.self)), weight: 0)
      // Parts without letters have nothing to be said.
      guard text[part].contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else {
        return best
      }
      for phrase in phrases
      where has(phrase.literals[0], at: part.lowerBound, before: part.upperBound) {
        let start = part.lowerBound + phrase.literals[0].count
        guard
          let values = values(of: phrase, behind: 0, at: start, before: part.upperBound)
        else { continue }
        let weight = values.reduce(phrase.weight) { $0 + $1.weight }
        if weight > best.weight {
          best = Reading(
            message: Message(pattern: phrase.pattern, values.map(\.message)), weight: weight)
        }
      }
      for place in part.dropFirst() {
        for cut in Self.cuts where has(cut, at: place, before: part.upperBound) {
          let left = read(part.lowerBound..<place)
          for end in [place, place + cut.count] where end < part.upperBound {
            let right = read(end..<part.upperBound)
            guard left.weight + right.weight > best.weight else { continue }
            let between = Message(verbatim: String(decoding: text[place..<end], as: UTF8.self))
            best = Reading(
              message: left.message + between + right.message, weight: left.weight + right.weight)
          }
        }
      }
      known[part] = best
      return best
    }

    /// The values of a sentence from its literal of an index on, whose end stands at `start`; nil
    /// where it does not fit.
    private mutating func values(
      of phrase: Phrase, behind index: Int, at start: Int, before end: Int
    ) -> [Reading]? {
      guard index + 1 < phrase.literals.count else { return start == end ? [] : nil }
      let next = phrase.literals[index + 1]
      let isLast = index + 2 == phrase.literals.count
      var best: [Reading]?
      for place in start...end where has(next, at: place, before: end) {
        // Two values with nothing between meet where a text may be cut, or where one of them is empty.
        if next.isEmpty, !isLast, place != end,
          !Self.cuts.contains(where: { has($0, at: place, before: end) })
        {
          continue
        }
        if isLast, place + next.count != end { continue }
        guard hasWholeBrackets(start..<place) else { continue }
        guard
          let rest = values(of: phrase, behind: index + 1, at: place + next.count, before: end)
        else { continue }
        let found = [read(start..<place)] + rest
        func weight(_ readings: [Reading]?) -> Int { readings?.reduce(0) { $0 + $1.weight } ?? -1 }
        if weight(found) > weight(best) { best = found }
      }
      return best
    }

    /// Whether every bracket of a part is closed in it: then it may be a value.
    private func hasWholeBrackets(_ part: Range<Int>) -> Bool {
      var open = 0
      for byte in text[part] {
        if byte == UInt8(ascii: "(") { open += 1 }
        if byte == UInt8(ascii: ")") { open -= 1 }
        if open < 0 { return false }
      }
      return open == 0
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
