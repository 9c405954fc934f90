/// The head of an exchange file with one assessment, whose results stand in `results.csv`.
enum OneAssessment {
  static func head(_ name: String, sittings: String) -> String {
    """
    exchange: \(name)
    year: 2025
    as_of: 2025-07-16
    coordinator: BKA
    agreement: "A"
    purpose: "P"
    assessments:
      TSA:
        issuer: BKA
        scale: {minimum: 0, maximum: 100, step: 1}
        parts: {all: 100}
        validity: 2 years
        sittings: {\(sittings)}
    results: [{file: results.csv, school: BKA, assessment: TSA}]
    """
  }
}
