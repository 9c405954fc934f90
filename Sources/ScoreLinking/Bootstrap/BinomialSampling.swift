extension CounterBasedGenerator {
  /// How many of `count` trials succeed, each with a probability.
  mutating func binomial(_ count: Int, _ probability: Double) -> Int {
    if count == 0 || probability <= 0 { return 0 }
    if probability >= 1 { return count }
    if probability > 0.5 { return count - binomial(count, 1 - probability) }
    return Double(count) * probability < 10
      ? inverted(count, probability) : rejected(count, probability)
  }

  /// By adding up probabilities from zero, for few successes.
  private mutating func inverted(_ count: Int, _ probability: Double) -> Int {
    let odds = probability / (1 - probability)
    let start = Exponential.value(Double(count) * Logarithm.onePlus(-probability))
    while true {
      var (rest, term) = (unit(), start)
      for successes in 0...min(count, 110) {
        if rest < term { return successes }
        rest -= term
        term *= odds * Double(count - successes) / Double(successes + 1)
      }
    }
  }

  /// By transformed rejection with squeeze (Hörmann 1993, algorithm BTRS).
  private mutating func rejected(_ count: Int, _ probability: Double) -> Int {
    let n = Double(count)
    let spread = (n * probability * (1 - probability)).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let centre = n * probability + 0.5
    let squeeze = 0.92 - 4.2 / b
    while true {
      var v = unit()
      let u = unit() - 0.5
      let edge = 0.5 - u.magnitude
      let k = ((2 * a / edge + b) * u + centre).rounded(.down)
      if edge >= 0.07, v <= squeeze { return Int(k) }
      guard k >= 0, k <= n else { continue }
      let alpha = (2.83 + 5.1 / b) * spread
      let odds = probability / (1 - probability)
      let mode = ((n + 1) * probability).rounded(.down)
      v = Logarithm.natural(v * alpha / (a / (edge * edge) + b))
      let bound =
        (mode + 0.5) * Logarithm.natural((mode + 1) / (odds * (n - mode + 1)))
        + (n + 1) * Logarithm.natural((n - mode + 1) / (n - k + 1))
        + (k + 0.5) * Logarithm.natural(odds * (n - k + 1) / (k + 1))
        + Self.stirlingTail(mode) + Self.stirlingTail(n - mode)
        - Self.stirlingTail(k) - Self.stirlingTail(n - k)
      if v <= bound { return Int(k) }
    }
  }

  /// What Stirling's formula for log k! leaves.
  private static func stirlingTail(_ k: Double) -> Double {
    if k < 10 { return smallTails[Int(k)] }
    let square = (k + 1) * (k + 1)
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)
  }

  private static let smallTails = [
    0.081_061_466_795_327_2, 0.041_340_695_955_409_2, 0.027_677_925_684_998_3,
    0.020_790_672_103_765_0, 0.016_644_691_189_821_1, 0.013_876_128_823_070_7,
    0.011_896_709_945_891_7, 0.010_411_265_261_972_0, 0.009_255_462_182_712_73,
    0.008_330_563_433_362_87,
  ]

  /// As many people as there were, drawn with replacement from counts.
  mutating func resampled(_ counts: [Int]) -> [Int] {
    var (people, mass) = (counts.reduce(0, +), counts.reduce(0, +))
    var result = counts
    for index in counts.indices where counts[index] > 0 {
      let drawn =
        mass == counts[index] ? people : binomial(people, Double(counts[index]) / Double(mass))
      result[index] = drawn
      people -= drawn
      mass -= counts[index]
    }
    return result
  }
}
