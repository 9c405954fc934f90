/// Polynomials in the score, and indicators if wanted, that are orthonormal under a distribution.
///
/// On powers of the raw score a sixth degree over 10 001 points is numerically singular; on this
/// basis the information matrix stays near the identity and the moments come out to the last bits.
struct OrthonormalBasis: Hashable {
  /// The terms after the constant one, each with a value at every point.
  let columns: [[Double]]

  /// A basis for a distribution.
  ///
  /// - Parameters:
  ///   - shares: The distribution under which terms are orthonormal.
  ///   - degree: The highest power.
  ///   - indicators: Further terms, for example 1 at every multiple of half a point.
  /// - Throws: ``LinkingError`` with code `degree-too-high` when the data cannot tell the terms
  ///   apart.
  init(
    shares: [Double], degree: Int, indicators: [[Double]] = []
  ) throws(LinkingError) {
    let last = Double(max(1, shares.count - 1))
    let line = shares.indices.map { 2 * Double($0) / last - 1 }
    let constant = [Double](repeating: 1, count: shares.count)
    var terms = [constant]
    func append(_ start: [Double]) throws(LinkingError) {
      var term = start
      let size = Dot.product(zip(term, shares).map { $0 * $1 }, term).squareRoot()
      // Once leaves rounding errors of the size of what was taken away; twice is enough.
      for _ in 0..<2 {
        let weighted = zip(term, shares).map { $0 * $1 }
        for other in terms {
          let part = Dot.product(weighted, other)
          for place in term.indices { term[place] -= part * other[place] }
        }
      }
      let norm = Dot.product(zip(term, shares).map { $0 * $1 }, term).squareRoot()
      guard norm > 1e-9 * size, norm > 0 else { throw LinkingError(.degreeTooHigh) }
      terms.append(term.map { $0 / norm })
    }
    for power in 0..<degree { try append(zip(terms[power], line).map { $0 * $1 }) }
    for indicator in indicators { try append(indicator) }
    columns = Array(terms.dropFirst())
  }

  /// The same with points before it at which nobody is.
  func after(_ pointCount: Int) -> OrthonormalBasis {
    OrthonormalBasis(
      columns: columns.map { [Double](repeating: 0, count: pointCount) + $0 })
  }

  private init(columns: [[Double]]) { self.columns = columns }

  /// The coefficients of a function that the basis spans.
  func coefficients(of function: [Double], under shares: [Double]) -> [Double] {
    let weighted = zip(function, shares).map { $0 * $1 }
    return columns.map { Dot.product(weighted, $0) }
  }
}
