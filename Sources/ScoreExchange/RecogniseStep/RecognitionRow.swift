package import Scores

/// What one receiver decided about one applicant under one of its rules, without its trace.
///
/// A national run keeps millions of them, so a row is 48 bytes that refer to nothing.
package struct RecognitionRow: Sendable {
  private static let none = Int64.min

  private let applicantNumber: UInt32
  private let applicationNumber: UInt32
  private let resultNumber: Int32
  private let ruleNumber: UInt16
  /// Why nothing is recognised; nil when the result is.
  package let refusal: RecognitionRefusal?
  private let convertedBillionths: Int64
  /// The bonus points that count, after the cap.
  package let bonus: Score
  /// The priority points that count, after the taper, rounded for print.
  package let priority: Score
  private let scoreBillionths: Int64

  /// A row.
  ///
  /// - Parameters:
  ///   - applicant: Index of the applicant, below 2³².
  ///   - rule: Index of the rule in ``RecogniseStep/recognisers``.
  ///   - application: Index of the application that brought region, bonus and components.
  ///   - result: Index of the result that counts; nil when there is none.
  ///   - decision: The decision.
  init(
    applicant: Int, rule: Int, application: Int, result: Int?, _ decision: DecisionFigures
  ) {
    applicantNumber = UInt32(applicant)
    ruleNumber = UInt16(rule)
    applicationNumber = UInt32(application)
    resultNumber = result.map(Int32.init) ?? -1
    refusal = decision.refusal
    convertedBillionths = decision.converted?.billionths ?? Self.none
    bonus = decision.bonus
    priority = decision.priority
    scoreBillionths = decision.score?.billionths ?? Self.none
  }

  /// Index of the applicant.
  package var applicant: Int { Int(applicantNumber) }
  /// Index of the rule in ``RecogniseStep/recognisers``.
  package var rule: Int { Int(ruleNumber) }
  /// Index of the application that brought region, bonus and components.
  var application: Int { Int(applicationNumber) }
  /// Index of the result that counts; nil when there is none.
  package var result: Int? { resultNumber < 0 ? nil : Int(resultNumber) }
  /// The result after conversion and its rounding; nil when it was not reached.
  package var converted: Score? {
    convertedBillionths == Self.none ? nil : Score(billionths: convertedBillionths)
  }
  /// The score with which the applicant competes; nil when nothing is recognised.
  package var score: Score? {
    scoreBillionths == Self.none ? nil : Score(billionths: scoreBillionths)
  }
  /// Whether the result is recognised.
  package var isRecognised: Bool { refusal == nil }
}
