import RecordLinkage
import Scores
import Tabular

/// Sorts rows of applicants files into people and what they bring to each school.
struct ApplicantSettlement {
  /// The people, by id in byte order.
  private(set) var applicants: [Applicant] = []
  /// What they bring, by applicant, then in the order of the files.
  private(set) var applications: [Application] = []
  /// Each applicant's place by the id.
  let index: TextIndex
  /// File to row to problem.
  private(set) var problems: [Int: [Int: CellProblem]] = [:]

  /// Settles rows.
  ///
  /// - Parameters:
  ///   - rows: The rows of all files.
  ///   - components: Names of the component columns.
  ///   - files: Names of the files, for messages.
  /// - Complexity: O(rows), or O(rows log rows) for ids that are long and unlike each other.
  init(_ rows: ApplicantRows, components: [String], files: [String]) {
    let order = TextOrder(rows.id)
    let sorted = order.rows ?? Array(0..<UInt32(rows.count))
    var ids = TextColumn()
    var applicants: [Applicant] = []
    var applications: [Application] = []
    applications.reserveCapacity(rows.count)
    var problems: [(row: Int, problem: CellProblem)] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, order.hasSameKey(end) { end += 1 }
      var group = sorted[start..<end].map { Int($0) }
      group.sort { (rows.file[$0], rows.row[$0]) < (rows.file[$1], rows.row[$1]) }
      let kept = Self.agreed(group, rows, files, &problems)
      let bearer = kept.first { rows.nationalID.parts(at: $0) != nil } ?? kept.first
      if let bearer {
        for row in kept {
          applications.append(Self.application(row, rows, components, applicants.count))
        }
        ids.append(rows.id.bytes.span.extracting(rows.id.range(of: bearer)))
        applicants.append(Self.person(bearer, rows))
      }
      start = end
    }
    self.applicants = applicants
    self.applications = applications
    index = TextIndex(ids)
    for (row, problem) in problems {
      self.problems[Int(rows.file[row]), default: [:]][Int(rows.row[row])] = problem
    }
  }

  /// The rows of one applicant that count, at most one a school, in file order.
  private static func agreed(
    _ group: [Int], _ rows: ApplicantRows, _ files: [String],
    _ problems: inout [(row: Int, problem: CellProblem)]
  ) -> [Int] {
    if group.count == 1 { return group }
    let numbers = Set(group.map { rows.nationalID.codes[$0] }).count
    if numbers > 1 {
      let written = Set(group.map { rows.nationalID[$0] }.filter { !$0.isEmpty })
      guard written.count <= 1 else {
        let shown = written.map(masked).sorted().joined(separator: ", ")
        for row in group {
          problems.append(
            (
              row,
              CellProblem(
                .duplicate, "applicant",
                "rows of this applicant have different national identifiers: \(shown)")
            ))
        }
        return []
      }
    }
    var kept: [Int] = []
    for school in Set(group.map { rows.school[$0] }).sorted() {
      let ofSchool = group.filter { rows.school[$0] == school }
      let first = ofSchool[0]
      guard ofSchool.allSatisfy({ rows.isSameContent($0, first) }) else {
        for row in ofSchool {
          problems.append(
            (
              row,
              CellProblem(
                .duplicate, "applicant", "another row of this applicant says something else")
            ))
        }
        continue
      }
      for row in ofSchool.dropFirst() {
        problems.append(
          (
            row,
            CellProblem(
              .repeated, "applicant",
              "the same row stands in \(files[Int(rows.file[first])]), row \(rows.row[first])")
          ))
      }
      kept.append(first)
    }
    return kept.sorted { (rows.file[$0], rows.row[$0]) < (rows.file[$1], rows.row[$1]) }
  }

  private static func person(_ row: Int, _ rows: ApplicantRows) -> Applicant {
    Applicant(
      id: rows.id[row], nationalID: rows.nationalID[row], formerID: rows.formerID[row],
      name: rows.name[row], birthDate: CalendarDate(dayNumber: rows.birthDate[row]),
      sex: Sex(rawValue: rows.sex[row]))
  }

  private static func application(
    _ row: Int, _ rows: ApplicantRows, _ components: [String], _ applicant: Int
  ) -> Application {
    var scores: [String: Score] = [:]
    if !components.isEmpty {
      for (name, score) in zip(components, rows.components.scores(ofRow: row)) {
        scores[name] = score
      }
    }
    return Application(
      applicant: applicant,
      school: rows.school[row] == 0 ? nil : School.all[Int(rows.school[row]) - 1],
      region: rows.region[row] == 0 ? nil : PriorityRegion.allCases[Int(rows.region[row]) - 1],
      claims: rows.claims[row].claims,
      graduationYear: rows.graduationYear[row] == 0 ? nil : Int(rows.graduationYear[row]),
      bonus: Score(billionths: rows.bonus[row]), ties: rows.ties[row], components: scores)
  }
}
