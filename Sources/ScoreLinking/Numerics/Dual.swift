/// A number with its derivatives by up to sixteen sample statistics.
///
/// Every linear method is written once as arithmetic on moments; its standard error then follows
/// by the delta method without a derivation of its own.
struct Dual {
  var value: Double
  var gradient: SIMD16<Double>

  /// A number that depends on no statistic.
  init(_ constant: Double) {
    value = constant
    gradient = .zero
  }

  /// The statistic at a place, which may be 0...15.
  init(_ value: Double, statistic place: Int) {
    self.value = value
    gradient = .zero
    gradient[place] = 1
  }

  private init(_ value: Double, _ gradient: SIMD16<Double>) {
    self.value = value
    self.gradient = gradient
  }

  static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, left.gradient + right.gradient)
  }

  static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, left.gradient - right.gradient)
  }

  static func * (left: Dual, right: Dual) -> Dual {
    Dual(left.value * right.value, left.gradient * right.value + right.gradient * left.value)
  }

  static func * (left: Double, right: Dual) -> Dual {
    Dual(left * right.value, right.gradient * left)
  }

  static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    return Dual(quotient, (left.gradient - right.gradient * quotient) / right.value)
  }

  func squareRoot() -> Dual {
    let root = value.squareRoot()
    return Dual(root, gradient / (2 * root))
  }
}
