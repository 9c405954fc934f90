import Foundation
import ScoreLinking

/// The counts of a run, as `summary.json` has them. They add up: rows read are rows accepted plus
/// rows rejected, for every file.
public struct RunSummary: Hashable, Sendable, Codable {
  /// Links between applicants and results.
  public struct Links: Hashable, Sendable, Codable {
    /// Results linked automatically.
    public var auto = 0
    /// Results that wait for a person's decision.
    public var review = 0
    /// Results that belong to no applicant.
    public var none = 0
  }

  /// Recognition decisions.
  public struct Recognition: Hashable, Sendable, Codable {
    /// Decisions that recognise a result.
    public var recognised = 0
    /// Decisions that do not, by reason.
    public var refused: [String: Int] = [:]
  }

  /// The placement.
  public struct Placement: Hashable, Sendable, Codable {
    /// Accepted wishes.
    public var wishes = 0
    /// Applicants who got a programme.
    public var placed = 0
    /// Applicants with wishes who got none.
    public var unplaced = 0
    /// The programmes with fewer people than their lower quota, in the order of `cutoffs.csv`; nil where
    /// there are none.
    public var shortOfLowerQuota: [Shortage]?

    enum CodingKeys: String, CodingKey {
      case wishes
      case placed
      case unplaced
      case shortOfLowerQuota = "short_of_lower_quota"
    }
  }

  /// A programme with fewer people than its lower quota, which is reported and never enforced.
  public struct Shortage: Hashable, Sendable, Codable {
    /// The school's code; empty for a programme of every school.
    public var school: String
    /// The programme's code.
    public var programme: String
    /// How many people are missing.
    public var missing: Int
  }

  /// A conversion that was estimated from data, and how far it can be relied on.
  public struct Estimate: Hashable, Sendable, Codable {
    /// The conversion's name.
    public var conversion: String
    /// People of the smaller group behind it.
    public var people: Int
    /// The people a group should have for its method.
    public var advisedPeople: Int
    /// How far single groups lie from everybody, in standard deviations of the target; nil where
    /// the exchange file names no groups.
    public var remsd: Double?
    /// The people of each group.
    public var groups: [String: Int] = [:]

    enum CodingKeys: String, CodingKey {
      case conversion, people, remsd, groups
      case advisedPeople = "advised_people"
    }
  }

  /// A signed batch.
  public struct Batch: Hashable, Sendable, Codable {
    /// The folder under the output folder.
    public var folder: String
    /// `results` or `outcomes`.
    public var kind: String
    /// Rows of data.
    public var rows: Int
  }

  /// Versions of what made the output.
  public struct Versions: Hashable, Sendable, Codable {
    /// The version of Score Exchange.
    public var scoreExchange: String
    /// The OpenSSL library, as it names itself.
    public var openssl: String

    enum CodingKeys: String, CodingKey {
      case scoreExchange = "score_exchange"
      case openssl
    }
  }

  /// The name of the exchange.
  public var exchange: String
  /// One entry an input file, in the order of the exchange file.
  public var files: [FileSummary]
  /// Links between applicants and results.
  public var links = Links()
  /// Recognition decisions.
  public var recognition = Recognition()
  /// The placement.
  public var placement = Placement()
  /// The conversions estimated from data, in the order of the exchange file.
  public var estimates: [Estimate] = []
  /// The signed batches, by folder.
  public var batches: [Batch] = []
  /// Versions of what made the output.
  public var versions: Versions

  /// The document `summary.json`: keys in byte order, one line end at its end.
  ///
  /// - Throws: ``ExchangeError`` with `inputOutput` for a figure that is no number.
  public func json() throws(ExchangeError) -> [UInt8] {
    try jsonDocument(self)
  }
}

extension RunSummary.Estimate {
  /// The figures of an estimate.
  init(_ estimate: EquateEstimate, conversion: String) {
    self.conversion = conversion
    people = min(estimate.design.from.total, estimate.design.to.total)
    advisedPeople = estimate.function.settings.advisedSample
    remsd = estimate.invariance?.figures.remsd
    for group in estimate.invariance?.groups ?? [] { groups[group.name] = group.people }
  }
}
