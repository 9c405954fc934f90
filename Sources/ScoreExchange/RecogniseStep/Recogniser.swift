internal import ScoreLinking
public import Scores

/// One receiver's rule for one assessment, ready to decide about applicants.
///
/// The order of the steps is that of the exchange file: which results are acceptable (assessment,
/// status, sitting, validity, scale, minima), which of them counts, its conversion, the weighted
/// score, bonus points up to the cap and the end of the scale, priority points with the taper.
/// All arithmetic is exact; only the conversion, the components where the rule says so, and the
/// final score are rounded. Priority points are added before the final score is rounded.
///
/// It is a class because rules are large, never change, and are looked up for every decision.
public final class Recogniser: Sendable {
  /// The receiver.
  public let school: School
  /// The rule.
  public let rule: RecognitionRule
  /// The assessment that the rule accepts.
  public let assessment: Assessment
  /// The conversion; nil when the total is taken as it is.
  public let conversion: LoadedConversion?
  /// The day on which validity is judged.
  public let asOf: CalendarDate
  /// The enrolment year.
  public let year: Int
  /// The rounding of the final score.
  public let rounding: RoundingRule
  /// Priority points on the scale on which applicants compete.
  let taper: PriorityTaper
  /// Digits after the point of the assessment's scores in a trace.
  let sourceDecimals: Int
  /// Digits after the point of the receiver's points in a trace.
  let decimals: Int
  /// Digits after the point of a converted score in tables.
  let convertedDecimals: Int
  /// Digits after the point of a score in tables.
  let scoreDecimals: Int
  /// The conversion in a trace.
  let label: String
  /// The end of every trace: the rule and its document.
  let closing: String
  /// The places of the parts with a minimum.
  let minimumParts: [(index: Int, minimum: RecognitionRule.PartMinimum)]

  /// A rule with everything it refers to.
  ///
  /// - Parameters:
  ///   - school: The receiver.
  ///   - rule: The rule.
  ///   - assessment: The assessment that it accepts.
  ///   - conversion: The conversion that it names; nil when it names none.
  ///   - asOf: The day on which validity is judged.
  ///   - year: The enrolment year.
  /// - Throws: ``ExchangeError`` with code `badInput` when assessment or conversion are not those
  ///   of the rule, or the weights are too large.
  public init(
    school: School, rule: RecognitionRule, assessment: Assessment, conversion: LoadedConversion?,
    asOf: CalendarDate, year: Int
  ) throws(ExchangeError) {
    guard rule.accepts == assessment.code else {
      throw ExchangeError(
        .badInput, "the rule accepts \(rule.accepts), and \(assessment.code) is given")
    }
    guard rule.conversion == conversion?.definition.name else {
      throw ExchangeError(
        .badInput, "the figures of the conversion \(rule.conversion ?? "none") are not given")
    }
    self.school = school
    self.rule = rule
    self.assessment = assessment
    self.conversion = conversion
    self.asOf = asOf
    self.year = year
    rounding = rule.rounding ?? conversion?.definition.rounding.ofSums ?? .standard
    let target = conversion?.definition.target ?? assessment.scale
    do {
      taper = try PriorityTaper(maximum: Self.maximum(of: rule.composite, on: target))
    } catch {
      throw ExchangeError(.badInput, "the weights of \(school.code) are too large")
    }
    var minimumParts: [(index: Int, minimum: RecognitionRule.PartMinimum)] = []
    for minimum in rule.minimumParts {
      guard let index = assessment.partIndex(named: minimum.part) else {
        throw ExchangeError(.badInput, "\(assessment.code) has no part \(minimum.part)")
      }
      minimumParts.append((index, minimum))
    }
    self.minimumParts = minimumParts
    sourceDecimals = assessment.scale.decimals
    scoreDecimals = rounding.decimals
    decimals = max(scoreDecimals, target.decimals)
    convertedDecimals = conversion?.definition.rounding.decimals ?? sourceDecimals
    label =
      conversion.map { "conversion \($0.definition.name) to \($0.definition.targetName)" } ?? ""
    let document = rule.document.isEmpty ? "" : ", \(rule.document)"
    closing = "rule of \(school.code) for \(assessment.code) in \(year)\(document)"
  }

  /// The end of the scale of a weighted score: every component at its best.
  private static func maximum(
    of components: [CompositeComponent], on target: ScoreScale
  ) throws(ScoreError) -> ExactFraction {
    guard !components.isEmpty else { return ExactFraction(target.maximum) }
    var sum = ExactFraction.zero
    for component in components {
      let best = ExactFraction(component.mapping?.toHigh ?? target.maximum)
      sum = try sum.adding(ExactFraction(component.weight).multiplied(by: best))
    }
    return sum
  }
}

extension Exchange {
  /// The rules of all receivers, ready to decide, in the order of the file.
  ///
  /// - Parameter conversions: The conversions by name; those that no rule uses may be missing.
  /// - Returns: One for each rule.
  /// - Throws: ``ExchangeError`` with code `badInput`.
  public func recognisers(
    conversions: [String: LoadedConversion]
  ) throws(ExchangeError) -> [Recogniser] {
    var recognisers: [Recogniser] = []
    for entry in recognition {
      for rule in entry.rules {
        guard let assessment = assessment(rule.accepts) else {
          throw ExchangeError(
            .badInput, file: path, line: rule.line, "unknown assessment \"\(rule.accepts)\"")
        }
        do {
          recognisers.append(
            try Recogniser(
              school: entry.school, rule: rule, assessment: assessment,
              conversion: rule.conversion.flatMap { conversions[$0] }, asOf: asOf, year: year))
        } catch {
          throw ExchangeError(error.code, file: path, line: rule.line, error.reason)
        }
      }
    }
    return recognisers
  }
}

extension RoundingRule {
  /// The rule for a converted score with bonus and priority points: these are finer than a step and
  /// need two decimals, so a step or fewer decimals round the converted score only.
  var ofSums: RoundingRule {
    switch self {
    case .halfUp(let decimals), .step(_, let decimals): .halfUp(decimals: max(2, decimals))
    case .halfEven(let decimals): .halfEven(decimals: max(2, decimals))
    case .truncate(let decimals): .truncate(decimals: max(2, decimals))
    }
  }
}
