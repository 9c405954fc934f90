/// A distribution made continuous by a Gaussian kernel that keeps its mean and variance
/// (von Davier, Holland & Thayer 2004, ch. 4). Places are in steps.
struct KernelDistribution {
  let margin: Margin
  /// The bandwidth in steps.
  let width: Double
  let mean: Double
  let deviation: Double
  /// How much points are drawn toward the mean, so that the variance stays.
  let shrinkage: Double
  /// The points in boxes, if the kernel is wide enough for that to pay.
  let boxes: KernelBoxes?
  private let boxMoments: [Double]
  /// The first and the last point with people.
  private let occupied: ClosedRange<Double>

  /// Standard deviations of the kernel beyond which nothing is left of it in double precision.
  static let reach = 8.5

  init(_ margin: Margin, width: Double) {
    self.margin = margin
    self.width = width
    let moments = Moments(shares: margin.shares, start: 0, step: 1)
    mean = moments.mean
    deviation = moments.standardDeviation
    shrinkage = (moments.variance / (moments.variance + width * width)).squareRoot()
    boxes = KernelBoxes(width: width, pointCount: margin.shares.count)
    boxMoments = boxes.map { $0.moments(of: margin.shares) } ?? []
    let first = margin.shares.firstIndex { $0 > 0 } ?? 0
    let last = margin.shares.lastIndex { $0 > 0 } ?? first
    occupied = Double(first)...Double(last)
  }

  /// The place among the points before they were drawn toward the mean.
  func centre(of place: Double) -> Double { (place - (1 - shrinkage) * mean) / shrinkage }

  /// The standardised distance of a place from the kernel at a point.
  func standardised(_ place: Double, from point: Int) -> Double {
    (place - shrinkage * Double(point) - (1 - shrinkage) * mean) / (shrinkage * width)
  }

  /// How many bandwidths a place is away from the nearest end of the people.
  func distanceOutside(_ place: Double) -> Double {
    let centre = centre(of: place)
    return max(0, occupied.lowerBound - centre, centre - occupied.upperBound) / width
  }

  /// The points whose kernels are neither complete nor absent at a place.
  ///
  /// Outside all people the reach is counted from the nearest of them: the tail there is thin, and
  /// made of what elsewhere would be nothing.
  func window(at place: Double, reach: Double = Self.reach) -> Range<Int> {
    let (centre, distance) = (centre(of: place), distanceOutside(place))
    let half = (reach * reach + distance * distance).squareRoot() * width
    let count = Double(margin.shares.count)
    let low = min(count, max(0, (centre - half).rounded(.up)))
    let high = min(count, max(low, (centre + half).rounded(.down) + 1))
    return Int(low)..<Int(high)
  }

  /// The boxes in which sums around a place are taken, if that pays there.
  ///
  /// Their series hold among people only; outside few kernels are left.
  func boxes(at place: Double) -> KernelBoxes? {
    distanceOutside(place) == 0 ? boxes : nil
  }

  /// What lies under and over a place, and the density a step.
  func tails(at place: Double) -> (under: Double, over: Double, density: Double) {
    let window = window(at: place)
    if let boxes = boxes(at: place), !window.isEmpty {
      let series = boxes.series(at: centre(of: place), window: window)
      let sums = boxes.sums(boxMoments, series)
      return (
        margin.under[series.points.lowerBound] + sums.under,
        margin.over[series.points.upperBound - 1] + sums.over,
        sums.density / (shrinkage * width)
      )
    }
    var under = window.lowerBound < margin.under.count ? margin.under[window.lowerBound] : 1
    var over = window.upperBound > 0 ? margin.over[window.upperBound - 1] : 1
    var density = 0.0
    for point in window {
      let share = margin.shares[point]
      if share == 0 { continue }
      let z = standardised(place, from: point)
      let tails = Normal.tails(z)
      under += share * tails.under
      over += share * tails.over
      density += share * Normal.density(z)
    }
    return (under, over, density / (shrinkage * width))
  }

  /// The density a step, alone.
  func density(at place: Double) -> Double {
    if boxes(at: place) != nil { return tails(at: place).density }
    var density = 0.0
    for point in window(at: place) where margin.shares[point] != 0 {
      density += margin.shares[point] * Normal.density(standardised(place, from: point))
    }
    return density / (shrinkage * width)
  }

  /// No search has to go farther at once: so many bandwidths outside nothing is left of any kernel.
  var greatestStep: Double { Double(margin.shares.count) + 40 * width }

  /// The place with a given share under and over it, sought from a guess.
  ///
  /// Newton's method on the logarithm of the smaller tail, which is concave, kept inside a
  /// bracket; the answer is as exact as the tail itself, however thin.
  func place(
    under: Double, over: Double, near guess: Double
  ) -> (place: Double, density: Double) {
    let isLower = under <= over
    let target = Logarithm.natural(isLower ? under : over)
    guard target.isFinite else { return (guess, density(at: guess)) }
    var (low, high) = (-Double.infinity, Double.infinity)
    var place = guess
    var reach = max(1, width)
    var density = 0.0
    for _ in 0..<200 {
      let here = tails(at: place)
      let tail = isLower ? here.under : here.over
      let excess = Logarithm.natural(tail) - target
      density = here.density
      if excess == 0 { return (place, density) }
      let isTooHigh = (excess > 0) == isLower
      if isTooHigh { high = place } else { low = place }
      var next = place + (isLower ? -excess : excess) * tail / here.density
      // Each Newton step squares the error in units of the width: 10⁻⁷ leaves 10⁻¹⁴.
      var tolerance = 1e-7 * min(1, width)
      if !(next > low && next < high) || (next - place).magnitude > greatestStep {
        tolerance = 1e-13 * max(1, place.magnitude)
        if low.isFinite && high.isFinite {
          next = (low + high) / 2
        } else {
          next = isTooHigh ? place - reach : place + reach
          reach *= 2
        }
      }
      if (next - place).magnitude <= tolerance { return (next, density) }
      place = next
    }
    return (place, density)
  }
}
