import RecordLinkage

/// What a cell with a national identifier holds.
struct IdentifierReading: Hashable, Sendable {
  /// The digits, repaired where that was proven.
  let text: String
  /// What was odd, if anything.
  let warning: CellProblem?

  /// Reads an identifier cell: 12 digits (CCCD) or 9 (an old CMND).
  ///
  /// - Parameters:
  ///   - cell: The cell without white space at its ends.
  ///   - field: The field's name, for the problem.
  ///   - birthDate: The row's birth date, which may confirm a repair.
  ///   - sex: The row's sex, which may confirm a repair.
  /// - Throws: ``CellProblem`` with `national_id` for anything but 9 or 12 digits, or 10 or 11
  ///   whose lost zeros birth year and sex confirm.
  init(
    _ cell: String, field: String, birthDate: CalendarDate?, sex: Sex?
  ) throws(CellProblem) {
    guard let digits = Self.digits(of: cell) else { throw Self.notAnIdentifier(cell, field) }
    switch digits.utf8.count {
    case 9:
      text = digits
      warning = nil
    case 12:
      text = digits
      warning = Self.contradiction(digits, field, birthDate, sex)
    case 10, 11:
      let padded = Self.padded(digits)
      let number = PersonalNumber(padded)
      guard let birthDate, let sex, number.birthYear == birthDate.year, number.sex == sex else {
        throw CellProblem(
          .nationalID, field,
          "\(digits.utf8.count) digits: leading zeros may be lost, and birth year and sex do not "
            + "confirm it; send the number as text with 12 digits")
      }
      text = padded
      warning = CellProblem(.repaired, field, "\(masked(padded)): lost leading zeros put back")
    default:
      throw Self.notAnIdentifier(cell, field)
    }
  }

  /// A number as it is compared where nothing can confirm a repair: the digits of what may be a
  /// national identifier, lost zeros put back; any other text as it is.
  static func key(_ text: String) -> String {
    guard let digits = digits(of: text), 9...12 ~= digits.utf8.count else { return text }
    return digits.utf8.count == 9 ? digits : padded(digits)
  }

  /// The digits of a cell, without what people and spreadsheets put between and before them; nil for
  /// a cell that holds anything else.
  private static func digits(of cell: String) -> String? {
    let written = withoutFraction(cell)
    // Full stops part groups of digits; behind the last one a fraction would be shorter.
    if let last = written.lastIndex(of: "."), written[last...].utf8.count <= 3 { return nil }
    var digits = ""
    for scalar in written.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case " ", "\u{A0}", "'", ".": continue
      default: return nil
      }
    }
    return digits
  }

  /// The cell without the `.0` that a program writes which took the number for a decimal.
  private static func withoutFraction(_ cell: String) -> Substring {
    let parts = cell.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count >= 9, !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }), parts[1].utf8.count <= 2
    else { return cell[...] }
    return parts[0]
  }

  /// Digits with lost zeros put back: every province code begins with a zero, so a spreadsheet drops
  /// one or two of them.
  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }

  private static func contradiction(
    _ digits: String, _ field: String, _ birthDate: CalendarDate?, _ sex: Sex?
  ) -> CellProblem? {
    let number = PersonalNumber(digits)
    var found: [Message] = []
    if let said = number.birthYear, let year = birthDate?.year, said != year {
      found.append("birth year \(year), the number says \(said)")
    }
    if let said = number.sex, let sex, said != sex {
      found.append("sex \(Message(sex.word)), the number says \(Message(said.word))")
    }
    guard !found.isEmpty else { return nil }
    return CellProblem(
      .identity, field,
      "\(masked(digits)) contradicts the row: \(Message(found, separator: "; "))")
  }

  private static func notAnIdentifier(_ cell: String, _ field: String) -> CellProblem {
    if cell.utf8.contains(where: { $0 | 0x20 == 0x65 }),
      cell.utf8.allSatisfy({ 0x2B...0x39 ~= $0 || $0 | 0x20 == 0x65 })
    {
      return CellProblem(
        .nationalID, field,
        "scientific notation has lost digits; export the column as text with all 12 digits")
    }
    return CellProblem(
      .nationalID, field,
      "not a national identifier: 12 digits (CCCD) or 9 digits (CMND) are needed, "
        + "\(cell.count) characters found")
  }
}
