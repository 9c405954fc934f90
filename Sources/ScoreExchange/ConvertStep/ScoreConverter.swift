public import ScoreLinking
public import Scores

/// A conversion at hand, ready for single scores: a band table or an estimated table.
public struct ScoreConverter: Sendable {
  /// The figures.
  private enum Table: Sendable {
    case bands(BandTable)
    case points(ConversionTable)
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
    /// Whether the score counted as the nearest end of the table.
    public let clipped: Bool
  }

  private let table: Table
  private let rounding: RoundingRule?
  private let isInverse: Bool
  private let outside: OutsidePolicy

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
  }

  /// A converter by a table that `equate` wrote.
  ///
  /// - Throws: ``ExchangeError`` as the form for bands.
  public init(
    table path: String, rounding: RoundingRule? = nil, isInverse: Bool = false,
    outside: OutsidePolicy = .refuse
  ) throws(ExchangeError) {
    table = .points(try ConversionTable.reading(TableSource(path)))
    self.rounding = rounding
    self.isInverse = isInverse
    self.outside = outside
  }

  /// Converts one score.
  ///
  /// Backwards, a band table gives the score that has the value; an estimated table gives the
  /// lowest score whose published value reaches it.
  ///
  /// - Throws: ``LinkingError`` with code `outside`, `off_lattice`, `not_invertible` or `overflow`.
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
        clipped: conversion.isClipped)
    case .points(let points):
      if isInverse { return try inverse(of: score, in: points) }
      let entry = try points.entry(for: score, outside: outside)
      let converted =
        rounding == nil
        ? entry.rounded.formatted(decimals: points.decimals)
        : try published(entry.to.fraction())
      return Answer(
        score: score.description, converted: converted, exact: entry.to.description, row: nil,
        clipped: entry.from != score)
    }
  }

  private func inverse(of value: Score, in table: ConversionTable) throws(LinkingError) -> Answer {
    let last = table.entries[table.entries.count - 1]
    let found = table.firstEntry(reaching: value)
    guard let entry = found ?? (outside == .clip ? last : nil) else {
      throw LinkingError(
        code: .outside,
        detail: "The value is \(value), the table reaches \(last.rounded).")
    }
    let decimals = table.entries.reduce(0) { max($0, $1.from.fractionDigitCount) }
    return Answer(
      score: value.description, converted: entry.from.formatted(decimals: decimals), exact: nil,
      row: nil, clipped: found == nil)
  }

  private func published(_ exact: ExactFraction) throws(LinkingError) -> String {
    let rule = rounding ?? .standard
    do throws(ScoreError) {
      return try rule.rounded(exact).formatted(decimals: rule.decimals)
    } catch {
      throw LinkingError(code: .overflow, detail: error.description)
    }
  }
}

extension ConversionTable {
  /// Digits after the point that show every published value.
  var decimals: Int { entries.reduce(0) { max($0, $1.rounded.fractionDigitCount) } }
}

extension TableSource {
  /// A file named on the command line.
  public init(_ path: String, layout: TableLayout = TableLayout()) {
    self.init(file: NamedFile(text: path, path: path, line: 1), layout: layout)
  }
}
