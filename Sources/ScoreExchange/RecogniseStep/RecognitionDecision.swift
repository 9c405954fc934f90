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
  public internal(set) var trace: String

  /// Whether the result is recognised.
  public var isRecognised: Bool { refusal == nil }
  /// The total of ``result``.
  public var total: Score? { result?.total }
}

/// Why a result is not recognised, as the word in the column `reason`.
public enum RecognitionRefusal: String, Hashable, Sendable, CaseIterable {
  /// No result of the assessment is linked to the applicant.
  case noResult = "no_result"
  /// The result has a status in the place of a score: absent, withheld, void.
  case status
  /// The school does not accept this sitting.
  case sitting
  /// The sitting lies after the day on which validity is judged.
  case notYet = "not_yet"
  /// The result was valid, and is no longer.
  case expired
  /// The total is not a score of the assessment's scale.
  case scale
  /// The total is under the school's minimum.
  case minimumTotal = "minimum_total"
  /// A part is under the school's minimum, or missing where there is one.
  case minimumPart = "minimum_part"
  /// The conversion has no value for the total.
  case outsideTable = "outside_table"
  /// A component of the weighted score is not given.
  case componentMissing = "component_missing"
  /// A component of the weighted score lies outside its range.
  case componentRange = "component_range"
  /// The numbers are too large to be computed exactly.
  case overflow
}
