import Files
import Parallel

/// Everything that an output folder of a run holds about one person.
///
/// A person is what the run linked automatically: her numbers as an applicant, and every result that
/// is linked to one of them. What waits for a person's decision is no link yet.
struct PersonRecords: Sendable {
  /// Her numbers as an applicant.
  private(set) var applicants: Set<String>
  /// Her results as `issuer/assessment/sitting/candidate_number`.
  private(set) var results: Set<String> = []
  /// The tables with rows about her, in the order of the folder; those without are left out.
  private(set) var tables: [PersonalRows] = []
  private var nationalIDs: Set<String>
  /// Candidate numbers with the names beside them: a number alone may be somebody else's elsewhere.
  private var candidates: Set<[String]> = []

  /// Looks through a folder.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing` for a folder that no run wrote, `badInput` for a
  ///   damaged table and where the folder holds nothing about such a person, `inputOutput`.
  /// - Complexity: O(bytes of the tables).
  init(_ request: PersonRequest, in folder: String, plan: WorkPlan) throws(ExchangeError) {
    applicants = request.applicants
    nationalIDs = request.nationalIDs
    guard fileKind(at: "\(folder)/summary.json") == .regular else {
      throw ExchangeError(.inputMissing, file: folder, "the output folder of a run was expected")
    }
    try followLinks(in: folder, plan)
    let (results, applicants) = (self.results, self.applicants)
    let own = try PersonalRows("results.csv", in: folder, plan: plan) { row in
      results.contains(row.joined("issuer", "assessment", "sitting", "candidate_number"))
    }
    nationalIDs.formUnion(own.values("national_id"))
    for (number, name) in zip(own.values("candidate_number"), own.values("name")) {
      candidates.insert([number, name])
    }
    var found = [own]
    for name in ["links.csv", "review.csv"] {
      found.append(
        try PersonalRows(name, in: folder, plan: plan) { row in
          applicants.contains(row["left"]) || results.contains(row["right"])
        })
    }
    for name in ["recognised.csv", "placements.csv"] {
      found.append(
        try PersonalRows(name, in: folder, plan: plan) { applicants.contains($0["applicant"]) })
    }
    let shown = Set(applicants.map(maskedName))
    for name in try UnmatchedLists.names(in: folder) {
      found.append(
        try PersonalRows(name, in: folder, plan: plan) { shown.contains($0["applicant"]) })
    }
    let mentions = self.mentions
    found.append(
      try PersonalRows("rejects.csv", in: folder, plan: plan) { mentions($0["line"]) })
    for batch in try Self.batches(in: folder) {
      found.append(
        try PersonalRows(batch, in: folder, plan: plan) { row in
          applicants.contains(row["applicant"])
            || results.contains(row.joined("issuer", "assessment", "sitting", "candidate_number"))
        })
    }
    tables = found.filter { !$0.rows.isEmpty }
    guard !tables.isEmpty else {
      throw ExchangeError(.badInput, file: folder, "nothing in it is about such a person")
    }
  }

  /// Goes from numbers to results and back along automatic links until nothing is new.
  ///
  /// - Complexity: O(bytes of the links × length of the chain), of which only hers are held.
  private mutating func followLinks(in folder: String, _ plan: WorkPlan) throws(ExchangeError) {
    let nationalIDs = self.nationalIDs
    if !nationalIDs.isEmpty {
      let sat = try PersonalRows("results.csv", in: folder, plan: plan) { row in
        nationalIDs.contains(row["national_id"])
      }
      let keys = ["issuer", "assessment", "sitting", "candidate_number"]
        .compactMap { sat.headings.firstIndex(of: $0) }
      results = Set(sat.rows.map { row in keys.map { row.cells[$0] }.joined(separator: "/") })
    }
    // Two or three times over the table, for all links of a country are too many to hold.
    var size = -1
    while size != applicants.count + results.count {
      size = applicants.count + results.count
      let (applicants, results) = (self.applicants, self.results)
      let linked = try PersonalRows("links.csv", in: folder, plan: plan) { row in
        row["zone"] == "auto"
          && (applicants.contains(row["left"]) || results.contains(row["right"]))
      }
      self.applicants.formUnion(linked.values("left"))
      self.results.formUnion(linked.values("right"))
    }
  }

  /// Whether a line of an input file is about her: a number of hers stands in it, in whatever form
  /// the import reads it, or a candidate number beside the name.
  private var mentions: @Sendable (String) -> Bool {
    let numbers = Set(applicants.union(nationalIDs).map(IdentifierReading.key))
    let candidates = self.candidates
    return { line in
      let cells = Set(
        line.split { ",;\t|".contains($0) }.map { cell in
          canonicalText(String(cell).replacing("\"", with: ""))
        })
      return cells.contains { numbers.contains(IdentifierReading.key($0)) }
        || candidates.contains { $0.allSatisfy(cells.contains) }
    }
  }

  /// The rows files of the batches, as places in the folder.
  static func batches(in folder: String) throws(ExchangeError) -> [String] {
    guard fileKind(at: "\(folder)/batches") == .folder else { return [] }
    do throws(FileError) {
      return try namesInFolder("\(folder)/batches").sorted { $0.precedesInBytes($1) }
        .flatMap { batch in
          ["results.csv", "outcomes.csv"].map { "batches/\(batch)/\($0)" }
        }
        .filter { fileKind(at: "\(folder)/\($0)") == .regular }
    } catch {
      throw ExchangeError(.inputOutput, "\(error)")
    }
  }
}
