/// Filtering rounds beside the stable placement of the same wishes.
struct FilteringSection {
  /// One round.
  struct Row {
    let round: String
    let calls: CountText
    let placed: CountText
    let misplaced: CountText
    let barWidth: String
  }

  let rounds: [Row]
  let callsPerHundredSeats: CountText
  let dropped: CountText
  let misplaced: CountText
  let stablePlaced: CountText

  init(_ report: RoundsReport) {
    let highest = max(1, report.rounds.map(\.misplaced).max() ?? 1)
    rounds = report.rounds.enumerated().map { index, round in
      Row(
        round: String(index + 1), calls: CountText(round.calls), placed: CountText(round.placed),
        misplaced: CountText(round.misplaced),
        barWidth: pictureNumber(Double(round.misplaced) / Double(highest) * 100))
    }
    callsPerHundredSeats = CountText(report.callsPerHundredSeats)
    dropped = CountText(report.dropped)
    misplaced = CountText(report.misplaced)
    stablePlaced = CountText(report.stablePlaced)
  }
}
