import ScoreLinking
import Scores
import Testing

@Suite struct PostsmoothingTests {
  func function(_ strength: Double) throws -> EquatingFunction {
    try EquatingFunction(
      Textbook.act,
      .init(method: .equipercentile, postsmoothing: .cubicSpline(strength)))
  }

  @Test("A spline without freedom runs through every equivalent")
  func interpolation() throws {
    let plain = try EquatingFunction(Textbook.act, .init(method: .equipercentile))
    let spline = try function(0)
    // The way back bends between other points, so the mean of both is close, not equal.
    for point in 6...36 { #expect(abs(spline.values[point] - plain.values[point]) < 0.06) }
  }

  @Test("More smoothing bends less, and stays within the standard errors asked for")
  func roughness() throws {
    func bends(_ values: [Double]) -> Double {
      (7...35).reduce(0) { sum, point in
        let bend = values[point - 1] - 2 * values[point] + values[point + 1]
        return sum + bend * bend
      }
    }
    let plain = try EquatingFunction(Textbook.act, .init(method: .equipercentile))
    let errors = try #require(plain.lordStandardErrors(Textbook.act))
    var previous = bends(plain.values)
    for strength in [0.05, 0.2, 0.5, 1] {
      let smooth = try function(strength)
      #expect(bends(smooth.values) < previous)
      previous = bends(smooth.values)
      let deviation = (6...36).reduce(0.0) { sum, point in
        let difference = (smooth.values[point] - plain.values[point]) / errors[point]
        return sum + difference * difference
      }
      #expect(deviation / 31 < strength * 1.5)
    }
  }

  @Test("Smoothing is symmetric: the way back is the inverse")
  func symmetry() throws {
    let settings = EquatingFunction.Settings(
      method: .equipercentile, postsmoothing: .cubicSpline(0.3))
    let there = try function(0.3)
    let back = try EquatingFunction(Textbook.act.reversed, settings)
    for point in 12...32 {
      #expect(abs(try back.inverse(of: Double(point)) - there.values[point]) < 0.02)
    }
  }
}
