import ScoreExchange

/// What `network --json` prints.
struct NetworkReport: Encodable {
  let base: String
  let scales: [String]
  let closures: [NetworkStudy.Closure]
  let table: [EquateReport.Line]?
}

extension NetworkStudy {
  /// The scales and the comparisons, a line each.
  var lines: [Message] {
    let scales = network.scales.dropFirst().joined(separator: ", ")
    var lines: [Message] = ["base \(network.base), linked: \(scales)"]
    for closure in closures {
      let unit: Message = closure.isWeighted ? "people" : "scores"
      let unreached: Message =
        closure.unreached == 0
        ? "" : "; \(closure.unreached) \(unit) are not reached through the base"
      lines.append(
        "\(closure.from) to \(closure.to): cycle-closure error \(closure.rootMeanSquare.significant) "
          + "points, at most \(closure.maximum.significant), over \(closure.compared) \(unit)"
          + "\(unreached)")
    }
    return lines
  }
}
