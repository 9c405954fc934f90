import Scores

/// A drawing of a conversion with its error band, as an SVG file that needs nothing else.
public struct ConversionPlot: Sendable {
  let function: EquatingFunction

  /// The drawing of a function.
  public init(_ function: EquatingFunction) {
    self.function = function
  }

  private static let (width, height, margin) = (720.0, 480.0, 56.0)
  /// More points than this cannot be told apart on a screen.
  private static let greatestPointCount = 500

  /// The text of the SVG file; the same function gives the same bytes.
  ///
  /// The band is two standard errors wide on either side. Nothing is drawn of it where no
  /// standard error is known.
  public var svg: String {
    let frame = Frame(function)
    let places = sampledPlaces
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) "
        + "\(Int(Self.height))\" font-family=\"sans-serif\" font-size=\"12\">",
      "<title>Conversion by \(function.settings.method.name)</title>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
    ]
    parts += axes(frame)
    if let errors = function.standardErrors {
      let upper = places.map { frame.point($0, function.values[$0] + 2 * errors[$0]) }
      let lower = places.reversed().map { frame.point($0, function.values[$0] - 2 * errors[$0]) }
      parts.append(
        "<polygon fill=\"#9ecae1\" fill-opacity=\"0.6\" points=\""
          + (upper + lower).joined(separator: " ") + "\"/>")
    }
    parts.append(
      "<polyline fill=\"none\" stroke=\"#08519c\" stroke-width=\"1.5\" points=\""
        + places.map { frame.point($0, function.values[$0]) }.joined(separator: " ") + "\"/>")
    parts.append("</svg>\n")
    return parts.joined(separator: "\n")
  }

  /// Every place, or as many as can be seen, the ends among them.
  private var sampledPlaces: [Int] {
    let count = function.values.count
    if count <= Self.greatestPointCount { return Array(0..<count) }
    return (0..<Self.greatestPointCount).map { $0 * (count - 1) / (Self.greatestPointCount - 1) }
  }

  private func axes(_ frame: Frame) -> [String] {
    var parts: [String] = []
    let (source, target) = (function.sourceScale, function.targetScale)
    for tick in 0...5 {
      let share = Double(tick) / 5
      let x = Self.margin + share * (Self.width - 2 * Self.margin)
      let y = Self.height - Self.margin - share * (Self.height - 2 * Self.margin)
      let from = source.points(at: share * Double(source.pointCount - 1))
      let to = target.points(at: share * Double(target.pointCount - 1))
      parts.append(
        "<path d=\"M\(Frame.text(x)) \(Frame.text(Self.margin))V\(Frame.text(Self.height - Self.margin))"
          + "M\(Frame.text(Self.margin)) \(Frame.text(y))H\(Frame.text(Self.width - Self.margin))\" "
          + "stroke=\"#ddd\"/>")
      parts.append(
        "<text x=\"\(Frame.text(x))\" y=\"\(Frame.text(Self.height - Self.margin + 18))\" "
          + "text-anchor=\"middle\">\(Frame.text(from))</text>")
      parts.append(
        "<text x=\"\(Frame.text(Self.margin - 8))\" y=\"\(Frame.text(y + 4))\" "
          + "text-anchor=\"end\">\(Frame.text(to))</text>")
    }
    return parts
  }

  /// Where scores lie on the sheet.
  private struct Frame {
    private let lastPlace: Double
    private let low: Double
    private let span: Double

    init(_ function: EquatingFunction) {
      lastPlace = Double(max(1, function.values.count - 1))
      let target = function.targetScale
      low = target.points(at: 0)
      span = max(target.points(at: Double(target.pointCount - 1)) - low, .leastNormalMagnitude)
    }

    func point(_ place: Int, _ value: Double) -> String {
      let x =
        ConversionPlot.margin + Double(place) / lastPlace
        * (ConversionPlot.width - 2 * ConversionPlot.margin)
      let share = min(1, max(0, (value - low) / span))
      let height = ConversionPlot.height - 2 * ConversionPlot.margin
      return "\(Self.text(x)),\(Self.text(ConversionPlot.margin + (1 - share) * height))"
    }

    /// Two decimals, without a locale.
    static func text(_ number: Double) -> String {
      SignificantDecimal((number * 100).rounded() / 100)?.description ?? "0"
    }
  }
}
