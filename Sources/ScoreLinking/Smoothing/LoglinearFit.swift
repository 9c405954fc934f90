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

  /// The place of the fit that a criterion prefers among ever larger models; of equals the
  /// simplest.
  static func choice(
    among fits: [LoglinearFit], by criterion: Presmoothing.Criterion
  ) -> Int {
    func least(_ value: (LoglinearFit) -> Double) -> Int {
      fits.indices.min { value(fits[$0]) < value(fits[$1]) } ?? 0
    }
    switch criterion {
    case .aic: return least(\.aic)
    case .bic: return least(\.bic)
    case .likelihoodRatio:
      var place = max(0, fits.count - 1)
      while place > 0 {
        let loss = fits[place - 1].likelihoodRatio - fits[place].likelihoodRatio
        let termCount = fits[place].parameterCount - fits[place - 1].parameterCount
        let quantiles = chiSquareQuantiles
        if loss > quantiles[min(max(termCount, 1), quantiles.count) - 1] { break }
        place -= 1
      }
      return place
    }
  }

  /// The 95th percentiles of χ² with 1, 2, 3 … degrees of freedom.
  private static let chiSquareQuantiles = [
    3.841_458_820_694_124, 5.991_464_547_107_979, 7.814_727_903_251_179, 9.487_729_036_781_154,
    11.070_497_693_516_351,
  ]
}
