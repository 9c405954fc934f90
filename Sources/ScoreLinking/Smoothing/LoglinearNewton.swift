/// Newton's method for a loglinear model whose terms are given point by point.
struct LoglinearNewton: DampedNewton {
  private let columns: [[Double]]
  private let targets: [Double]
  var coefficients: [Double] {
    didSet { evaluate() }
  }
  private(set) var shares: [Double] = []
  var stepCount = 0
  private(set) var objective = 0.0

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
    if !(objective <= plain.objective) { self = plain }
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

  func derivatives() -> (gradient: [Double], information: [Double]) {
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
  /// - Throws: ``LinkingError`` with code `degree-too-high` where the terms cannot be told apart.
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
