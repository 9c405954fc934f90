import Parallel
import Scores

extension LinkEstimate {
  /// Kernel equating of two margins.
  static func kernel(
    _ pair: MarginPair, _ bandwidth: KernelBandwidth, totals: (Int, Int), plan: WorkPlan
  ) throws(LinkingError) -> LinkEstimate {
    let from = KernelDistribution(
      pair.from, width: try bandwidth.steps(for: pair.from, total: totals.0))
    let to = KernelDistribution(
      pair.to, width: try bandwidth.steps(for: pair.to, total: totals.1))
    let guesses = Equipercentile.equivalents(from: pair.from, to: pair.to)
    let gradients = Gradients(from: from, to: to, uncertainty: pair.uncertainty)
    let results = plan.mapChunks(of: guesses.count, chunkLength: 256) {
      points -> [(Double, Double, Bool)] in
      var slope: Double?
      var last = 0.0
      return points.map { point in
        let source = from.tails(at: Double(point))
        guard source.under > 0, source.over > 0 else {
          // So far out nothing is left of any kernel; the middle of the stretch is as good.
          slope = nil
          return (guesses[point].place, .infinity, false)
        }
        // The last place and the slope there lead closer than the distribution of shares.
        let guess = slope.map { last + $0 } ?? guesses[point].place
        let (place, density) = to.place(under: source.under, over: source.over, near: guess)
        last = place
        slope = density > 0 ? source.density / density : nil
        let variance = gradients.variance(
          from: (Double(point), source.density), to: (place, density))
        // The square of a thinner tail than this is nothing, which would read as no error at all.
        let error = density > 1e-150 ? (variance ?? 0).squareRoot() / density : .infinity
        return (place, error.isFinite ? error : .infinity, true)
      }
    }.flatMap(\.self)
    let step = Double(pair.to.scale.step)
    let places = rising(results.map(\.0), middle: pair.from.under.partitionPoint { $0 < 0.5 })
    return LinkEstimate(
      values: places.map { pair.to.scale.points(at: $0) },
      standardErrors: gradients.hasVariance ? results.map { $0.1 * step } : nil,
      isUnsupported: results.map { !$0.2 },
      bandwidths: [from.width * Double(pair.from.scale.step), to.width * step],
      influence: { point in
        let density = to.density(at: places[point])
        return gradients.influence(
          from: (Double(point), from.density(at: Double(point))), to: (places[point], density),
          scale: step / density)
      })
  }

  /// Where kernels do not meet, the distribution is flat to the last bit and a rank belongs to a
  /// whole stretch; from the middle outward each place is at least as far out as the one before.
  private static func rising(_ places: [Double], middle: Int) -> [Double] {
    var result = places
    for point in stride(from: middle + 1, to: result.count, by: 1) {
      result[point] = max(result[point], result[point - 1])
    }
    for point in stride(from: min(middle, result.count - 1) - 1, through: 0, by: -1) {
      result[point] = min(result[point], result[point + 1])
    }
    return result
  }

  /// The gradients of both distribution functions and how their errors go together.
  private struct Gradients {
    let from: KernelGradient
    let to: KernelGradient
    let uncertainty: Uncertainty
    let hasVariance: Bool
    /// For counts of two groups: the variances of one person's contributions.
    private var persons: (from: KernelPersonVariance, to: KernelPersonVariance)?

    init(from: KernelDistribution, to: KernelDistribution, uncertainty: Uncertainty) {
      self.uncertainty = uncertainty
      switch uncertainty {
      case .independentFactors(let first, let second), .jointFactors(let first, let second):
        self.from = KernelGradient(from, first)
        self.to = KernelGradient(to, second)
        hasVariance = true
      case .independentCounts:
        self.from = KernelGradient(from)
        self.to = KernelGradient(to)
        hasVariance = true
        persons = (KernelPersonVariance(from), KernelPersonVariance(to))
      case .jointCounts(let pairs):
        self.from = KernelGradient(from)
        self.to = KernelGradient(to)
        hasVariance =
          pairs.cells.count * from.margin.shares.count <= MarginPair.greatestWork
      case .syntheticCounts:
        self.from = KernelGradient(from)
        self.to = KernelGradient(to)
        hasVariance = false
      }
    }

    /// The variance of the difference of shares; `nil` when it is not computed.
    func variance(
      from source: (place: Double, density: Double), to target: (place: Double, density: Double)
    ) -> Double? {
      if !hasVariance { return nil }
      switch uncertainty {
      case .independentFactors:
        return norm(from.projection(at: source.place, density: source.density))
          + norm(to.projection(at: target.place, density: target.density))
      case .jointFactors:
        let first = from.projection(at: source.place, density: source.density)
        let second = to.projection(at: target.place, density: target.density)
        return norm(zip(first, second).map { $0 - $1 })
      case .independentCounts(let fromTotal, let toTotal):
        return persons.map {
          $0.from.variance(at: source.place, density: source.density) / Double(fromTotal)
            + $0.to.variance(at: target.place, density: target.density) / Double(toTotal)
        }
      case .jointCounts(let pairs):
        let first = from.values(at: source.place, density: source.density)
        let second = to.values(at: target.place, density: target.density)
        var (mean, square) = (0.0, 0.0)
        for cell in pairs.cells {
          let difference = first[cell.from] - second[cell.to]
          mean += Double(cell.count) * difference
          square += Double(cell.count) * difference * difference
        }
        let total = Double(pairs.total)
        return max(0, square / total - (mean / total) * (mean / total)) / total
      case .syntheticCounts: return nil
      }
    }

    /// What each person does to a value, where a share of one moves it so many points.
    func influence(
      from source: (place: Double, density: Double), to target: (place: Double, density: Double),
      scale: Double
    ) -> Influence {
      Influence(
        from: from.values(at: source.place, density: source.density).map { $0 * scale },
        to: to.values(at: target.place, density: target.density).map { -$0 * scale })
    }

    private func norm(_ vector: [Double]) -> Double { vector.reduce(0) { $0 + $1 * $1 } }
  }
}
