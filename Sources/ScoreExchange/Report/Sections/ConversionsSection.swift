import ScoreLinking
import Scores

/// Each conversion as a curve, with its bands.
struct ConversionsSection {
  let list: ReportList<ConversionView>

  init(_ exchange: Exchange, _ loaded: [String: LoadedConversion]) {
    let conversions = exchange.conversions.compactMap { loaded[$0.name] }
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
  let rounding: String
  let source: String?
  let curve: ConversionCurve?
  let kind: ReportText
  let caption: ReportText
  let isOfBands: Bool
  let bands: ReportList<Band>

  init(_ conversion: LoadedConversion, id: String) {
    let definition = conversion.definition
    self.id = id
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
      curve = ConversionCurve(table)
      kind =
        table.isInterpolated
        ? ReportText("nội suy tuyến tính trong khoảng", "linear inside each band")
        : ReportText("mỗi khoảng một giá trị", "one value for each band")
      caption = ReportText("Các khoảng điểm", "Bands")
      isOfBands = true
      bands = Band.list(of: table)
    case .points(let scale, let values):
      curve = ConversionCurve(scale, values)
      kind = ReportText("một giá trị cho mỗi điểm", "one value for each score")
      caption = ReportText("Một số điểm của bảng", "Some points of the table")
      isOfBands = false
      bands = Band.list(of: values, on: scale)
    }
  }
}

extension ConversionView.Band {
  /// How many points stand for a table of points.
  private static let shownPointCount = 26

  /// The bands of a table, every column with the decimals that its finest score needs.
  static func list(of table: BandTable) -> ReportList<Self> {
    let fromDecimals = table.bands.reduce(0) {
      max($0, $1.fromLow.fractionDigitCount, $1.fromHigh.fractionDigitCount)
    }
    let toDecimals = table.bands.reduce(0) {
      max($0, $1.toLow.fractionDigitCount, $1.toHigh.fractionDigitCount)
    }
    return ReportList(Array(table.bands.indices), limit: ReportLimit.bands) { place in
      let band = table.bands[place]
      let (opening, closing) = table.brackets(at: place)
      return Self(
        row: String(band.row),
        from: interval(band.fromLow, band.fromHigh, opening, closing, fromDecimals),
        to: interval(band.toLow, band.toHigh, opening, closing, toDecimals))
    }
  }

  /// Points of a table at equal distances, its first and its last among them.
  static func list(of values: [Score?], on scale: ScoreScale) -> ReportList<Self> {
    let points = values.enumerated().compactMap { index, value in value.map { (index, $0) } }
    let shown =
      points.count <= shownPointCount
      ? points
      : (0..<shownPointCount).map { points[$0 * (points.count - 1) / (shownPointCount - 1)] }
    return ReportList(shown, limit: shownPointCount) { index, value in
      Self(
        row: nil, from: scale.score(at: index).formatted(decimals: scale.decimals),
        to: value.formatted())
    }
  }

  private static func interval(
    _ low: Score, _ high: Score, _ opening: String, _ closing: String, _ decimals: Int
  ) -> String {
    let first = low.formatted(decimals: decimals)
    return low == high
      ? first : "\(opening)\(first); \(high.formatted(decimals: decimals))\(closing)"
  }
}

extension BandTable {
  /// The brackets of a band: a square one holds its end, a round one does not.
  fileprivate func brackets(at place: Int) -> (opening: String, closing: String) {
    let sharesLow = place > 0 && bands[place - 1].fromHigh == bands[place].fromLow
    let sharesHigh = place + 1 < bands.count && bands[place + 1].fromLow == bands[place].fromHigh
    return (
      sharesLow && edges == .rightClosed ? "(" : "[", sharesHigh && edges == .leftClosed ? ")" : "]"
    )
  }
}
