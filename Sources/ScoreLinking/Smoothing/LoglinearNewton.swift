/// Newton's method for a loglinear model whose terms are given point by point.
struct LoglinearNewton {
  private let columns: [[Double]]
  private let targets: [Double]
  private var coefficients: [Double]
  private(set) var shares: [Double] = []
  private(set) var stepCount = 0
  /// log Σ exp(b·φ) − b·m, which is least at the solution.
  private var objective = 0.0

  init(columns: [[Double]], observed: [Double]) {
    self.columns = columns
    targets = columns.map { Dot.product($0, observed) }
    coefficients = [Double](repeating: 0, count: columns.count)
    evaluate()
  }

  /// Begins at coefficients if they are better than the uniform distribution.
  mutating func start(at guess: [Double]) {
    let plain = self
    coefficients = guess
    evaluate()
    if !(objective <= plain.objective) { self = plain }
  }

  /// Steps until the kept moments are those of the data.
  mutating func solve() throws(LinkingError) {
    var previous = Double.infinity
    while stepCount < 200 {
      let (gradient, information) = derivatives()
      guard let root = Cholesky(information, order: columns.count) else {
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
    throw LinkingError(.notConverged, "The loglinear model was left after 200 steps.")
  }

  private static var inseparableTerms: LinkingError {
    LinkingError(.degreeTooHigh, "The fitted terms cannot be told apart.")
  }

  private mutating func take(_ step: [Double]) throws(LinkingError) {
    let before = self
    var length = 1.0
    while length > 1e-10 {
      for index in step.indices {
        coefficients[index] = before.coefficients[index] - length * step[index]
      }
      evaluate()
      let tolerance = 1e-12 * (1 + before.objective.magnitude)
      if objective <= before.objective + tolerance { return }
      length /= 2
    }
    throw LinkingError(.notConverged, "No step improves the loglinear model.")
  }

  private mutating func evaluate() {
    var logs = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for (column, coefficient) in zip(columns, coefficients) {
      for place in logs.indices { logs[place] += coefficient * column[place] }
    }
    let greatest = logs.max() ?? 0
    var sum = 0.0
    for place in logs.indices {
      logs[place] = Exponential.value(logs[place] - greatest)
      sum += logs[place]
    }
    for place in logs.indices { logs[place] /= sum }
    shares = logs
    let linear = zip(coefficients, targets).reduce(0) { $0 + $1.0 * $1.1 }
    objective = greatest + Logarithm.natural(sum) - linear
  }

  private func derivatives() -> (gradient: [Double], information: [Double]) {
    let order = columns.count
    let weighted = columns.map { column in
      var product = column
      for place in product.indices { product[place] *= shares[place] }
      return product
    }
    let ones = [Double](repeating: 1, count: shares.count)
    let means = weighted.map { Dot.product($0, ones) }
    var information = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        let value = Dot.product(weighted[row], columns[column]) - means[row] * means[column]
        information[row * order + column] = value
        information[column * order + row] = value
      }
    }
    return (zip(means, targets).map { $0 - $1 }, information)
  }

  /// The rows p(x)(φ(x) − E φ)·L⁻ᵀ / √n, where L·Lᵀ is the information of one person.
  ///
  /// - Throws: ``LinkingError`` with code `degree_too_high` where the terms cannot be told apart.
  func factorRows(total: Double) throws(LinkingError) -> [Double] {
    let order = columns.count
    let (gradient, information) = derivatives()
    guard let root = Cholesky(information, order: order) else { throw Self.inseparableTerms }
    let means = zip(gradient, targets).map { $0 + $1 }
    let scale = 1 / total.squareRoot()
    var rows = [Double](repeating: 0, count: shares.count * order)
    for place in shares.indices {
      let start = place * order
      for index in 0..<order {
        rows[start + index] = shares[place] * (columns[index][place] - means[index]) * scale
      }
      root.solveLower(&rows, at: start)
    }
    return rows
  }
}
