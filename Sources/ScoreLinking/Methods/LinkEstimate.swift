import Scores

/// What a method gives for every point of the source scale.
struct LinkEstimate {
  /// Values in points of the target scale, before rounding and clipping.
  var values: [Double]
  /// Standard errors in the same points; `nil` where the design allows none.
  var standardErrors: [Double]?
  /// Points at which the data say nothing of their own.
  var isUnsupported: [Bool]
  /// The bandwidths of a kernel in points of source and target; empty for other methods.
  var bandwidths: [Double] = []
  /// What each person does to the value of a point; `nil` where it is not known.
  var influence: (@Sendable (_ point: Int) -> Influence)?
}

extension LinkEstimate {
  /// The same for a scale with more points at its lower end, of which nothing is known.
  func repeatingFirst(_ count: Int) -> LinkEstimate {
    func extended<Value>(_ values: [Value]) -> [Value] {
      Array(repeatElement(values[0], count: count)) + values
    }
    if count == 0 { return self }
    return LinkEstimate(
      values: extended(values), standardErrors: standardErrors.map(extended),
      isUnsupported: extended(isUnsupported), bandwidths: bandwidths)
  }

  /// A method that is arithmetic on moments.
  init(_ function: LinearFunction, source: ScoreDistribution) {
    let results = source.counts.indices.map { place in
      function.evaluate(at: source.scale.points(at: Double(place)))
    }
    values = results.map(\.value)
    standardErrors = results.map(\.standardError)
    isUnsupported = [Bool](repeating: false, count: results.count)
  }

  /// The same with the influences of one group, or two equivalent ones.
  init(_ function: LinearFunction, _ design: LinkingDesign) {
    self.init(function, source: design.from)
    influence = function.influence(design)
  }

  /// Equipercentile equating of two margins.
  static func equipercentile(_ pair: MarginPair) -> LinkEstimate {
    equipercentile(pair, Equipercentile.equivalents(from: pair.from, to: pair.to))
  }

  /// The same, once the equivalents are known.
  static func equipercentile(_ pair: MarginPair, _ equivalents: [Equivalent]) -> LinkEstimate {
    let variances = pair.uncertainty.variances(
      from: pair.from, equivalents.indices.map { Staircase(cell: $0, part: 0.5) },
      to: pair.to, equivalents.map { $0.rank })
    let step = Double(pair.to.scale.step)
    let counts = (pair.from.shares.count, pair.to.shares.count)
    return LinkEstimate(
      values: equivalents.map { pair.to.scale.points(at: $0.place) },
      standardErrors: zip(equivalents, variances).map { equivalent, variance in
        variance.squareRoot() * equivalent.stepsPerShare * step
      },
      isUnsupported: zip(equivalents, pair.from.shares).map { $0.isInGap || $1 == 0 },
      influence: { point in
        let (equivalent, slope) = (equivalents[point], equivalents[point].stepsPerShare * step)
        var (source, target) = (
          StaircaseSum(pointCount: counts.0), StaircaseSum(pointCount: counts.1)
        )
        source.add(Staircase(cell: point, part: 0.5), times: slope)
        target.add(equivalent.rank, times: -slope)
        return Influence(from: source.heights, to: target.heights)
      })
  }
}
