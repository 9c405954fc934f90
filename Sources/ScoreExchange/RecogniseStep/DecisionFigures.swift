internal import Scores

/// The figures of a decision, without the result itself and without words.
struct DecisionFigures {
  /// The place of the result that counts; nil when there is none.
  let result: Int?
  let converted: Score?
  let bonus: Score
  let priority: Score
  let score: Score?
  let refusal: RecognitionRefusal?
}

extension DecisionFigures {
  /// Nothing is recognised.
  init(refused refusal: RecognitionRefusal, result: Int?, converted: Score? = nil) {
    self.init(
      result: result, converted: converted, bonus: .zero, priority: .zero, score: nil,
      refusal: refusal)
  }
}
