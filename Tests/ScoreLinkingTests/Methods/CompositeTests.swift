import ScoreLinking
import Scores
import Testing

@Suite struct CompositeTests {
  @Test("A composite is the weighted mean of its methods, whatever they are")
  func values() throws {
    let design = try Textbook.act
    let method = try LinkingMethod(name: "composite:equipercentile=0.3,linear=0.2,identity=0.5")
    let function = try EquatingFunction(design, .init(method: method))
    let parts = try [LinkingMethod.equipercentile, .linear, .identity].map {
      try EquatingFunction(design, .init(method: $0)).values
    }
    for point in function.values.indices {
      let mean = 0.3 * parts[0][point] + 0.2 * parts[1][point] + 0.5 * parts[2][point]
      #expect(abs(function.values[point] - mean) < 1e-12)
    }
    #expect(method.name == "composite:equipercentile=0.3,linear=0.2,identity=0.5")
  }

  @Test("With the identity, the error is that of the one estimated part, with its weight")
  func synthetic() throws {
    let design = try Textbook.act
    let method = try LinkingMethod(name: "composite:identity=0.75,equipercentile=0.25")
    let own = try #require(try EquatingFunction(design, .init(method: method)).standardErrors)
    let part = try #require(
      try EquatingFunction(design, .init(method: .equipercentile)).standardErrors)
    for (error, whole) in zip(own, part) { #expect(error == 0.25 * whole) }
  }

  @Test("Anchor methods and lines of the same data go together, with an error")
  func anchor() throws {
    let parts: [LinkingMethod.Part] = [
      .init(.tucker, weight: 0.5), .init(.levineObservedScore, weight: 0.5),
    ]
    let function = try EquatingFunction(
      Textbook.anchorDesign(weight: 1), .init(method: .composite(parts)))
    let errors = try parts.map {
      try #require(
        try EquatingFunction(
          Textbook.anchorDesign(weight: 1), .init(method: $0.method)
        ).standardErrors)
    }
    let own = try #require(function.standardErrors)
    for point in own.indices {
      #expect(own[point] <= (errors[0][point] + errors[1][point]) / 2 + 1e-12)
      #expect(own[point] >= abs(errors[0][point] - errors[1][point]) / 2 - 1e-12)
    }
  }

  @Test("Where a model keeps no variance, lines and margins rest on other data: no error is given")
  func coarseModel() throws {
    let method = try LinkingMethod(name: "composite:equipercentile=0.5,linear=0.5")
    for (degree, isKnown) in [(1, false), (2, true)] {
      let function = try EquatingFunction(
        Textbook.act, .init(method: method, presmoothing: .loglinear(degree: degree)))
      #expect((function.standardErrors != nil) == isKnown)
    }
  }

  @Test(
    "Weights that do not add up, and composites of composites, are refused",
    arguments: [
      "composite:", "composite:linear=1", "composite:linear=0.5,mean=0.4",
      "composite:linear=1.5,mean=-0.5", "composite:linear,mean", "composite:magic=0.5,mean=0.5",
      "composite:composite:linear=0.5,mean=0.5", "composite",
    ])
  func refusals(words: String) {
    #expect(throws: LinkingError(code: .settings)) { try LinkingMethod(name: words) }
  }
}
