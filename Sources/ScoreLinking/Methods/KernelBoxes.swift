import Parallel

/// Points of a kernel distribution gathered into boxes half a bandwidth wide, so that a sum of
/// normal integrals over thousands of points costs a few dozen series (the fast Gauss transform
/// of Greengard & Strain 1991).
///
/// With z the standardised distance of a place from the centre of a box and δ that of the centre
/// from a point, Φ(z + δ) = Φ(z) + φ(z) Σ (−1)ᵏ Heₖ(z) δᵏ⁺¹ / (k + 1)!. As |δ| ≤ ¼, twenty terms
/// leave less than 10⁻¹² of the integral even where |z| is 8, so thin tails keep their digits.
struct KernelBoxes {
  /// What the boxes around one place hold of the normal integral, shared by all sums taken there.
  struct Series {
    fileprivate let boxes: Range<Int>
    /// Φ(z) and 1 − Φ(z) of each box.
    fileprivate var under: [Double] = []
    fileprivate var over: [Double] = []
    /// φ(z)·(−1)ᵏ Heₖ(z), term by term and within a term box by box.
    fileprivate var terms: [Double] = []
    /// The points that lie in the boxes.
    let points: Range<Int>
  }

  /// Terms of a series.
  private static let termCount = 20
  /// Terms of a squared series, which only standard errors need.
  private static let squareTermCount = 16
  /// The width of a box in bandwidths.
  private static let boxWidth = 0.5
  /// Points in a box from which the series are cheaper than the points.
  private static let leastPointCount = 8.0

  /// The bandwidth in steps.
  private let width: Double
  /// The first point of each box, and the number of points.
  private let starts: [Int]
  private var boxCount: Int { starts.count - 1 }

  /// Boxes for points 0, 1, 2 …; `nil` when the kernel is so narrow that the points themselves
  /// are cheaper.
  init?(width: Double, pointCount: Int) {
    let size = Self.boxWidth * width
    guard size >= Self.leastPointCount, size < Double(pointCount) else { return nil }
    self.width = width
    let boxCount = Int((Double(pointCount) / size).rounded(.up))
    starts = (0...boxCount).map { min(pointCount, Int((Double($0) * size).rounded(.up))) }
  }

  private func centre(of box: Int) -> Double { (Double(box) + 0.5) * Self.boxWidth * width }

  /// Σ wⱼ δⱼᵏ / k! of each box for k from 0 to the number of terms, term by term.
  func moments(of weights: [Double]) -> [Double] {
    var moments = [Double](repeating: 0, count: (Self.termCount + 1) * boxCount)
    for box in 0..<boxCount {
      for point in starts[box]..<starts[box + 1] where weights[point] != 0 {
        let distance = (centre(of: box) - Double(point)) / width
        var term = weights[point]
        for power in 0...Self.termCount {
          moments[power * boxCount + box] += term
          term *= distance / Double(power + 1)
        }
      }
    }
    return moments
  }

  /// The series around a place among the points, for all boxes that reach into a window.
  func series(at place: Double, window: Range<Int>) -> Series {
    let first = starts.partitionPoint { $0 <= window.lowerBound } - 1
    let end = starts.partitionPoint { $0 < window.upperBound }
    let boxes = max(0, first)..<max(max(0, first), min(boxCount, end))
    let count = boxes.count
    var series = Series(boxes: boxes, points: starts[boxes.lowerBound]..<starts[boxes.upperBound])
    series.terms = [Double](repeating: 0, count: Self.termCount * count)
    let distances = boxes.map { (place - centre(of: $0)) / width }
    for (index, z) in distances.enumerated() {
      let (tails, density) = (Normal.tails(z), Normal.density(z))
      series.under.append(tails.under)
      series.over.append(tails.over)
      series.terms[index] = density
      series.terms[count + index] = -z * density
    }
    for term in 2..<Self.termCount {
      let (now, last, before) = (term * count, (term - 1) * count, (term - 2) * count)
      let factor = Double(term - 1)
      for index in 0..<count {
        series.terms[now + index] =
          -distances[index] * series.terms[last + index] - factor * series.terms[before + index]
      }
    }
    return series
  }

  /// Σ wⱼ Φ(zⱼ), Σ wⱼ (1 − Φ(zⱼ)) and Σ wⱼ φ(zⱼ) over the points of a series.
  func sums(
    _ moments: [Double], _ series: Series
  ) -> (under: Double, over: Double, density: Double) {
    var (under, over, density, bend) = (0.0, 0.0, 0.0, 0.0)
    let (count, first) = (series.boxes.count, series.boxes.lowerBound)
    for index in 0..<count {
      under += series.under[index] * moments[first + index]
      over += series.over[index] * moments[first + index]
    }
    for term in 0..<Self.termCount {
      let start = term * boxCount + first
      for index in 0..<count {
        let value = series.terms[term * count + index]
        density += value * moments[start + index]
        bend += value * moments[start + boxCount + index]
      }
    }
    return (under + bend, over - bend, density)
  }

  /// Σ wⱼ Φ(zⱼ)², or the same of 1 − Φ, over the points of a series.
  func squaredSum(_ moments: [Double], _ series: Series, isOver: Bool) -> Double {
    let (count, first) = (series.boxes.count, series.boxes.lowerBound)
    var derivatives = [Double](repeating: 0, count: Self.squareTermCount)
    var sum = 0.0
    for index in 0..<count {
      derivatives[0] = isOver ? series.over[index] : series.under[index]
      for order in 1..<Self.squareTermCount {
        let value = series.terms[(order - 1) * count + index]
        derivatives[order] = isOver ? -value : value
      }
      for order in 0..<Self.squareTermCount {
        // Leibniz: the derivative of a product of two functions that are the same.
        var (derivative, binomial) = (0.0, 1.0)
        for part in 0...order {
          derivative += binomial * derivatives[part] * derivatives[order - part]
          binomial *= Double(order - part) / Double(part + 1)
        }
        sum += derivative * moments[order * boxCount + first + index]
      }
    }
    return sum
  }
}
