/// The explanations of many links: pairs that agree alike are explained alike.
package struct LinkExplanations {
  private struct Case: Hashable {
    let pattern: AgreementPattern
    let cautions: UInt8
  }

  private var texts: [Case: String] = [:]
  /// The case that was asked for last, for most pairs agree alike.
  private var last: (place: Case, text: String)?

  private let cautionWords: (LinkCaution) -> [String]

  /// Nothing is explained yet.
  ///
  /// - Parameter cautionWords: The words for the reasons why a pair is not linked automatically.
  package init(cautionWords: @escaping (LinkCaution) -> [String]) {
    self.cautionWords = cautionWords
  }

  /// What ``PersonLink/explanation`` says of a link of one linkage, and the cautions in words.
  package subscript(link: PersonLink) -> String {
    mutating get {
      let place = Case(pattern: link.pattern, cautions: link.cautions.rawValue)
      if let last, last.place == place { return last.text }
      let text =
        texts[place]
        ?? ([link.explanation] + cautionWords(link.cautions)).joined(separator: "; ")
      texts[place] = text
      last = (place, text)
      return text
    }
  }
}

extension AgreementPattern {
  func words(_ fields: [FurtherField]) -> String {
    var parts = [
      "national_id \(identifier.word)", "name \(name.word)", "birth_date \(birth.word)",
    ]
    if sex != .missing { parts.append("sex \(sex.word)") }
    if province != .missing { parts.append("province \(province.word)") }
    for (position, field) in fields.enumerated() {
      guard let level = FurtherLevel(rawValue: further(position)), level != .missing else {
        continue
      }
      parts.append("\(field.name) \(level.word)")
    }
    return parts.joined(separator: "; ")
  }
}
