internal import Foundation
internal import Scores
internal import Yams

extension YAMLValue {
  /// A text of one line, in Unicode NFC, not empty, of at most `limit` bytes.
  func text(atMost limit: Int = 4_096) throws(ExchangeError) -> String {
    guard let scalar = node.scalar else { throw refusal("must be a text or a number") }
    guard !isEmpty, !scalar.string.isEmpty else { throw refusal("a value is missing") }
    // Batches refuse the marks of writing direction, which can make a text look like another.
    let isClean = scalar.string.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && !$0.properties.isBidiControl
    }
    guard isClean else { throw refusal("must be one line without control characters") }
    let text = scalar.string.precomposedStringWithCanonicalMapping
    guard text.utf8.count <= limit else {
      throw refusal("has \(text.utf8.count) bytes; at most \(limit) are possible")
    }
    return text
  }

  /// A whole number in a range.
  func integer(in range: ClosedRange<Int>) throws(ExchangeError) -> Int {
    let text = try text()
    guard let number = Int(text), range.contains(number) else {
      throw refusal(
        "\"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A plain decimal.
  func score() throws(ExchangeError) -> Score {
    let text = try text()
    do {
      return try Score(parsing: text)
    } catch {
      if text.contains(",") {
        throw refusal("\"\(text)\": write the number with a decimal point")
      }
      throw refusal("\"\(text)\" is no decimal number")
    }
  }

  /// A decimal from zero to `maximum`.
  func score(upTo maximum: Score) throws(ExchangeError) -> Score {
    let score = try score()
    guard score >= .zero else { throw refusal("\(score.formatted()) is below 0") }
    guard score <= maximum else {
      throw refusal("\(score.formatted()) does not lie from 0 to \(maximum.formatted())")
    }
    return score
  }

  /// A day, as `2025-07-16`.
  func date() throws(ExchangeError) -> CalendarDate {
    let text = try text()
    guard let date = CalendarDate(text) else {
      throw refusal("\"\(text)\" is no day of the calendar; write it as 2025-07-16")
    }
    return date
  }

  /// A moment, as `2025-07-01T08:00:00+07:00`.
  func instant() throws(ExchangeError) -> UTCInstant {
    let text = try text()
    guard let instant = UTCInstant(zoned: text) else {
      throw refusal("\"\(text)\" is no moment; write it as 2025-07-01T08:00:00+07:00")
    }
    return instant
  }

  /// `true` or `false`, also `yes` and `no`.
  func flag() throws(ExchangeError) -> Bool {
    switch try text() {
    case "true", "yes": return true
    case "false", "no": return false
    case let text: throw refusal("\"\(text)\" must be true or false")
    }
  }

  /// A school by its code.
  func school() throws(ExchangeError) -> School {
    let code = try text()
    guard let school = School.named(code) else {
      throw refusal(of: code, what: "school", expected: School.all.map(\.code))
    }
    return school
  }

  /// A field delimiter; a tab between quotes becomes the word `tab`.
  func delimiter() throws(ExchangeError) -> String {
    node.scalar?.string == "\t" ? "tab" : try text()
  }

  /// One of several words, as the value it stands for.
  func choice<Value>(
    _ what: Message, _ choices: KeyValuePairs<String, Value>
  ) throws(ExchangeError) -> Value {
    let word = try text()
    guard let choice = choices.first(where: { $0.key == word }) else {
      throw refusal(of: word, what: what, expected: choices.map(\.key))
    }
    return choice.value
  }

  /// One of several words.
  func word(_ what: Message, among words: [String]) throws(ExchangeError) -> String {
    let word = try text()
    guard words.contains(word) else { throw refusal(of: word, what: what, expected: words) }
    return word
  }

  /// A rounding rule in its words.
  func roundingRule() throws(ExchangeError) -> RoundingRule {
    let text = try text()
    do {
      return try RoundingRule(parsing: text)
    } catch {
      throw refusal(
        "\"\(text)\" is no rounding rule; "
          + "write half-up 2, half-even 2, truncate 2 or step 0.25 after 2")
    }
  }

  /// A scale: minimum, maximum and step.
  func scale(_ mapping: YAMLMapping) throws(ExchangeError) -> ScoreScale {
    let minimum = try mapping.required("minimum").score()
    let maximum = try mapping.required("maximum").score()
    let step = try mapping.required("step").score()
    do {
      return try ScoreScale(minimum: minimum, maximum: maximum, step: step)
    } catch {
      throw refusal(error.message)
    }
  }
}
