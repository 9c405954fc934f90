import Files
import Foundation
import Parallel
import RecordLinkage
import Scores

/// The folder that a run wrote, read back table by table.
struct OutputFolder {
  private let path: String
  private let changes: String?
  private let plan: WorkPlan

  /// The folder at a path.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - changes: A folder with the files that will replace those of the same names; nil for none.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` with `inputMissing` when there is no such folder.
  init(_ path: String, changes: String? = nil, plan: WorkPlan) throws(ExchangeError) {
    guard fileKind(at: path) == .folder else {
      throw ExchangeError(
        .inputMissing, file: path, "the output folder of a run was expected")
    }
    self.path = path
    self.changes = changes
    self.plan = plan
  }

  /// Whether there is a file of a name.
  func holds(_ name: String) -> Bool { fileKind(at: place(of: name)) == .regular }

  /// Where the file of a name lies.
  private func place(of name: String) -> String {
    let changed = changes.map { "\($0)/\(name)" }
    return changed.flatMap { fileKind(at: $0) == .regular ? $0 : nil } ?? "\(path)/\(name)"
  }

  /// Reads a JSON document.
  func document<Document: Decodable>(_ name: String) throws(ExchangeError) -> Document {
    let bytes = try readOutput(place(of: name))
    do {
      return try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw ExchangeError(
        .badInput, file: "\(path)/\(name)", "this is not the document that a run writes")
    }
  }

  /// The assessments of a run.
  func assessments(of facts: RunFacts) throws(ExchangeError) -> [Assessment] {
    var assessments: [Assessment] = []
    for entry in facts.assessments {
      guard let assessment = entry.assessment else {
        throw ExchangeError(
          .badInput, file: "\(path)/report.json", "the assessment \(entry.code) is damaged")
      }
      assessments.append(assessment)
    }
    return assessments
  }

  /// `results.csv`.
  func results(_ assessments: [Assessment]) throws(ExchangeError) -> ResultTally {
    var counts = try tally(
      "results.csv", ["assessment", "sitting", "total", "status"], from: ResultTally(assessments)
    ) { row, counts throws(ExchangeError) in
      guard let assessment = assessments.firstIndex(where: { $0.code == row[0] }),
        let sitting = assessments[assessment].sittings.firstIndex(where: { $0.name == row[1] }),
        let status = ResultStatus(rawValue: row[3])
      else { throw row.damage("an assessment, a sitting or a status is not known") }
      var place: Int32?
      if !row[2].isEmpty {
        guard let total = try? Score(parsing: row[2]),
          let index = assessments[assessment].scale.index(of: total)
        else { throw row.damage("the total is not on the scale of \(row[0])") }
        place = Int32(index)
      }
      counts.add(assessment: assessment, sitting: sitting, status: status, place: place)
    }
    counts.sort()
    return counts
  }

  /// `links.csv`.
  func links() throws(ExchangeError) -> LinkFigures {
    try tally(
      "links.csv", ["left", "right", "zone", "rule"], from: LinkTally<String, String>()
    ) { row, counts throws(ExchangeError) in
      guard let zone = LinkZone(rawValue: row[2]) else { throw row.damage("no such zone") }
      counts.add(applicant: row[0], result: row[1], zone: zone, rule: row[3])
    }.figures
  }

  /// `recognised.csv`.
  func recognition() throws(ExchangeError) -> RecognitionTally {
    try tally(
      "recognised.csv", ["school", "assessment", "recognised", "reason"], from: RecognitionTally()
    ) { row, counts throws(ExchangeError) in
      let isRecognised = row[2] == "yes"
      guard isRecognised || row[2] == "no" else { throw row.damage("neither yes nor no") }
      counts.count(
        RecognitionTally.Key(school: row[0], assessment: row[1]),
        refusal: isRecognised ? nil : row[3])
    }
  }

  /// `placements.csv`.
  func placement() throws(ExchangeError) -> PlacementTally {
    try tally(
      "placements.csv", ["school", "rank", "status"], from: PlacementTally()
    ) { row, counts throws(ExchangeError) in
      switch row[2] {
      case "placed": counts.count(school: row[0], rank: try row.count(1))
      case "unplaced": counts.countUnplaced()
      default: throw row.damage("neither placed nor unplaced")
      }
    }
  }

  /// `cutoffs.csv`.
  func cutoffs() throws(ExchangeError) -> [CutoffFigures] {
    try tally(
      "cutoffs.csv",
      [
        "school", "programme", "quota", "wishes", "admitted", "cutoff", "next_below", "first_wish",
        "binding",
      ], from: [CutoffFigures]()
    ) { row, cutoffs throws(ExchangeError) in
      cutoffs.append(
        CutoffFigures(
          school: row[0], programme: row[1], quota: try row.count(2), wishes: try row.count(3),
          admitted: try row.count(4), cutoff: row[5].isEmpty ? nil : row[5],
          nextBelow: row[6].isEmpty ? nil : row[6], firstWish: try row.count(7),
          binding: row[8]))
    }
  }

  /// `rejects.csv`.
  func rejects() throws(ExchangeError) -> RejectTally {
    try tally(
      "rejects.csv", ["file", "reason", "row", "column", "value", "message"], from: RejectTally()
    ) { row, counts throws(ExchangeError) in
      counts.count(RejectTally.Key(file: row[0], reason: row[1])) {
        RejectTally.Example(
          row: row[2], column: row[3], message: ShownMessage(row[5], quoting: row[4]).text)
      }
    }
  }

  /// How many pairs `review.csv` lists.
  func reviewCount() throws(ExchangeError) -> Int {
    try tally("review.csv", ["left"], from: RowCount()) { _, rows throws(ExchangeError) in
      rows.count += 1
    }.count
  }

  private func tally<Counts: Tally>(
    _ name: String, _ columns: [String], from empty: Counts,
    _ count: @Sendable (WrittenTable.Row, inout Counts) throws(ExchangeError) -> Void
  ) throws(ExchangeError) -> Counts {
    try WrittenTable(path: place(of: name), name: "\(path)/\(name)", plan: plan)
      .tally(columns, from: empty, plan: plan, count)
  }
}

/// The number of rows of a table.
private struct RowCount: Tally {
  var count = 0

  mutating func add(_ other: Self) { count += other.count }
}

extension Array: Tally where Element == CutoffFigures {
  mutating func add(_ other: [CutoffFigures]) { append(contentsOf: other) }
}
