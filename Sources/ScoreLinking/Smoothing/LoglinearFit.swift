/// How well a loglinear model describes the data.
public struct LoglinearFit: Hashable, Sendable {
  /// G² = 2 Σ n log(n / m), zero for a model that repeats the data.
  public let likelihoodRatio: Double
  /// Parameters without the constant.
  public let parameterCount: Int
  /// Akaike's criterion, G² + 2 (parameters + 1).
  public let aic: Double
  /// Schwarz's criterion, G² + ln n · (parameters + 1).
  public let bic: Double
  /// Newton steps taken.
  public let stepCount: Int

  init(
    observed: [Int], expected: [Double], total: Int, parameterCount: Int, stepCount: Int
  ) {
    var sum = CompensatedSum()
    for (count, share) in zip(observed, expected) where count > 0 {
      sum.add(Double(count) * Logarithm.natural(Double(count) / (Double(total) * share)))
    }
    self.init(
      likelihoodRatio: 2 * sum.value, total: total, parameterCount: parameterCount,
      stepCount: stepCount)
  }

  init(likelihoodRatio: Double, total: Int, parameterCount: Int, stepCount: Int) {
    self.likelihoodRatio = likelihoodRatio
    self.parameterCount = parameterCount
    self.stepCount = stepCount
    aic = likelihoodRatio + 2 * Double(parameterCount + 1)
    bic = likelihoodRatio + Logarithm.natural(Double(total)) * Double(parameterCount + 1)
  }

  func value(of criterion: Presmoothing.Criterion) -> Double {
    switch criterion {
    case .aic: aic
    case .bic: bic
    }
  }
}
