import Scores

/// One row of an applicants file.
struct ReadApplicant: TableRow, Hashable {
  var person: Applicant
  var school: School?
  var region: PriorityRegion?
  var claims: [PriorityClaim]
  var graduationYear: Int?
  var bonus: Score
  var ties: [Score?]
  var components: [String: Score]
  var file: Int
  var row: Int
}

/// Reads rows of an applicants file.
struct ApplicantReader: Sendable {
  let defaultSchool: School?
  let components: [String]
  let tieColumns: [String]
  let latestBirth: CalendarDate
  let fileIndex: Int

  func read(_ context: inout RowContext, _ rows: inout [ReadApplicant]) throws(CellProblem) {
    let id = try context.cells.requiredText("applicant")
    let school = try context.school() ?? defaultSchool
    let name = try context.personName()
    let birthDate = try context.birthDate(latest: latestBirth)
    let sex = try context.sex()
    // A number that two people could have typed differently must not stop an application: what is
    // missing here only means that a person has to look at the link.
    let nationalID = try context.nationalID("national_id", birthDate: birthDate, sex: sex)
    let formerID = try context.nationalID("former_id", birthDate: nil, sex: nil)
    let region = try region(context)
    let claims = try claims(context)
    var ties: [Score?] = []
    for column in tieColumns { ties.append(try context.score(column)) }
    var scores: [String: Score] = [:]
    for component in components {
      scores[component] = try context.score(component)
    }
    rows.append(
      ReadApplicant(
        person: Applicant(
          id: id, nationalID: nationalID, formerID: formerID, name: name, birthDate: birthDate,
          sex: sex),
        school: school, region: region, claims: claims,
        graduationYear: try graduationYear(context), bonus: try context.score("bonus") ?? .zero,
        ties: ties, components: scores, file: fileIndex, row: context.number))
  }

  private func graduationYear(_ context: RowContext) throws(CellProblem) -> Int? {
    let cell = context.cells("graduation_year")
    guard !cell.isEmpty else { return nil }
    guard let year = Int(cell), 1950...2199 ~= year else {
      throw CellProblem(.number, "graduation_year", "\"\(cell)\" is not a year")
    }
    return year
  }

  private func region(_ context: RowContext) throws(CellProblem) -> PriorityRegion? {
    let cell = try context.cells.text("region")
    let key = headingKey(cell)
    guard !["", "0", "khong"].contains(key) else { return nil }
    let short = key.hasPrefix("khuvuc") ? String(key.dropFirst(6)) : key
    let word = short.hasSuffix("nongthon") ? "\(short.prefix(1))NT" : short
    guard let region = PriorityRegion(word) else {
      throw CellProblem(.value, "region", "\"\(cell)\" is not one of KV1, KV2-NT, KV2, KV3")
    }
    return region
  }

  private func claims(_ context: RowContext) throws(CellProblem) -> [PriorityClaim] {
    let cell = try context.cells.text("priority_group")
    let key = headingKey(cell)
    guard !["", "0", "00", "khong"].contains(key) else { return [] }
    let claims = PriorityClaim.all(in: key.hasPrefix("dt") ? String(key.dropFirst(2)) : cell)
    guard let claims else {
      throw CellProblem(
        .value, "priority_group", "\"\(cell)\" is not UT1, UT2 or an object code 01 to 07")
    }
    return claims
  }
}

extension RowContext {
  /// A score in a cell that may be empty or missing.
  mutating func score(_ field: String) throws(CellProblem) -> Score? {
    let cell = cells(field)
    guard !cell.isEmpty else { return nil }
    evidence.addNumber(cell)
    do throws(ScoreError) {
      return try Score(parsing: cell, decimalSeparator: habits.decimalSeparator)
    } catch {
      throw numberProblem(error, cell, field, habits)
    }
  }

  /// A whole number from `range` in a cell.
  func wholeNumber(_ field: String, in range: ClosedRange<Int>) throws(CellProblem) -> Int {
    let cell = cells(field)
    guard !cell.isEmpty else { throw CellProblem(.missing, field, "the cell is empty") }
    guard cell.utf8.count <= 18, cell.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let value = Int(cell)
    else {
      throw CellProblem(.number, field, "\"\(cell)\" is not a whole number")
    }
    guard range ~= value else {
      throw CellProblem(
        .range, field, "\(value) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return value
  }
}
