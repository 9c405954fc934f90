/// Sums of products over long columns, eight at a time.
enum Dot {
  /// Σ a·b.
  static func product(_ a: [Double], _ b: [Double]) -> Double {
    let count = min(a.count, b.count)
    var lanes = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      var (left, right) = (SIMD8<Double>(), SIMD8<Double>())
      for lane in 0..<8 {
        left[lane] = a[index + lane]
        right[lane] = b[index + lane]
      }
      lanes += left * right
      index += 8
    }
    var sum = lanes.sum()
    while index < count {
      sum += a[index] * b[index]
      index += 1
    }
    return sum
  }
}
