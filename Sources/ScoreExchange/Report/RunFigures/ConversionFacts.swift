import ScoreLinking
import Scores

/// A conversion as the page draws it.
struct ConversionFacts: Hashable, Sendable, Codable {
  /// What stands for one score or for a band of them.
  enum Kind: String, Hashable, Sendable, Codable {
    /// Linear inside each band.
    case interpolated
    /// One value for each band.
    case stepped
    /// One value for each score.
    case points
  }

  /// One row of a table of bands.
  struct Band: Hashable, Sendable, Codable {
    let row: Int
    let fromLow: ScoreText
    let fromHigh: ScoreText
    let toLow: ScoreText
    let toHigh: ScoreText

    enum CodingKeys: String, CodingKey {
      case row
      case fromLow = "from_low"
      case fromHigh = "from_high"
      case toLow = "to_low"
      case toHigh = "to_high"
    }
  }

  /// One score, its published value, and the standard error of the value where one is known.
  struct Point: Hashable, Sendable, Codable {
    let from: ScoreText
    let to: ScoreText
    let standardError: Double?

    enum CodingKeys: String, CodingKey {
      case from
      case to
      case standardError = "standard_error"
    }
  }

  let name: String
  let from: String
  let target: String
  let rounding: String
  /// The file of the bands; nil for a conversion estimated from data.
  let source: String?
  let kind: Kind
  /// Whether of two bands that meet the lower one holds the score where they do.
  let isRightClosed: Bool
  let bands: [Band]
  /// Points at equal distances, the first and the last with a value among them.
  let points: [Point]

  enum CodingKeys: String, CodingKey {
    case name
    case from
    case target
    case rounding
    case source
    case kind
    case isRightClosed = "right_closed"
    case bands
    case points
  }

  /// The most points that are kept.
  private static let greatestPointCount = 400

  init(_ conversion: LoadedConversion) {
    let definition = conversion.definition
    name = definition.name
    from = definition.from
    target = definition.targetName
    rounding = definition.rounding.description
    if case .bands(let source) = definition.source {
      self.source = source.table.file.text
    } else {
      source = nil
    }
    switch conversion.table {
    case .bands(let table):
      kind = table.isInterpolated ? .interpolated : .stepped
      isRightClosed = table.edges == .rightClosed
      points = []
      bands = table.bands.map { band in
        Band(
          row: band.row, fromLow: ScoreText(band.fromLow), fromHigh: ScoreText(band.fromHigh),
          toLow: ScoreText(band.toLow), toHigh: ScoreText(band.toHigh))
      }
    case .points(let scale, let values):
      kind = .points
      isRightClosed = true
      bands = []
      let errors = conversion.standardErrors
      let known = values.enumerated().compactMap { index, value in
        value.map { value in
          Point(
            from: ScoreText(scale.score(at: index)), to: ScoreText(value),
            standardError: index < errors.count ? errors[index] : nil)
        }
      }
      points = known.atEqualDistances(count: Self.greatestPointCount)
    }
  }
}

extension Array {
  /// Some of many elements at equal distances, the first and the last among them.
  ///
  /// - Parameter limit: The most elements that are taken, 2 or more.
  /// - Returns: All elements when there are no more than that.
  func atEqualDistances(count limit: Int) -> [Element] {
    guard count > limit else { return self }
    return (0..<limit).map { self[$0 * (count - 1) / (limit - 1)] }
  }
}
