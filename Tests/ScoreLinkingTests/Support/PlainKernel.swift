import Foundation

/// Kernel equating by its definition: every sum over every point, inversion by halving.
struct PlainKernel {
  let shares: [Double]
  /// The bandwidth in steps.
  let width: Double
  let mean: Double
  let variance: Double

  init(_ counts: [Int], width: Double) {
    let total = Double(counts.reduce(0, +))
    let shares = counts.map { Double($0) / total }
    let mean = shares.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    self.shares = shares
    self.width = width
    self.mean = mean
    variance = shares.enumerated().reduce(0) {
      $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
    }
  }

  private var shrinkage: Double { (variance / (variance + width * width)).squareRoot() }

  private func standardised(_ place: Double, _ point: Int) -> Double {
    (place - shrinkage * Double(point) - (1 - shrinkage) * mean) / (shrinkage * width)
  }

  private func integral(_ z: Double) -> Double { erfc(-z / 2.squareRoot()) / 2 }

  func share(under place: Double) -> Double {
    shares.enumerated().reduce(0) { $0 + $1.element * integral(standardised(place, $1.offset)) }
  }

  func density(at place: Double) -> Double {
    let sum = shares.enumerated().reduce(0) { sum, term in
      let z = standardised(place, term.offset)
      return sum + term.element * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    }
    return sum / (shrinkage * width)
  }

  func place(under share: Double) -> Double {
    var (low, high) = (-Double(shares.count), 2 * Double(shares.count))
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if self.share(under: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The variance over people of the derivative of a share by each point's frequency.
  func personVariance(at place: Double) -> Double {
    let density = density(at: place)
    let gradient = shares.indices.map { point in
      let deviation = Double(point) - mean
      let spread =
        (place - mean) * (1 - shrinkage * shrinkage) * deviation * deviation / (2 * variance)
      return integral(standardised(place, point))
        - density * (spread + (1 - shrinkage) * Double(point))
    }
    var (first, second) = (0.0, 0.0)
    for (slope, share) in zip(gradient, shares) {
      first += share * slope
      second += share * slope * slope
    }
    return second - first * first
  }
}
