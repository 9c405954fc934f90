import Foundation
import Scores

/// What the page shows and no table of the output folder holds: the document `report.json`.
///
/// It is written beside the tables, so that the page can be made anew from the folder alone.
struct RunFacts: Hashable, Sendable, Codable {
  /// A recognition rule as the page names it.
  struct Rule: Hashable, Sendable, Codable {
    let school: String
    let assessment: String
    let minimum: ScoreText?
    let conversion: String?
    let document: String?
    /// The programmes it is for; nil for all of the school's.
    let programmes: [String]?
  }

  /// The name of a programme.
  struct Programme: Hashable, Sendable, Codable {
    let school: String
    let code: String
    let name: String
  }

  /// How often rows of a file were used although something about them is odd.
  struct Warning: Hashable, Sendable, Codable {
    let file: String
    let reason: String
    let count: Int
  }

  let year: Int
  let asOf: String
  let coordinator: String?
  /// The rota of the exchange file.
  let coordinators: [CoordinatorTerm]
  let agreement: String
  let purpose: String
  /// Whether the batches are signed with throw-away keys.
  let isDevelopment: Bool
  let hasWishes: Bool
  /// People who apply, one who stands in the files of several schools once; nil where an earlier version
  /// did not write it.
  let applicantCount: Int?
  let assessments: [AssessmentFacts]
  let conversions: [ConversionFacts]
  let rules: [Rule]
  let programmes: [Programme]
  /// The shared seats; nil where there are none.
  let pools: [PoolFacts]?
  let warnings: [Warning]
  /// One pair of each zone and rule of the linkage, with nothing that tells whose it is.
  let waterfalls: [WaterfallFacts]
  /// What filtering rounds would have come to; nil where none were emulated.
  let rounds: RoundsReport?

  enum CodingKeys: String, CodingKey {
    case year
    case asOf = "as_of"
    case coordinator
    case coordinators
    case agreement
    case purpose
    case isDevelopment = "development"
    case hasWishes = "has_wishes"
    case applicantCount = "applicants"
    case assessments
    case conversions
    case rules
    case programmes
    case pools
    case warnings
    case waterfalls
    case rounds
  }

  init(_ run: ExchangeRun) {
    let exchange = run.exchange
    year = exchange.year
    asOf = exchange.asOf.description
    coordinator = exchange.coordinator?.code
    coordinators = exchange.coordinators
    agreement = exchange.agreement
    purpose = exchange.purpose
    isDevelopment = exchange.signing == .development
    hasWishes = exchange.wishes != nil
    applicantCount = run.applicants.applicants.count
    assessments = exchange.assessments.map(AssessmentFacts.init)
    conversions = exchange.conversions.compactMap { run.conversions[$0.name] }
      .map(ConversionFacts.init)
    rules = exchange.recognition.flatMap { entry in
      entry.rules.map { rule in
        Rule(
          school: entry.school.code, assessment: rule.accepts,
          minimum: rule.minimumTotal.map(ScoreText.init), conversion: rule.conversion,
          document: rule.document.isEmpty ? nil : rule.document,
          programmes: rule.programmes.list)
      }
    }
    programmes = run.programmes.programmes.filter { !$0.name.isEmpty }.map {
      Programme(school: $0.school?.code ?? "", code: $0.code, name: $0.name)
    }
    let pools = PoolFacts.all(run)
    self.pools = pools.isEmpty ? nil : pools
    warnings = Self.counted(run.warnings)
    waterfalls = run.links.examples.map(WaterfallFacts.init)
    rounds = run.placement.rounds
  }

  private static func counted(_ warnings: [RowWarning]) -> [Warning] {
    var counts: [String: [String: Int]] = [:]
    for warning in warnings {
      counts[warning.file, default: [:]][warning.reason.rawValue, default: 0] += 1
    }
    return counts.keys.sorted { $0.precedesInBytes($1) }.flatMap { file in
      (counts[file] ?? [:]).sorted { $0.key.precedesInBytes($1.key) }.map {
        Warning(file: file, reason: $0.key, count: $0.value)
      }
    }
  }

  /// The document `report.json`: keys in byte order, one line end at its end.
  func json() throws(ExchangeError) -> [UInt8] {
    try jsonDocument(self)
  }
}

extension KeyedDecodingContainer where Key == RunFacts.CodingKeys {
  /// A list; one that an earlier version did not write is empty.
  func decode<Element: Decodable>(_ type: [Element].Type, forKey key: Key) throws -> [Element] {
    try decodeIfPresent(type, forKey: key) ?? []
  }
}

extension RecognitionRule.Programmes {
  /// The codes; nil for all.
  fileprivate var list: [String]? {
    switch self {
    case .all: nil
    case .codes(let codes): codes
    }
  }
}
