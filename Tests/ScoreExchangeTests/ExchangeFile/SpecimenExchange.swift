import ScoreExchange

/// A whole exchange file, and variants of it for tests.
enum SpecimenExchange {
  static let lines = """
    exchange: g7-2025
    year: 2025
    as_of: 2025-07-16
    coordinator: BKA
    agreement: "MOU of 22/01/2021"
    purpose: "Recognition of thinking-assessment results, enrolment 2025"
    assessments:
      TSA:
        issuer: BKA
        scale: {minimum: 0, maximum: 100, step: 0.01}
        parts: {mathematics: 40, reading: 20, science: 40}
        validity: 2 years
        sittings: {2025-1: 2025-01-19, 2025-2: 2025-03-09, 2025-3: 2025-04-27}
    results:
      - {file: results/bka.csv, school: BKA, assessment: TSA}
      - file: results/tla.csv
        school: TLA
        assessment: TSA
        columns: {candidate_number: "Mã HS"}
        encoding: windows-1258
      - {file: /srv/bka-1.csv, assessment: TSA, kind: amendment}
    applicants:
      - {file: applicants/gha.csv, school: GHA}
    programmes: programmes.csv
    wishes: wishes.csv
    decisions: decisions.csv
    conversions:
      hust-2025:
        from: TSA
        to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
        bands: conversions/hust-2025.csv
        edges: right-closed
        interpolate: true
        rounding: half-up 2
      vact-to-thpt:
        from: V-ACT
        to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
        equate: {pairs: conversions/pairs.csv, design: single-group, method: equipercentile, presmoothing: "loglinear:6,6,2"}
        rounding: half-up 2
    recognition:
      GHA:
        - accepts: TSA
          minimum: {total: 50}
          choose: best
          convert: hust-2025
          priority: moet-2025
          bonus_cap: 3
          programmes: all
          composite:
            - {component: converted, weight: 0.7}
            - {component: thpt, weight: 0.2, from: [0, 30], to: [0, 100]}
            - {component: transcript, weight: 0.1, from: [0, 30], to: [0, 100]}
          component_rounding: half-up 2
          document: "Decision 5919 of 10/06/2025"
    placement: {ties: [tie_1, wish-rank], at_the_line: admit-all}
    embargo: 2025-07-01T08:00:00+07:00
    signing: {key: keys/bka.key, certificate: keys/bka.pem, trust: trust/, cosigner: {key: keys/gha.key, certificate: keys/gha.pem}}
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  /// The specimen with one text replaced by another wherever it stands.
  static func text(replacing old: String, with new: String) -> String {
    let text = lines.joined(separator: "\n")
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    return parts.joined(separator: new)
  }

  static func exchange(_ text: String) throws(ExchangeError) -> Exchange {
    try Exchange(yaml: Array(text.utf8), path: "year/exchange.yaml")
  }

  /// The specimen without the whole of these top-level keys.
  static func text(without keys: Set<String>) -> String {
    var isKept = true
    var kept: [String] = []
    for line in lines {
      if let first = line.utf8.first, first != 0x20 {
        isKept = !keys.contains(String(line.prefix { $0 != ":" }))
      }
      if isKept { kept.append(line) }
    }
    return kept.joined(separator: "\n")
  }
}
