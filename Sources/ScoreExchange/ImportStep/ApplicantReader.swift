import RecordLinkage
import Scores

/// Reads rows of an applicants file.
struct ApplicantReader: BatchReader {
  let defaultSchool: School?
  let components: [String]
  let tieColumns: [String]
  /// The most tie columns that any file has.
  let tieCount: Int
  /// The day after which nobody in the file can have been born.
  let latestBirth: CalendarDate
  let fileIndex: UInt16

  var noRows: ApplicantRows {
    ApplicantRows(tieCount: tieCount, componentCount: components.count)
  }

  func read(_ context: inout RowContext, _ rows: inout ApplicantRows) throws(CellProblem) {
    let id = try context.cells.requiredText("applicant")
    let school = try context.school() ?? defaultSchool
    let name = try context.personName()
    let birthDate = try context.birthDate(latest: latestBirth)
    let sex = try context.sex()
    // A number that two people could have typed differently must not stop an application: what is
    // missing here only means that a person has to look at the link.
    let nationalID = try context.nationalID("national_id", birthDate: birthDate, sex: sex)
    let formerID = try context.nationalID("former_id", birthDate: nil, sex: nil)
    let region = try Self.region(context.cells.text("region"))
    let claims = try Self.claims(
      context.cells.text("priority_group"),
      under: context.cells.columns.heading(of: "priority_group"))
    var ties: [TieValue?] = []
    for column in tieColumns { ties.append(try context.tieValue(column)) }
    var scores: [Score?] = []
    for component in components { scores.append(try context.score(component)) }
    let year = try graduationYear(context)
    let bonus = try context.score("bonus") ?? .zero
    rows.id.append(id)
    rows.nationalID.append(nationalID)
    rows.formerID.append(formerID)
    rows.name.append(name)
    rows.birthDate.append(birthDate.dayNumber)
    rows.sex.append(sex?.rawValue ?? 0)
    rows.school.append(Self.code(school))
    rows.region.append(Self.code(region))
    rows.claims.append(claims)
    rows.graduationYear.append(year)
    rows.bonus.append(bonus.billionths)
    rows.ties.append(ties)
    rows.components.append(scores.map { $0.map(TieValue.init) })
    rows.file.append(fileIndex)
    rows.row.append(UInt32(clamping: context.number))
  }

  /// A school as a place in `School.all` plus one; 0 for none.
  static func code(_ school: School?) -> UInt8 {
    UInt8(clamping: (school.flatMap { School.all.firstIndex(of: $0) } ?? -1) + 1)
  }

  /// A region as a place in `PriorityRegion.allCases` plus one; 0 for none.
  static func code(_ region: PriorityRegion?) -> UInt8 {
    UInt8(clamping: (region.flatMap { PriorityRegion.allCases.firstIndex(of: $0) } ?? -1) + 1)
  }

  /// Years in which somebody may have graduated.
  static let graduationYears = 1950...2199

  private func graduationYear(_ context: RowContext) throws(CellProblem) -> Int16 {
    let cell = context.cells("graduation_year")
    guard !cell.isEmpty else { return 0 }
    guard let year = Int(cell), Self.graduationYears ~= year else {
      throw CellProblem(.number, "graduation_year", "\"\(maskedName(cell))\" is not a year")
    }
    return Int16(year)
  }

  /// The region that a word means; nil for none.
  static func region(_ cell: String) throws(CellProblem) -> PriorityRegion? {
    let key = headingKey(cell)
    guard !["", "0", "khong"].contains(key) else { return nil }
    let short = key.hasPrefix("khuvuc") ? String(key.dropFirst(6)) : key
    let word = short.hasSuffix("nongthon") ? "\(short.prefix(1))NT" : short
    guard let region = PriorityRegion(word) else {
      throw CellProblem(
        .value, "region", "\"\(maskedName(cell))\" is not one of KV1, KV2-NT, KV2, KV3")
    }
    return region
  }

  /// The claims that a cell makes.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - heading: Its column's; under one of groups a bare 2 may be UT2 or what is left of object 02,
  ///     which belongs to UT1.
  /// - Returns: What is claimed.
  /// - Throws: The problem of the cell.
  static func claims(_ cell: String, under heading: String) throws(CellProblem) -> ClaimList {
    let key = headingKey(cell)
    guard !["", "0", "00", "khong"].contains(key) else { return ClaimList() }
    if cell == "2", headingKey(heading).hasPrefix("nhom") {
      throw CellProblem(
        .value, "priority_group", "\"2\" may be UT2 or object 02; write one of them")
    }
    let claims = PriorityClaim.all(in: key.hasPrefix("dt") ? String(key.dropFirst(2)) : cell)
    guard let list = claims.flatMap({ ClaimList($0) }) else {
      throw CellProblem(
        .value, "priority_group", "\"\(cell)\" is not UT1, UT2 or an object code 01 to 07")
    }
    return list
  }
}

extension RowContext {
  /// A score in a cell that may be empty or missing.
  ///
  /// - Parameters:
  ///   - field: The column.
  ///   - isRounded: Whether digits behind the ninth decimal are rounded, not refused.
  /// - Returns: The score; nil for an empty cell.
  /// - Throws: ``CellProblem`` for a cell that holds anything else.
  mutating func score(_ field: String, isRounded: Bool = false) throws(CellProblem) -> Score? {
    let cell = cells(field)
    guard !cell.isEmpty else { return nil }
    evidence.addNumber(cell)
    do throws(ScoreError) {
      return isRounded
        ? try Score(nearest: cell, decimalSeparator: habits.decimalSeparator)
        : try Score(parsing: cell, decimalSeparator: habits.decimalSeparator)
    } catch {
      throw numberProblem(error, cell, field, habits)
    }
  }

  /// A value that tells equal scores apart, in a cell that may be empty or missing.
  mutating func tieValue(_ field: String) throws(CellProblem) -> TieValue? {
    let cell = cells(field)
    guard !cell.isEmpty else { return nil }
    evidence.addNumber(cell)
    do throws(ScoreError) {
      return try TieValue(parsing: cell, decimalSeparator: habits.decimalSeparator)
    } catch {
      throw numberProblem(error, cell, field, habits)
    }
  }

  /// A whole number from `range` in a cell, or as `written` has it.
  func wholeNumber(
    _ field: String, in range: ClosedRange<Int>, written: String? = nil
  ) throws(CellProblem) -> Int {
    let cell = written ?? cells(field)
    guard !cell.isEmpty else { throw CellProblem(.missing, field, "the cell is empty") }
    guard cell.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      throw CellProblem(.number, field, "\"\(maskedName(cell))\" is not a whole number from 0")
    }
    guard let value = Int(cell), range ~= value else {
      let limits = (Message(String(range.lowerBound)), Message(String(range.upperBound)))
      throw CellProblem(.range, field, "\(cell) is not between \(limits.0) and \(limits.1)")
    }
    return value
  }
}
