/// A sentence in both languages, with places for values.
///
/// All messages stand in one table, `Message+Catalogue.swift`; another command adds its own there.
public struct Message: Hashable, Sendable {
  private let vietnamese: String
  private let english: String

  /// A sentence; `%1` to `%9` are the places of values, in any order.
  init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The sentence in a language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - values: What stands at `%1`, `%2` …
  /// - Returns: The sentence; a place without a value stays as it is.
  public func text(in language: Language, _ values: String...) -> String {
    var text = ""
    var rest = Substring(language == .vietnamese ? vietnamese : english)
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      let place = rest.index(after: percent)
      rest = rest[percent...]
      guard place < rest.endIndex, let number = rest[place].wholeNumberValue,
        values.indices.contains(number - 1)
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += values[number - 1]
      rest = rest.dropFirst(2)
    }
    return text + rest
  }
}
