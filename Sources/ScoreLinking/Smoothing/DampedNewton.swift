/// A convex function that Newton's method makes least, with steps halved until they improve it.
protocol DampedNewton {
  /// The function at the coefficients: for a loglinear model log Σ exp(b·φ) − b·m, which is least where
  /// the kept moments are those of the data.
  var objective: Double { get }
  /// Where it is evaluated; setting them evaluates it anew.
  var coefficients: [Double] { get set }
  /// Steps taken.
  var stepCount: Int { get set }
  /// The first and second derivatives; the second row by row.
  func derivatives() -> (gradient: [Double], information: [Double])
}

extension DampedNewton {
  /// Steps until the gradient is nothing but rounding.
  ///
  /// - Throws: ``LinkingError`` with `degree-too-high` where terms cannot be told apart, or
  ///   `not-converged`.
  mutating func solve() throws(LinkingError) {
    let mostSteps = 200
    var previous = Double.infinity
    while stepCount < mostSteps {
      let (gradient, information) = derivatives()
      guard let root = Cholesky(information, order: gradient.count) else {
        throw Self.inseparableTerms
      }
      var step = gradient
      root.solve(&step)
      let decrement = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      // At the solution only rounding is left, and it no longer shrinks.
      if decrement < 1e-28 || (decrement < 1e-20 && decrement >= previous) { return }
      previous = decrement
      stepCount += 1
      try take(step)
    }
    throw LinkingError(
      .notConverged, "The loglinear model was left after \(mostSteps) steps.")
  }

  private mutating func take(_ step: [Double]) throws(LinkingError) {
    let (before, start) = (objective, coefficients)
    var length = 1.0
    while length > 1e-10 {
      coefficients = zip(start, step).map { $0 - length * $1 }
      if objective <= before + 1e-12 * (1 + before.magnitude) { return }
      length /= 2
    }
    throw LinkingError(.notConverged, "No step improves the loglinear model.")
  }

  static var inseparableTerms: LinkingError {
    LinkingError(.degreeTooHigh, "The fitted terms cannot be told apart.")
  }
}
