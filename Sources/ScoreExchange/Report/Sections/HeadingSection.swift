/// What was exchanged, and on what ground.
struct HeadingSection {
  /// A school by code and both names.
  struct SchoolName {
    let code: String
    let vi: String
    let en: String

    init(_ school: School) {
      code = school.code
      vi = school.name
      en = school.englishName
    }
  }

  let exchange: String
  let year: String
  let asOf: String
  let coordinator: SchoolName?
  let agreement: String?
  let purpose: String?
  let isDevelopment: Bool

  init(_ exchange: Exchange) {
    self.exchange = exchange.name
    year = String(exchange.year)
    asOf = exchange.asOf.description
    coordinator = exchange.coordinator.map(SchoolName.init)
    agreement = exchange.agreement.isEmpty ? nil : exchange.agreement
    purpose = exchange.purpose.isEmpty ? nil : exchange.purpose
    isDevelopment = exchange.signing == .development
  }
}
