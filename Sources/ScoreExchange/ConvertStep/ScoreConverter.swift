public import Parallel
public import ScoreLinking
public import Scores

/// A conversion at hand, ready for single scores: a band table or an estimated table.
public struct ScoreConverter: Sendable {
  /// The figures.
  private enum Table: Sendable {
    case bands(BandTable)
    /// With the digits after the point of its published values.
    case points(ConversionTable, decimals: Int)
  }

  /// One score converted.
  public struct Answer: Hashable, Sendable, Codable {
    /// The score as it was given.
    public let score: String
    /// The value, rounded.
    public let converted: String
    /// The value before rounding: a fraction for bands, a decimal for an estimated table.
    public let exact: String?
    /// The row of the band table that decided.
    public let row: Int?
    /// The range in which the value lies with the probability asked for.
    public let low: String?
    /// The upper end of that range.
    public let high: String?
    /// Whether the score counted as the nearest end of the table.
    public let clipped: Bool
  }

  private let table: Table
  private let rounding: RoundingRule?
  private let isInverse: Bool
  private let outside: OutsidePolicy
  /// The probability of the range around a value; nil for no range.
  public let confidence: Double?

  /// A converter by an official band table.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a table
  ///   with a fault.
  public init(
    bands path: String, edges: BandTable.EdgeRule = .rightClosed, isInterpolated: Bool = true,
    rounding: RoundingRule? = nil, isInverse: Bool = false, outside: OutsidePolicy = .refuse
  ) throws(ExchangeError) {
    table = .bands(
      try BandTable.reading(
        Conversion.BandSource(
          table: TableSource(path), edges: edges, isInterpolated: isInterpolated)))
    self.rounding = rounding
    self.isInverse = isInverse
    self.outside = outside
    confidence = nil
  }

  /// A converter by a table that `equate` wrote.
  ///
  /// - Parameters:
  ///   - path: The table; `-` is standard input.
  ///   - rounding: A rule other than that of the table.
  ///   - isInverse: Whether values are converted back to scores.
  ///   - outside: What to do with scores outside the table.
  ///   - confidence: The probability of a range around each value, more than 0 and less than 1;
  ///     nil for no range. A way back has none.
  /// - Throws: ``ExchangeError`` as the form for bands.
  public init(
    table path: String, rounding: RoundingRule? = nil, isInverse: Bool = false,
    outside: OutsidePolicy = .refuse, confidence: Double? = nil
  ) throws(ExchangeError) {
    let reading = try ConversionTable.reading(TableSource(path))
    table = .points(reading.table, decimals: reading.decimals)
    self.rounding = rounding
    self.isInverse = isInverse
    self.outside = outside
    self.confidence = confidence
  }

  /// A converter by a conversion that an exchange file names, with its rounding.
  ///
  /// - Parameters:
  ///   - name: The conversion's name.
  ///   - exchange: The exchange.
  ///   - isInverse: Whether values are converted back to scores.
  ///   - outside: What to do with scores outside the table.
  ///   - confidence: The probability of a range around each value; nil for no range.
  ///   - plan: The threads to use for an estimate.
  /// - Throws: ``ExchangeError`` with `usage` for a name that nobody gave, or `inputMissing`,
  ///   `inputOutput` or `badInput` as ``LoadedConversion``.
  public init(
    _ name: String, of exchange: Exchange, isInverse: Bool = false,
    outside: OutsidePolicy = .refuse, confidence: Double? = nil, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    guard let conversion = exchange.conversions.first(where: { $0.name == name }) else {
      let names = exchange.conversions.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw ExchangeError(
        .usage, file: exchange.path,
        "no conversion \"\(name)\"" + (names.isEmpty ? "" : "; it has \(names)"))
    }
    switch conversion.source {
    case .bands(let source):
      if confidence != nil {
        throw ExchangeError(
          .usage, "\"\(name)\" is an official table, which has no standard errors")
      }
      table = .bands(try BandTable.reading(source, of: conversion))
      rounding = conversion.rounding
    case .equate(let settings):
      table = .points(
        try exchange.estimate(of: conversion, settings, plan: plan).table,
        decimals: conversion.rounding.decimals)
      rounding = nil
    }
    self.isInverse = isInverse
    self.outside = outside
    self.confidence = confidence
  }

  /// Converts one score.
  ///
  /// Backwards, a band table gives the score that has the value; an estimated table gives the
  /// lowest score whose published value reaches it. What lies under the floor of its data, or under
  /// its least or over its greatest value, is outside an estimated table.
  ///
  /// - Throws: ``LinkingError`` with code `outside`, `off-lattice`, `not-invertible` or `overflow`.
  public func convert(_ score: Score) throws(LinkingError) -> Answer {
    switch table {
    case .bands(let bands):
      let conversion =
        isInverse
        ? try bands.inverse(of: score, outside: outside)
        : try bands.convert(score, outside: outside)
      return Answer(
        score: score.description, converted: try published(conversion.exact),
        exact: conversion.exact.description, row: conversion.band.row,
        low: nil, high: nil, clipped: conversion.isClipped)
    case .points(let points, let decimals):
      if isInverse { return try inverse(of: score, in: points) }
      let entry = try points.entry(for: score, outside: outside)
      let converted =
        rounding == nil
        ? entry.rounded.formatted(decimals: decimals)
        : try published(entry.to.fraction())
      let range = try confidence.map { level throws(LinkingError) in
        try entry.confidenceInterval(level: level)
      }
      return Answer(
        score: score.description, converted: converted, exact: entry.to.description, row: nil,
        low: range.flatMap { SignificantDecimal($0.lowerBound)?.description },
        high: range.flatMap { SignificantDecimal($0.upperBound)?.description },
        clipped: entry.from != score)
    }
  }

  private func inverse(of value: Score, in table: ConversionTable) throws(LinkingError) -> Answer {
    guard let first = table.answers.first, let last = table.answers.last else {
      throw LinkingError(code: .outside, detail: "Every line lies under the floor of the data.")
    }
    let isOutside = value < first.rounded || value > last.rounded
    if isOutside, outside == .refuse {
      throw LinkingError(
        code: .outside,
        detail: "The value is \(value), the table holds \(first.rounded) to \(last.rounded).")
    }
    let entry = table.firstEntry(reaching: value) ?? last
    let decimals = table.entries.reduce(0) { max($0, $1.from.fractionDigitCount) }
    return Answer(
      score: value.description, converted: entry.from.formatted(decimals: decimals), exact: nil,
      row: nil, low: nil, high: nil, clipped: isOutside)
  }

  private func published(_ exact: ExactFraction) throws(LinkingError) -> String {
    let rule = rounding ?? .standard
    do throws(ScoreError) {
      return try rule.rounded(exact).formatted(decimals: rule.decimals)
    } catch {
      throw LinkingError(code: .overflow, detail: error.message)
    }
  }
}

extension ScoreConverter.Answer {
  /// The value, followed by the ends of its range if it has one.
  public var cells: [String] { [converted] + [low, high].compactMap(\.self) }
}

extension TableSource {
  /// A file named on the command line.
  public init(_ path: String, layout: TableLayout = TableLayout()) {
    self.init(file: NamedFile(text: path, path: path, line: 1), layout: layout)
  }
}
