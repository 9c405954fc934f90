/// What was exchanged, and on what ground.
struct HeadingSection {
  /// A school by code and both names.
  struct SchoolName {
    let code: String
    let vi: String
    let en: String

    init(code: String, vi: String, en: String) {
      self.code = code
      self.vi = vi
      self.en = en
    }

    init(_ school: School) {
      self.init(code: school.code, vi: school.name, en: school.englishName)
    }
  }

  let exchange: String
  let year: String
  let asOf: String
  let coordinator: SchoolName?
  let hasRota: Bool
  let rota: [CoordinatorTerm]
  let agreement: String?
  let purpose: String?
  let isDevelopment: Bool

  init(_ figures: RunFigures) {
    let facts = figures.facts
    exchange = figures.summary.exchange
    year = String(facts.year)
    asOf = facts.asOf
    coordinator = facts.coordinator.flatMap { School.named($0) }.map(SchoolName.init)
    rota = facts.coordinators
    hasRota = !rota.isEmpty
    agreement = facts.agreement.isEmpty ? nil : facts.agreement
    purpose = facts.purpose.isEmpty ? nil : facts.purpose
    isDevelopment = facts.isDevelopment
  }
}
