import ScoreExchange

extension RunSummary {
  /// The counts for a person at a terminal.
  ///
  /// - Parameter output: Where the outputs were written; nil when nothing was.
  /// - Returns: Lines, each ended.
  func screen(output: String?) -> String {
    var lines: [String] = []
    let width = files.map(\.file.count).max() ?? 0
    lines.append(
      "\("file".padded(to: width))  \("read".padded(to: 9, right: true))"
        + " \("accepted".padded(to: 9, right: true)) \("rejected".padded(to: 9, right: true))")
    for file in files {
      lines.append(
        "\(file.file.padded(to: width))  \(String(file.rowsRead).padded(to: 9, right: true))"
          + " \(String(file.rowsAccepted).padded(to: 9, right: true))"
          + " \(String(file.rowsRejected).padded(to: 9, right: true))")
    }
    lines.append("")
    lines.append(
      "links       \(links.auto) automatic, \(links.review) for review, \(links.none) results of "
        + "nobody who applies")
    let refused = recognition.refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    lines.append(
      "recognised  \(recognition.recognised)" + (refused.isEmpty ? "" : "; refused: \(refused)"))
    lines.append(
      "placement   \(placement.wishes) wishes, \(placement.placed) placed, "
        + "\(placement.unplaced) unplaced")
    for estimate in estimates {
      var facts = ["\(estimate.people) people"]
      if estimate.people < estimate.advisedPeople {
        facts.append("few: \(estimate.advisedPeople) are advised")
      }
      if let remsd = estimate.remsd.flatMap(SignificantDecimal.init) {
        facts.append("REMSD \(remsd) over \(estimate.groups.count) groups")
      }
      lines.append("estimated   \(estimate.conversion): \(facts.joined(separator: ", "))")
    }
    lines.append("batches     \(batches.count) signed")
    if let output { lines.append("written to  \(output)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text filled with spaces to a width in characters.
  func padded(to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return right ? spaces + self : self + spaces
  }
}
