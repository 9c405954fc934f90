extension ExchangeReader {
  /// The coordinators' rota: times that follow each other, two different schools in each.
  static func coordinators(_ value: YAMLValue?) throws(ExchangeError) -> [CoordinatorTerm] {
    var terms: [CoordinatorTerm] = []
    for entry in try value?.list() ?? [] {
      let keys = try entry.mapping(keys: ["from", "to", "office", "deputy"])
      let (from, to) = (try keys.required("from").date(), try keys.required("to").date())
      guard from < to else { throw entry.refusal("the time ends on \(to), before it begins") }
      let office = try keys.required("office").school()
      let deputy = try keys.required("deputy").school()
      guard office != deputy else {
        throw entry.refusal("office and deputy are both \(office.code); two schools must sign")
      }
      let term = CoordinatorTerm(
        from: "\(from)", to: "\(to)", office: office.code, deputy: deputy.code)
      if let last = terms.last, term.from.precedesInBytes(last.to) {
        throw entry.refusal("the time begins on \(from), before the one above ends on \(last.to)")
      }
      terms.append(term)
    }
    return terms
  }

  /// The coordinating school: as named, or by the rota on the day of judgement.
  static func coordinator(
    _ value: YAMLValue?, _ term: CoordinatorTerm?
  ) throws(ExchangeError) -> School? {
    guard let value else { return term.flatMap { School.named($0.office) } }
    let school = try value.school()
    if let term, term.office != school.code {
      throw value.refusal(
        "\(school.code) does not coordinate on the day of as_of; by the rota \(term.office) does")
    }
    return school
  }
}
