/// The sums by which a reader sees at once that nothing was dropped.
struct HeadlineSection {
  /// One whole and the parts of which it is the sum.
  struct Balance {
    /// One part.
    struct Part {
      let name: ReportText
      let count: CountText
      let share: String
      let pattern: String
    }

    let name: ReportText
    let whole: CountText
    let parts: [Part]
    let bar: ShareBar
    let isEven: Bool

    init(_ name: ReportText, _ whole: Int, _ parts: [(name: ReportText, count: Int)]) {
      let sum = parts.reduce(0) { $0 + $1.count }
      self.name = name
      self.whole = CountText(whole)
      self.parts = zip(parts, ["full", "hatched", "empty"]).map { part, pattern in
        Part(
          name: part.name, count: CountText(part.count), share: percentText(part.count, of: whole),
          pattern: pattern)
      }
      bar = ShareBar(parts.map(\.count))
      isEven = sum == whole
    }
  }

  let balances: [Balance]
  let hasDeletions: Bool
  let deletions: CountText

  init(_ figures: RunFigures) {
    let files = figures.summary.files
    let recognition = figures.summary.recognition
    let links = figures.links
    let decisions = figures.recognition.sum
    var balances = [
      Balance(
        ReportText("Rows read"), files.reduce(0) { $0 + $1.rowsRead },
        [
          (ReportText("accepted"), files.reduce(0) { $0 + $1.rowsAccepted }),
          (ReportText("rejected"), files.reduce(0) { $0 + $1.rowsRejected }),
        ]),
      Balance(
        ReportText("Results"), figures.results.count,
        [
          (ReportText("linked to an applicant"), links.linkedResults),
          (ReportText("waiting for a person"), links.waitingResults),
          (ReportText("of no applicant"), figures.summary.links.none),
        ]),
    ]
    let decisionCount = decisions.recognised + decisions.refused.values.reduce(0, +)
    if decisionCount > 0 {
      balances.append(
        Balance(
          ReportText("Recognition decisions"), decisionCount,
          [
            (ReportText("recognised"), recognition.recognised),
            (
              ReportText("refused"),
              recognition.refused.values.reduce(0, +)
            ),
          ]))
    }
    if figures.facts.hasWishes {
      balances.append(
        Balance(
          ReportText("Applicants with wishes"),
          figures.placement.placed + figures.placement.unplaced,
          [
            (ReportText("placed"), figures.summary.placement.placed),
            (ReportText("unplaced"), figures.summary.placement.unplaced),
          ]))
    }
    self.balances = balances
    hasDeletions = figures.deletionCount > 0
    deletions = CountText(figures.deletionCount)
  }
}
