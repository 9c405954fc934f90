import ScoreExchange

extension RunSummary {
  /// The counts for a person at a terminal, in the language of this process.
  ///
  /// - Parameter output: Where the outputs were written; nil when nothing was.
  /// - Returns: Lines, each ended.
  func screen(output: String?) -> String {
    (fileLines + [""] + resultLines(output: output).map(\.said)).joined(separator: "\n") + "\n"
  }

  /// The files as a table.
  private var fileLines: [String] {
    let headings = (["file", "read", "accepted", "rejected"] as [Message]).map(\.said)
    let rows =
      [headings]
      + files.map {
        [$0.file, String($0.rowsRead), String($0.rowsAccepted), String($0.rowsRejected)]
      }
    let nameWidth = rows.map(\.[0].count).max() ?? 0
    return rows.map { row in
      row[0].padded(to: nameWidth) + "  "
        + row.dropFirst().map { $0.padded(to: 9, right: true) }.joined(separator: " ")
    }
  }

  private func resultLines(output: String?) -> [Message] {
    let refused = recognition.refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (reason) -> Message in
        "\(reason.value) \(RecognitionRefusal.meaning(of: reason.key))"
      }
    let refusals: Message =
      refused.isEmpty ? "" : "; refused: \(Message(refused, separator: ", "))"
    var lines: [Message] = [
      """
      links       \(links.auto) automatic, \(links.review) for review, \(links.none) results of \
      nobody who applies
      """,
      "recognised  \(recognition.recognised)\(refusals)",
      """
      placement   \(placement.wishes) wishes, \(placement.placed) placed, \
      \(placement.unplaced) unplaced
      """,
    ]
    for estimate in estimates {
      var facts: [Message] = ["\(estimate.people) people"]
      if estimate.people < estimate.advisedPeople {
        facts.append("few: \(estimate.advisedPeople) are advised")
      }
      if let remsd = estimate.remsd.flatMap(SignificantDecimal.init) {
        facts.append("REMSD \(remsd) over \(estimate.groups.count) groups")
      }
      lines.append("estimated   \(estimate.conversion): \(Message(facts, separator: ", "))")
    }
    lines.append("batches     \(batches.count) signed")
    if let output { lines.append("written to  \(output)") }
    return lines
  }
}

extension String {
  /// The text filled with spaces to a width in characters.
  func padded(to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return right ? spaces + self : self + spaces
  }
}
