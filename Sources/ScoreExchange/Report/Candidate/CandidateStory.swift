import Parallel
import Scores

/// Why an applicant got a place, or none: from the tables of a run, which agree with the signed row.
struct CandidateStory: Sendable {
  let answer: ReportText
  /// The conversion that the rule names.
  let conversion: ConversionFacts?
  let roundingWords: ReportText?
  let document: String?
  /// The calculation, a line a step.
  let trace: [ReportText]
  let hasWishes: Bool
  let wishes: [WishLine]

  /// Reads what a run wrote about one applicant.
  ///
  /// - Parameters:
  ///   - row: The signed row, by column.
  ///   - receiver: The school whose batch it stands in.
  ///   - folder: The output folder of the run.
  ///   - wishes: The wishes file; nil to tell of the given place alone.
  ///   - layout: What is said of its layout.
  ///   - plan: Threads.
  /// - Throws: See ``CandidatePage/addStory(fromRun:wishes:layout:plan:)``.
  init(
    of row: [String: String], receiver: String, in folder: String, wishes: String?,
    layout: TableLayout, plan: WorkPlan
  ) throws(ExchangeError) {
    let applicant = row["applicant"] ?? ""
    let output = try OutputFolder(folder, plan: plan)
    let facts: RunFacts = try output.document("report.json")
    let decisions = try Self.paired(
      PersonalRows("recognised.csv", in: folder, plan: plan) {
        $0["applicant"] == applicant
      }.labelled, facts.rules, folder)
    let placements = try PersonalRows("placements.csv", in: folder, plan: plan) {
      $0["applicant"] == applicant
    }.labelled
    let place = placements.first { $0["status"] == "placed" }
    try Self.check(row, receiver, decisions, place, folder)
    let table = WishTableOfOne(
      decisions: decisions, place: place, cutoffs: try output.cutoffs(),
      programmes: facts.programmes)
    if let wishes {
      let entry = (try output.document("summary.json") as RunSummary).files
        .first { $0.kind == "wishes" }
      self.wishes = table.lines(
        try OwnWish.read(
          wishes, layout: layout, applicant: applicant, entry, rejectsIn: folder, plan: plan))
    } else {
      self.wishes = table.givenPlace
    }
    hasWishes = !self.wishes.isEmpty
    answer = table.answer
    let decision = decisions.first { Self.agrees($0.cells, row, receiver) }
    let told = (decision?.cells["trace"] ?? "").replacing(#/\b[0-9]{9,12}\b/#) {
      masked(String($0.output))
    }
    trace = TraceReading.steps(of: told).map { ReportText($0) }
    document = decision?.rule.document
    conversion = facts.conversions.first { $0.name == decision?.rule.conversion }
    roundingWords = conversion?.roundingWords
  }

  /// The decisions with their rules, by school: it decides by each of its rules once, in their order.
  private static func paired(
    _ decisions: [LabelledCells], _ rules: [RunFacts.Rule], _ folder: String
  ) throws(ExchangeError) -> [WishTableOfOne.Decision] {
    var pairs: [WishTableOfOne.Decision] = []
    let bySchool = Dictionary(grouping: decisions, by: { $0["school"] })
    for (school, own) in bySchool.sorted(by: { $0.key.precedesInBytes($1.key) }) {
      let rules = rules.filter { $0.school == school }
      guard own.count == rules.count else {
        throw ExchangeError(
          .badInput, file: "\(folder)/recognised.csv",
          "not one decision of \(school) for each of its rules")
      }
      pairs += zip(own, rules).map { WishTableOfOne.Decision(cells: $0, rule: $1) }
    }
    return pairs
  }

  /// The cells in which the signed row and a decision must be equal.
  private static let shared = [
    "applicant", "assessment", "sitting", "candidate_number", "total", "converted", "bonus",
    "priority", "score", "recognised", "reason",
  ]

  private static func agrees(
    _ decision: LabelledCells, _ row: [String: String], _ receiver: String
  ) -> Bool {
    decision["school"] == receiver && shared.allSatisfy { decision[$0] == row[$0] ?? "" }
  }

  /// Refuses tables that are not those of the run that made the signed row.
  private static func check(
    _ row: [String: String], _ receiver: String, _ decisions: [WishTableOfOne.Decision],
    _ place: LabelledCells?, _ folder: String
  ) throws(ExchangeError) {
    guard decisions.contains(where: { agrees($0.cells, row, receiver) }) else {
      throw ExchangeError(
        .badInput, file: "\(folder)/recognised.csv", "no decision of \(receiver) is the signed one")
    }
    guard row["status"] == "placed" else { return }
    guard let place, place["school"] == receiver, place["programme"] == row["programme"] ?? "",
      place["rank"] == row["rank"] ?? ""
    else {
      throw ExchangeError(
        .badInput, file: "\(folder)/placements.csv", "the place is not the signed one")
    }
  }
}
