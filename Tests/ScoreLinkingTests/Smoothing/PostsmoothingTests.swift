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

  @Test("Mirrored groups have the mirrored function, also where a rank is just 0.5 and 99.5")
  func mirror() throws {
    // Of 300 people 1.5 are under the middle of score 1, and as many over that of 19.
    let from = [1, 1, 2, 3, 5, 8, 12, 16, 19, 22, 122, 22, 19, 16, 12, 8, 5, 3, 2, 1, 1]
    let to = (0...20).map { 1 + (10 - abs($0 - 10)) * (10 - abs($0 - 10)) }
    let smooth = try EquatingFunction(
      .equivalentGroups(from: Textbook.distribution(from), to: Textbook.distribution(to)),
      .init(method: .equipercentile, postsmoothing: .cubicSpline(0.3)))
    for point in 0...10 {
      #expect(abs(smooth.values[point] + smooth.values[20 - point] - 20) < 1e-9)
    }
  }

  @Test("Values and errors are those of the dense equations, solved and differentiated elsewhere")
  func errors() throws {
    // From Reinsch's matrices in numpy, the error by differences over every cell's people.
    let expected = [
      (1, 0.576363879575925, 0.0320210662786), (6, 4.319230956062102, 0.139827817099),
      (10, 8.2914746605822, 0.144876453984), (20, 19.142536457516897, 0.258456839170),
      (30, 30.08178593289297, 0.264330615345), (36, 36.192308753645364, 0.241394873190),
      (39, 39.19091676280177, 0.218537376223),
    ]
    let smooth = try function(0.3)
    let errors = try #require(smooth.standardErrors)
    for (point, value, error) in expected {
      #expect(abs(smooth.values[point] - value) < 1e-9)
      #expect(abs(errors[point] - error) < 1e-7)
    }
  }

  @Test("A finer step makes the error smaller in points, not in steps")
  func step() throws {
    let settings = EquatingFunction.Settings(
      method: .equipercentile, postsmoothing: .cubicSpline(0.3))
    let fine = try EquatingFunction(
      .equivalentGroups(
        from: Textbook.distribution(Textbook.formX, step: "0.01"),
        to: Textbook.distribution(Textbook.formY, step: "0.25")), settings)
    let (whole, quarter) = (
      try #require(try function(0.3).standardErrors), try #require(fine.standardErrors)
    )
    for point in whole.indices { #expect(abs(whole[point] - 4 * quarter[point]) < 1e-9) }
  }
}
