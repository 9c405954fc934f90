import Scores

/// Each conversion as a curve, with its bands.
struct ConversionsSection {
  let list: ReportList<ConversionView>

  init(_ conversions: [ConversionFacts]) {
    list = ReportList(Array(conversions.enumerated()), limit: ReportLimit.conversions) {
      ConversionView($0.element, id: "c\($0.offset)")
    }
  }
}

/// One conversion.
struct ConversionView {
  /// One band, or one point: which scores become which.
  struct Band {
    /// The row of the table; nil for a table of points.
    let row: String?
    let from: String
    let to: String
  }

  let id: String
  let name: String
  let from: String
  let target: String
  let rounding: ReportText
  let source: String?
  let curve: ConversionCurve?
  let kind: ReportText
  let caption: ReportText
  let isOfBands: Bool
  let bands: ReportList<Band>

  init(_ conversion: ConversionFacts, id: String) {
    self.id = id
    name = conversion.name
    from = conversion.from
    target = conversion.target
    rounding = conversion.roundingWords
    source = conversion.source
    curve = ConversionCurve(conversion)
    isOfBands = conversion.kind != .points
    switch conversion.kind {
    case .interpolated:
      kind = ReportText("linear inside each band")
    case .stepped: kind = ReportText("one value for each band")
    case .points: kind = ReportText("one value for each score")
    }
    caption =
      isOfBands
      ? ReportText("Bands")
      : ReportText("Some points of the table")
    bands = isOfBands ? Band.bands(of: conversion) : Band.points(of: conversion)
  }
}

extension ConversionView.Band {
  /// How many points stand for a table of points.
  private static let shownPointCount = 26

  /// The bands of a table, every column with the decimals that its finest score needs.
  static func bands(of conversion: ConversionFacts) -> ReportList<Self> {
    let bands = conversion.bands
    let fromDecimals = decimals(bands.flatMap { [$0.fromLow, $0.fromHigh] })
    let toDecimals = decimals(bands.flatMap { [$0.toLow, $0.toHigh] })
    return ReportList(Array(bands.indices), limit: ReportLimit.bands) { place in
      let band = bands[place]
      let (opening, closing) = conversion.brackets(at: place)
      return Self(
        row: String(band.row),
        from: interval(band.fromLow, band.fromHigh, opening, closing, fromDecimals),
        to: interval(band.toLow, band.toHigh, opening, closing, toDecimals))
    }
  }

  /// Points of a table at equal distances, its first and its last among them.
  static func points(of conversion: ConversionFacts) -> ReportList<Self> {
    let shown = conversion.points.atEqualDistances(count: shownPointCount)
    let fromDecimals = decimals(conversion.points.map(\.from))
    return ReportList(shown, limit: shownPointCount) { point in
      Self(
        row: nil, from: point.from.score.formatted(decimals: fromDecimals),
        to: point.to.score.formatted())
    }
  }

  private static func decimals(_ scores: [ScoreText]) -> Int {
    scores.reduce(0) { max($0, $1.score.fractionDigitCount) }
  }

  private static func interval(
    _ low: ScoreText, _ high: ScoreText, _ opening: String, _ closing: String, _ decimals: Int
  ) -> String {
    let first = low.score.formatted(decimals: decimals)
    return low == high
      ? first : "\(opening)\(first); \(high.score.formatted(decimals: decimals))\(closing)"
  }
}

extension ConversionFacts {
  /// The rule of rounding for a person.
  var roundingWords: ReportText {
    ReportText("rounding \(TraceReading.words(of: rounding))")
  }

  /// The brackets of a band: a square one holds its end, a round one does not.
  fileprivate func brackets(at place: Int) -> (opening: String, closing: String) {
    let sharesLow = place > 0 && bands[place - 1].fromHigh == bands[place].fromLow
    let sharesHigh = place + 1 < bands.count && bands[place + 1].fromLow == bands[place].fromHigh
    return (
      sharesLow && isRightClosed ? "(" : "[", sharesHigh && !isRightClosed ? ")" : "]"
    )
  }
}
