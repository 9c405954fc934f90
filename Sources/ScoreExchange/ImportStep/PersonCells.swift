import RecordLinkage

extension RowContext {
  /// The whole name of a row, from one column or from family and given name.
  func personName() throws(CellProblem) -> String {
    let columns = cells.columns
    let field: String
    let name: String
    if columns["name"] != nil {
      field = "name"
      name = try cells.requiredText(field)
    } else if columns["family_name"] != nil {
      field = "given_name"
      let family = try cells.text("family_name")
      let given = try cells.requiredText(field)
      name = family.isEmpty ? given : "\(family) \(given)"
    } else {
      field = "given_name"
      name = try cells.requiredText(field)
    }
    if let scalar = name.unicodeScalars.first(where: { !belongsToName($0) }) {
      throw CellProblem(.text, field, "no name has the character \"\(scalar)\"")
    }
    return name
  }

  /// A day in a cell that may be empty.
  mutating func date(_ field: String) throws(CellProblem) -> CalendarDate? {
    let cell = cells(field)
    guard !cell.isEmpty else { return nil }
    let written = WrittenDate(cell)
    evidence.dates.add(written, row: number, isShared: field == "exam_date")
    guard let date = day(written, in: cell) else {
      throw CellProblem(.date, field, dateProblem(cell))
    }
    return date
  }

  /// The day that a cell means; nil where it holds none.
  func day(_ written: WrittenDate, in cell: String) -> CalendarDate? {
    // Midnight in Vietnam is 17:00 of the day before in the clocks of computers.
    let offset = WrittenTime(behindDateIn: cell)?.dayOffset ?? 0
    return written.resolved(habits.dayMonthOrder).flatMap {
      CalendarDate(dayNumber: $0.dayNumber + offset)
    }
  }

  /// Why a cell is no day, by the form it seems to be written in.
  private func dateProblem(_ cell: String) -> Message {
    let pieces = cell.utf8.split { !(0x30...0x39 ~= $0) }
    if pieces.count == 3, pieces.allSatisfy({ $0.count <= 2 }) {
      return "the year needs four digits; this file's form is \(habits.dayMonthOrder.rawValue)"
    }
    if pieces.count == 1, cell.utf8.count == 4 {
      return "a year alone is no day; day and month are needed too"
    }
    // Only where two numbers come before the year has the file's habit anything to say.
    return [.dayMonthYear, .dayMonthYearDigits].contains(WrittenDate.form(of: cell))
      ? "not a day of the calendar; this file's form is \(habits.dayMonthOrder.rawValue)"
      : "not a day of the calendar"
  }

  /// A birth date that must be there and lie between 1900 and `latest`.
  mutating func birthDate(latest: CalendarDate) throws(CellProblem) -> CalendarDate {
    guard let date = try date("birth_date") else {
      throw CellProblem(.missing, "birth_date", "the cell is empty")
    }
    guard date < latest else {
      throw CellProblem(.date, "birth_date", "\(date) is not before \(latest)")
    }
    return date
  }

  /// The sex in a cell that may be empty; a word that says nothing is noted and left out.
  mutating func sex() throws(CellProblem) -> Sex? {
    let word = try cells.text("sex")
    guard !word.isEmpty else { return nil }
    guard let sex = Sex(word: word) else {
      warnings.append(
        CellProblem(
          .value, "sex",
          "\"\(maskedName(word))\" is not one of Nam, Nữ, male, female; the sex is left open"))
      return nil
    }
    return sex
  }

  /// An identifier cell; empty where the cell is.
  mutating func nationalID(
    _ field: String, birthDate: CalendarDate?, sex: Sex?
  ) throws(CellProblem) -> String {
    let cell = try cells.text(field)
    guard !cell.isEmpty else { return "" }
    let identifier = try IdentifierReading(cell, field: field, birthDate: birthDate, sex: sex)
    if let warning = identifier.warning { warnings.append(warning) }
    return identifier.text
  }
}

/// Latin letters with or without Vietnamese marks, spaces, apostrophes, hyphens and full stops.
private func belongsToName(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A, 0x20, 0x27, 0x2D, 0x2E: true
  case 0xD7, 0xF7: false
  case 0xC0...0x24F, 0x1E00...0x1EFF, 0x300...0x36F: true
  case 0x2018, 0x2019, 0x2BC, 0x2010, 0x2011: true
  default: false
  }
}
