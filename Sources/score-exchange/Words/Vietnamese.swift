/// The Vietnamese sentences of the command line, a table a topic; what the libraries say stands in
/// `ScoreExchange`.
enum Vietnamese {
  static let tool: [String: String] = [
    notes, outcomes, inspection, run, progress, help, helpOnScores, helpOnPeople, helpOnSigning,
    usage,
  ].reduce(into: [:]) { all, table in
    all.merge(table) { first, _ in first }
  }
}
