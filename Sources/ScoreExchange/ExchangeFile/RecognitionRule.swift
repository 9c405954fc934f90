public import Scores

/// What a school accepts of one assessment in the year of the exchange, and what it makes of it.
public struct RecognitionRule: Hashable, Sendable {
  /// Which of several acceptable results counts; always a whole one, for parts of different
  /// results are never mixed.
  public enum Choice: String, Hashable, Sendable {
    /// The highest total.
    case best
    /// The latest sitting.
    case latest
    /// The earliest sitting.
    case earliest
  }

  /// The programmes to which a rule applies.
  public enum Programmes: Hashable, Sendable {
    /// All of the school's.
    case all
    /// Those with these codes.
    case codes([String])

    /// Whether a programme is one of them.
    public func contains(_ code: String) -> Bool {
      switch self {
      case .all: true
      case .codes(let codes): codes.contains(code)
      }
    }
  }

  /// The least score of a part.
  public struct PartMinimum: Hashable, Sendable {
    /// The part.
    public let part: String
    /// The least score, in points.
    public let minimum: Score

    /// A least score of a part.
    public init(part: String, minimum: Score) {
      self.part = part
      self.minimum = minimum
    }
  }

  /// The code of the assessment.
  public var accepts: String
  /// The names of the sittings that count; nil for all.
  public var sittings: [String]?
  /// The least total, in points of the assessment; nil for none.
  public var minimumTotal: Score?
  /// The least scores of parts.
  public var minimumParts: [PartMinimum] = []
  /// Which of several results counts.
  public var choice: Choice = .best
  /// The name of the conversion; nil when the total is taken as it is.
  public var conversion: String?
  /// The rule for region and group points.
  public var priority: PriorityRule = .none
  /// What is added to a converted score because the programmes compare another combination of
  /// subjects than the conversion was made for, on the receiver's scale; negative for less.
  public var combinationOffset = Score.zero
  /// The most bonus points that count, on the receiver's scale; nil for no limit.
  public var bonusCap: Score?
  /// Where the rule applies.
  public var programmes: Programmes = .all
  /// The parts of a weighted score; empty when the converted score alone counts.
  public var composite: [CompositeComponent] = []
  /// How each component is rounded before it is weighted, and their total before bonus and priority are
  /// added; nil for not at all.
  public var componentRounding: RoundingRule?
  /// How the final score is rounded; nil for the rule of the conversion, to two
  /// decimals or more and without its step.
  public var rounding: RoundingRule?
  /// The document in which the school laid this down; empty when none is named.
  public var document: String = ""
  /// The line of the exchange file on which the rule begins.
  public var line: Int = 0

  /// A rule that accepts every result of an assessment as it is.
  public init(accepts: String) {
    self.accepts = accepts
  }
}

/// One component of a weighted score, such as 0.2 of the graduation examination.
public struct CompositeComponent: Hashable, Sendable {
  /// The range of a component and the one onto which it is mapped, end to end.
  public struct Mapping: Hashable, Sendable {
    /// The lowest score of the component.
    public let fromLow: Score
    /// The highest score of the component; above the lowest.
    public let fromHigh: Score
    /// What the lowest becomes.
    public let toLow: Score
    /// What the highest becomes; above what the lowest becomes.
    public let toHigh: Score

    /// A linear mapping of one range onto another; nil when a range is empty or reversed.
    public init?(fromLow: Score, fromHigh: Score, toLow: Score, toHigh: Score) {
      guard fromLow < fromHigh, toLow < toHigh else { return nil }
      self.fromLow = fromLow
      self.fromHigh = fromHigh
      self.toLow = toLow
      self.toHigh = toHigh
    }
  }

  /// The name of the component that is the converted score itself.
  public static let convertedName = "converted"

  /// `converted`, or a column of the applicants' file.
  public let name: String
  /// The weight; above zero.
  public let weight: Score
  /// How the component is brought to the receiver's scale; nil when it stands there already.
  public let mapping: Mapping?

  /// A weighted component.
  public init(name: String, weight: Score, mapping: Mapping? = nil) {
    self.name = name
    self.weight = weight
    self.mapping = mapping
  }
}
