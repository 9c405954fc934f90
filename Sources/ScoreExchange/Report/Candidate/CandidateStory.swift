import Parallel
import Scores

/// Why an applicant got a place, or none: from the tables of a run, which agree with the signed row.
struct CandidateStory: Sendable {
  /// The conversion that the receiver's rule names.
  struct Conversion: Sendable {
    let name: String
    let from: String
    let target: String
    let source: String?
    let rounding: String
  }

  let answer: ReportText
  let conversion: Conversion?
  let document: String?
  /// The calculation, a line a step.
  let trace: [String]
  let hasWishes: Bool
  let wishes: [WishLine]

  /// Reads what a run wrote about one applicant.
  ///
  /// - Parameters:
  ///   - row: The signed row, by column.
  ///   - receiver: The school whose batch it stands in.
  ///   - folder: The output folder of the run.
  ///   - wishes: The wishes file; nil to tell of the given place alone.
  ///   - plan: Threads.
  /// - Throws: See ``CandidatePage/addStory(fromRun:wishes:plan:)``.
  init(
    of row: [String: String], receiver: String, in folder: String, wishes: String?,
    plan: WorkPlan
  ) throws(ExchangeError) {
    let applicant = row["applicant"] ?? ""
    let output = try OutputFolder(folder, plan: plan)
    let facts: RunFacts = try output.document("report.json")
    let decisions = try PersonalRows("recognised.csv", in: folder, plan: plan) {
      $0["applicant"] == applicant
    }.labelled
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
        try OwnWish.read(wishes, applicant: applicant, entry, rejectsIn: folder, plan: plan))
    } else {
      self.wishes = table.givenPlace
    }
    hasWishes = !self.wishes.isEmpty
    answer = table.answer
    let decision = decisions.first { Self.agrees($0, row, receiver) }
    trace = (decision?["trace"] ?? "").split(separator: "; ").map(String.init)
    let rules = facts.rules.filter { $0.school == receiver && $0.assessment == row["assessment"] }
    // Of several rules for one assessment a decision does not tell which it followed.
    let rule = rules.count == 1 ? rules[0] : nil
    document = rule?.document
    conversion = facts.conversions.first { $0.name == rule?.conversion }.map {
      Conversion(
        name: $0.name, from: $0.from, target: $0.target, source: $0.source, rounding: $0.rounding)
    }
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
    _ row: [String: String], _ receiver: String, _ decisions: [LabelledCells],
    _ place: LabelledCells?, _ folder: String
  ) throws(ExchangeError) {
    guard decisions.contains(where: { agrees($0, row, receiver) }) else {
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

extension PersonalRows {
  /// The rows, their cells by heading.
  fileprivate var labelled: [LabelledCells] {
    let places = Dictionary(
      headings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.map { LabelledCells(cells: $0.cells, places: places) }
  }
}
