public import Scores

/// What one receiver makes of one applicant's results in one assessment.
public struct RecognitionDecision: Hashable, Sendable {
  /// The result that counts. Of a refused applicant the one that came nearest to being accepted;
  /// nil when there is no result at all.
  public let result: LinkedResult?
  /// The result after conversion and its rounding; nil when it was not reached.
  public let converted: Score?
  /// The bonus points that count, after the cap.
  public let bonus: Score
  /// The priority points that count, after the taper, rounded for print. The score is computed
  /// from the exact points.
  public let priority: Score
  /// The score with which the applicant competes; nil when nothing is recognised.
  public let score: Score?
  /// Why nothing is recognised; nil when the result is.
  public let refusal: RecognitionRefusal?
  /// The whole calculation in words and numbers, in one line.
  public let trace: String

  /// Whether the result is recognised.
  public var isRecognised: Bool { refusal == nil }
  /// The total of ``result``.
  public var total: Score? { result?.total }
}

/// Why a result is not recognised, as the word in the column `reason`.
public struct RecognitionRefusal: RawRepresentable, Hashable, Sendable {
  /// The stable word.
  public let rawValue: String

  /// A reason by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// No result of the assessment is linked to the applicant.
  public static let noResult = RecognitionRefusal(rawValue: "no_result")
  /// The result has a status in the place of a score: absent, withheld, void.
  public static let status = RecognitionRefusal(rawValue: "status")
  /// The school does not accept this sitting.
  public static let sitting = RecognitionRefusal(rawValue: "sitting")
  /// The sitting lies after the day on which validity is judged.
  public static let notYet = RecognitionRefusal(rawValue: "not_yet")
  /// The result was valid, and is no longer.
  public static let expired = RecognitionRefusal(rawValue: "expired")
  /// The total is not a score of the assessment's scale.
  public static let scale = RecognitionRefusal(rawValue: "scale")
  /// The total is under the school's minimum.
  public static let minimumTotal = RecognitionRefusal(rawValue: "minimum_total")
  /// A part is under the school's minimum, or missing where there is one.
  public static let minimumPart = RecognitionRefusal(rawValue: "minimum_part")
  /// The conversion has no value for the total.
  public static let outsideTable = RecognitionRefusal(rawValue: "outside_table")
  /// A component of the weighted score is not given.
  public static let componentMissing = RecognitionRefusal(rawValue: "component_missing")
  /// A component of the weighted score lies outside its range.
  public static let componentRange = RecognitionRefusal(rawValue: "component_range")
  /// The numbers are too large to be computed exactly.
  public static let overflow = RecognitionRefusal(rawValue: "overflow")
}
