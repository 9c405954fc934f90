import Scores

extension ConversionPlot {
  /// The drawing in characters, for a terminal: `*` the conversion, `:` two standard errors on
  /// either side.
  ///
  /// - Parameters:
  ///   - width: Columns of the drawing without its labels; at least 20.
  ///   - height: Lines of the drawing without its labels; at least 5.
  /// - Returns: Lines of ASCII, each with a line end.
  public func text(width: Int = 64, height: Int = 20) -> String {
    let (width, height) = (max(20, width), max(5, height))
    let target = function.targetScale
    let (low, high) = (Double(target.minimum), Double(target.maximum))
    let span = max(high - low, .leastNormalMagnitude)
    func line(_ value: Double) -> Int {
      let share = min(1, max(0, (value - low) / span))
      return height - 1 - Int((share * Double(height - 1)).rounded())
    }
    var grid = [[UInt8]](
      repeating: [UInt8](repeating: UInt8(ascii: " "), count: width), count: height)
    let lastPlace = function.values.count - 1
    for column in 0..<width {
      let place = lastPlace * column / (width - 1)
      let value = function.values[place]
      if let error = function.standardErrors?[place], error.isFinite {
        for row in line(value + 2 * error)...line(value - 2 * error) {
          grid[row][column] = UInt8(ascii: ":")
        }
      }
      grid[line(value)][column] = UInt8(ascii: "*")
    }
    let labels = (target.maximum.description, target.minimum.description)
    let margin = max(labels.0.utf8.count, labels.1.utf8.count)
    func padded(_ text: String, to count: Int) -> String {
      String(repeating: " ", count: max(0, count - text.utf8.count)) + text
    }
    var lines = grid.enumerated().map { row, cells in
      let label = row == 0 ? labels.0 : row == height - 1 ? labels.1 : ""
      return padded(label, to: margin) + " |" + String(decoding: cells, as: UTF8.self)
    }
    lines.append(padded("", to: margin) + " +" + String(repeating: "-", count: width))
    let (first, last) = (
      function.sourceScale.minimum.description, function.sourceScale.maximum.description
    )
    lines.append(
      padded("", to: margin + 2) + first + padded(last, to: width - first.utf8.count))
    return lines.map { $0 + "\n" }.joined()
  }
}
