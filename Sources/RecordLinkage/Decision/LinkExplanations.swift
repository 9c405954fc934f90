/// The explanations of many links: pairs that agree alike are explained alike.
package struct LinkExplanations {
  private struct Case: Hashable {
    let pattern: AgreementPattern
    let cautions: UInt8
  }

  private var texts: [Case: String] = [:]
  /// The case that was asked for last, for most pairs agree alike.
  private var last: (place: Case, text: String)?

  /// Nothing is explained yet.
  package init() {}

  /// What ``PersonLink/explanation`` says of a link of one linkage.
  package subscript(link: PersonLink) -> String {
    mutating get {
      let place = Case(pattern: link.pattern, cautions: link.cautions.rawValue)
      if let last, last.place == place { return last.text }
      let text = texts[place] ?? link.explanation
      texts[place] = text
      last = (place, text)
      return text
    }
  }
}

extension AgreementPattern {
  func words(_ fields: [FurtherField], _ cautions: LinkCaution) -> String {
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
    parts.append(contentsOf: cautions.words)
    return parts.joined(separator: "; ")
  }
}
