import Parallel
import Tabular

/// Sorts rows of applicants files into people and what they bring to each school.
struct ApplicantSettlement {
  /// The people, by id in byte order.
  let applicants: ApplicantList
  /// What they bring, by applicant, then in the order of the files.
  let applications: ApplicationList
  /// File to row to problem.
  private(set) var problems: [Int: [Int: CellProblem]] = [:]

  /// Settles rows.
  ///
  /// - Parameters:
  ///   - rows: The rows of all files.
  ///   - components: Names of the component columns.
  ///   - files: Names of the files, for messages.
  ///   - plan: The threads to use.
  /// - Complexity: O(rows), or O(rows log rows) for ids that are long and unlike each other.
  init(_ rows: ApplicantRows, components: [String], files: [String], plan: WorkPlan) {
    let order = TextOrder(rows.id, plan: plan)
    guard let sorted = order.rows else {
      applicants = ApplicantList(rows, bearers: nil, plan: plan)
      applications = ApplicationList(
        rows, rows: nil, starts: Array(0...UInt32(rows.count)), components: components,
        plan: plan)
      return
    }
    let schools = rows.school
    var bearers = ApplicantBearers()
    var counting: [UInt32] = []
    counting.reserveCapacity(rows.count)
    var starts: [UInt32] = []
    var problems: [(row: Int, problem: CellProblem)] = []
    order.forEachKey(of: rows.count) { places in
      starts += UInt32(counting.count)..<UInt32(counting.count + places.count)
      counting += sorted[places]
      bearers.append(contentsOf: sorted[places])
    } together: { places in
      if Self.agree(sorted[places], rows, schools) {
        starts.append(UInt32(counting.count))
        counting += sorted[places]
        bearers.append(contentsOf: sorted[places].prefix(1))
        return
      }
      var group = sorted[places].map { Int($0) }
      group.sort { (rows.file[$0], rows.row[$0]) < (rows.file[$1], rows.row[$1]) }
      let kept = Self.agreed(group, rows, files, &problems)
      if kept.isEmpty { return }
      if let problem = bearers.append(oneOf: kept, rows) {
        for row in kept { problems.append((row, problem)) }
        return
      }
      starts.append(UInt32(counting.count))
      for row in kept { counting.append(UInt32(row)) }
    }
    starts.append(UInt32(counting.count))
    applicants = ApplicantList(rows, bearers: bearers, plan: plan)
    applications = ApplicationList(
      rows, rows: counting, starts: starts, components: components, plan: plan)
    for (row, problem) in problems {
      self.problems[Int(rows.file[row]), default: [:]][Int(rows.row[row])] = problem
    }
  }

  /// Whether rows of one applicant say the same about the person and are for a school each: all of them
  /// count as they stand, as nearly always. They stand as they were read, file by file.
  private static func agree(
    _ group: ArraySlice<UInt32>, _ rows: ApplicantRows, _ schools: [UInt8]
  ) -> Bool {
    let first = Int(group[group.startIndex])
    var seen: UInt64 = 0
    for row in group {
      let school: UInt64 = 1 << UInt64(schools[Int(row)])
      if seen & school != 0 || !rows.isSamePerson(Int(row), first) { return false }
      seen |= school
    }
    return true
  }

  /// The rows of one applicant that count, at most one a school, in file order.
  private static func agreed(
    _ group: [Int], _ rows: ApplicantRows, _ files: [String],
    _ problems: inout [(row: Int, problem: CellProblem)]
  ) -> [Int] {
    let number = rows.nationalID.code(at: group[0])
    if group.contains(where: { rows.nationalID.code(at: $0) != number }) {
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
    let schools = group.reduce(UInt64(0)) { $0 | 1 << UInt64(rows.school[$1]) }
    if schools.nonzeroBitCount == group.count { return group }
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
      let file = Message(files[Int(rows.file[first])])
      for row in ofSchool.dropFirst() {
        problems.append(
          (
            row,
            CellProblem(
              .repeated, "applicant",
              "the same row stands in \(file), row \(rows.row[first])")
          ))
      }
      kept.append(first)
    }
    return kept.sorted { (rows.file[$0], rows.row[$0]) < (rows.file[$1], rows.row[$1]) }
  }
}
