#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The C library's logarithms and exponentials, under names that hide nothing.
enum Logarithm {
  static func natural(_ number: Double) -> Double { log(number) }
  static func onePlus(_ number: Double) -> Double { log1p(number) }
}

enum Exponential {
  static func value(_ number: Double) -> Double { exp(number) }
}

enum Power {
  static func value(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}

/// The standard normal distribution.
enum Normal {
  /// φ(z).
  static func density(_ z: Double) -> Double { 0.398_942_280_401_432_7 * exp(-z * z / 2) }

  /// Φ(z) and 1 − Φ(z), each exact in its own tail.
  static func tails(_ z: Double) -> (under: Double, over: Double) {
    let tail = erfc(z.magnitude * 0.707_106_781_186_547_5) / 2
    return z < 0 ? (tail, 1 - tail) : (1 - tail, tail)
  }

  /// The range around a value that holds the truth with a probability.
  static func interval(
    around value: Double, error: Double, level: Double
  ) throws(LinkingError) -> ClosedRange<Double> {
    guard level > 0, level < 1 else {
      throw LinkingError(.settings, "A confidence level lies between 0 and 1.")
    }
    let half = error.magnitude * deviate(over: (1 - level) / 2)
    return (value - half)...(value + half)
  }

  /// The place with a share over it, at most one half.
  static func deviate(over share: Double) -> Double {
    var place = 0.0
    // Newton's method on the convex upper tail rises to the place without passing it.
    for _ in 0..<400 {
      let step = (tails(place).over - share) / density(place)
      place += step
      if step.magnitude <= 1e-15 * max(1, place) { break }
    }
    return place
  }
}
