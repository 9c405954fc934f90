import RecordLinkage

/// Reads rows of a file of people.
struct PersonReader: Sendable {
  let comparisons: [FurtherField]
  let tokens: IdentifierTokens?
  let keyFields: [String]
  let nameFields: [String]
  let sourceFields: [String]

  var isNumbered: Bool { keyFields.isEmpty }

  init(columns: ColumnMap, comparisons: [FurtherField], tokens: IdentifierTokens?) {
    func present(_ fields: [String]) -> [String] { fields.filter { columns[$0] != nil } }
    self.comparisons = comparisons
    self.tokens = tokens
    // Results as a run writes them are named by all four.
    let whole = ["issuer", "assessment", "sitting", "id"]
    keyFields = present(whole).count == whole.count ? whole : present(["id"])
    nameFields =
      columns["name"] != nil ? ["name"] : present(["family_name", "middle_name", "given_name"])
    sourceFields = present(["issuer", "assessment", "school", "source", "sitting"])
  }

  func read(_ context: inout RowContext, _ rows: inout PersonTable) throws(CellProblem) {
    rows.append(try record(&context))
  }

  private func record(_ context: inout RowContext) throws(CellProblem) -> PersonRecord {
    let cells = context.cells
    let key =
      isNumbered ? "\(context.number)" : keyFields.map { cells($0) }.joined(separator: "/")
    guard !key.isEmpty else { throw CellProblem(.missing, "id", "the cell is empty") }
    let sex = Sex(word: cells("sex"))
    let birthDate = context.birthDateIfAny()
    func identifier(_ field: String, _ birthDate: CalendarDate?, _ sex: Sex?) -> String {
      let number = context.identifier(field, birthDate, sex)
      return tokens?.replacing(number) ?? number
    }
    return PersonRecord(
      key: key, source: sourceFields.map { cells($0) }.joined(separator: "/"),
      nationalID: identifier("national_id", birthDate, sex),
      formerID: identifier("former_id", nil, nil),
      name: nameFields.map { cells($0) }.filter { !$0.isEmpty }.joined(separator: " "),
      birthDate: birthDate?.dayNumber, sex: sex, province: cells("province"),
      further: comparisons.map { cells($0.name) })
  }
}

extension RowContext {
  /// The birth date; one that is no day of the calendar is noted and left out.
  mutating func birthDateIfAny() -> CalendarDate? {
    do throws(CellProblem) {
      return try date("birth_date")
    } catch {
      warnings.append(error)
      return nil
    }
  }

  /// An identifier of any form; lost zeros are put back where that is proven, and a number that lost
  /// digits to scientific notation is left out.
  mutating func identifier(_ field: String, _ birthDate: CalendarDate?, _ sex: Sex?) -> String {
    var cell = cells(field)
    // A spreadsheet's way to keep digits as text.
    if cell.hasPrefix("=\"") && cell.hasSuffix("\"") && cell.utf8.count > 3 {
      cell = canonicalText(String(cell.dropFirst(2).dropLast()))
    }
    guard !cell.isEmpty else { return "" }
    if let read = try? IdentifierReading(cell, field: field, birthDate: birthDate, sex: sex) {
      if let warning = read.warning, warning.reason == .repaired { warnings.append(warning) }
      return read.text
    }
    guard !cell.lowercased().contains("e+") else {
      warnings.append(
        CellProblem(.nationalID, field, "a spreadsheet cut digits off the number; it is left out"))
      return ""
    }
    return cell
  }
}
