public import Parallel
import Scores

/// Standard errors from repeated samples of the people themselves.
public struct Bootstrap: Hashable, Sendable {
  /// Samples that were linked.
  public let replicationCount: Int
  /// Samples that could not be linked, for example because an anchor score was missed.
  public let failureCount: Int
  /// The standard deviation of each value over the samples, in target points.
  public let standardErrors: [Double]
  /// How far the mean over the samples lies from the estimate, in target points.
  public let biases: [Double]

  /// Replications of one task; fixed, so that sums do not depend on the number of threads.
  private static let chunkLength = 10
  /// Replications whose sums are kept at one time.
  private static let roundLength = 1_000
  /// The most replications: their error is then far under that of the data.
  public static let greatestReplicationCount = 1_000_000

  /// Links repeated samples.
  ///
  /// Each replication draws from a stream of its own, so the result is the same on any number of
  /// threads.
  ///
  /// - Parameters:
  ///   - design: The data.
  ///   - settings: The method and its smoothing.
  ///   - replications: Samples to draw, from 2 to ``greatestReplicationCount``.
  ///   - seed: Any number; the same one gives the same result.
  ///   - plan: How many threads may work.
  ///   - cancellation: Asks the work to stop.
  /// - Throws: ``LinkingError`` as estimating the function itself, with code `settings` for
  ///   another number of replications, `not-converged` when fewer than 2 samples could be linked, or
  ///   `cancelled`.
  /// - Complexity: O(replications · (points + cells)).
  public init(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings, replications: Int,
    seed: UInt64, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(LinkingError) {
    guard (2...Self.greatestReplicationCount).contains(replications) else {
      throw LinkingError(
        .settings, "A bootstrap has 2 to \(Self.greatestReplicationCount) replications.")
    }
    let hidden = design.from.pointCountUnderFloor
    let centre = Array(try EquatingFunction(design, settings, plan: plan).values[hidden...])
    let design = try design.fromFloors()
    var total = Sums(pointCount: centre.count)
    plan.begin(.resampling, of: replications)
    for first in stride(from: 0, to: replications, by: Self.roundLength) {
      let count = min(Self.roundLength, replications - first)
      let parts = try plan.mapChunks(of: count, chunkLength: Self.chunkLength) {
        (range) throws(LinkingError) in
        var sums = Sums(pointCount: centre.count)
        for replication in range {
          if cancellation?.isCancelled == true { throw LinkingError(.cancelled) }
          var random = CounterBasedGenerator(seed: seed, stream: UInt64(first + replication))
          guard let sample = try? design.resampled(&random),
            let values = try? LinkEstimate.values(sample, settings)
          else { continue }
          sums.add(values, around: centre)
        }
        plan.advance(rows: range.count)
        return sums
      }
      for part in parts { total.add(part) }
    }
    guard total.count > 1 else {
      throw LinkingError(.notConverged, "Too few of the samples could be linked.")
    }
    replicationCount = total.count
    failureCount = replications - total.count
    let count = Double(total.count)
    let biases = total.deviations.map { $0 / count }
    let errors = zip(total.squares, biases).map { square, bias in
      (max(0, square - count * bias * bias) / (count - 1)).squareRoot()
    }
    self.biases = Array(repeatElement(biases[0], count: hidden)) + biases
    standardErrors = Array(repeatElement(errors[0], count: hidden)) + errors
  }

  /// Sums of deviations from the estimate, which are small beside the values themselves.
  private struct Sums {
    var count = 0
    var deviations: [Double]
    var squares: [Double]

    init(pointCount: Int) {
      deviations = [Double](repeating: 0, count: pointCount)
      squares = deviations
    }

    mutating func add(_ values: [Double], around centre: [Double]) {
      count += 1
      for point in values.indices {
        let deviation = values[point] - centre[point]
        deviations[point] += deviation
        squares[point] += deviation * deviation
      }
    }

    mutating func add(_ other: Sums) {
      count += other.count
      for point in deviations.indices {
        deviations[point] += other.deviations[point]
        squares[point] += other.squares[point]
      }
    }
  }
}

extension LinkEstimate {
  /// Values alone, without the work of standard errors where they can be left out.
  static func values(
    _ design: LinkingDesign, _ settings: EquatingFunction.Settings
  ) throws(LinkingError) -> [Double] {
    if settings.method == .equipercentile, settings.postsmoothing == .none,
      settings.presmoothing == .none
    {
      let (from, to) = (design.from, design.to)
      if case .anchorTest = design { throw LinkingError(.unlinkedPopulations) }
      let (start, step) = (Double(to.scale.minimum), Double(to.scale.step))
      return Equipercentile.exact(from: from, to: to).map { start + $0.place * step }
    }
    if settings.method == .equipercentile, settings.postsmoothing == .none {
      let pair = try MarginPair(
        design, presmoothing: settings.presmoothing, plan: .sequential)
      return Equipercentile.equivalents(from: pair.from, to: pair.to).map {
        pair.to.scale.points(at: $0.place)
      }
    }
    var fits: [LoglinearFit] = []
    return try estimated(
      design, settings, plan: .sequential, withErrors: false, fits: &fits
    ).values
  }
}
