package import Tabular

/// The cells of one row, asked for by field.
package struct RowCells {
  package let batch: RowBatch
  package let row: Int
  package let columns: ColumnMap

  /// The cell of a field, composed and without white space at its ends; empty where the file has
  /// no such column.
  package func callAsFunction(_ field: String) -> String {
    guard let column = columns[field], column < batch.fieldCount(of: row) else { return "" }
    return canonicalText(batch.text(row, column) ?? "")
  }

  /// The cell of a field as it stands in the file.
  package func raw(_ field: String) -> String {
    guard let column = columns[field], column < batch.fieldCount(of: row) else { return "" }
    return batch.text(row, column) ?? ""
  }

  /// Refuses a row that is not in the file's encoding, has another number of fields than the
  /// heading, or has control characters in a column that is used.
  func checkForm() throws(CellProblem) {
    guard batch.isEncodingValid(row) else {
      throw CellProblem(
        .encoding, nil,
        batch.line(of: row).contains("\u{FFFD}")
          ? "bytes that are not text in this file's encoding, or letters that an earlier program lost"
          : "the letters were damaged by a program that read UTF-8 as Latin-1")
    }
    guard hasAllFields else {
      throw CellProblem(
        .columns, nil,
        "\(batch.fieldCount(of: row)) fields, the heading row has \(columns.headings.count)")
    }
    // Remarks are read for a status word and go nowhere, so they may hold what they like.
    for used in columns.used where used.field != "note" && hasForbiddenByte(used.column) {
      if let scalar = raw(used.field).unicodeScalars.first(where: isForbidden) {
        throw CellProblem(
          .text, used.field, "the cell holds the invisible character U+\(hex(scalar))")
      }
    }
  }

  /// Whether there is a field for each heading, so that every cell stands under its own.
  var hasAllFields: Bool {
    let (fieldCount, expected) = (batch.fieldCount(of: row), columns.headings.count)
    // Spreadsheets pad rows with empty cells; nothing is lost with them.
    return fieldCount == expected
      || fieldCount > expected
        && (expected..<fieldCount).allSatisfy { batch.text(row, $0)?.isEmpty ?? false }
  }

  /// Whether a cell has a byte that every forbidden character has, so that it is worth a look.
  private func hasForbiddenByte(_ column: Int) -> Bool {
    batch.withFieldBytes(row, column) { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 { return true }
      }
      return false
    }
  }

  /// Whether the row adds others up, or is a note such as where and by whom a list was signed: it names
  /// no candidate, and one of its cells says so or nothing in it is about a person.
  var isTotalsLine: Bool {
    let number = self("candidate_number")
    if number.isEmpty {
      let fields = ["national_id", "name", "family_name", "given_name", "birth_date", "sitting"]
      return fields.allSatisfy { self($0).isEmpty }
        || (0..<batch.fieldCount(of: row)).contains {
          Self.isTotalsWord(batch.text(row, $0) ?? "")
        }
    }
    return Self.isTotalsWord(number)
      && ["national_id", "birth_date", "sitting"].allSatisfy { self($0).isEmpty }
  }

  /// Whether a row adds others up by the very word in a cell that should name something, and says nothing
  /// of what is named: a name may begin as such a word does.
  func addsUp(under cell: String, beside fields: [String]) -> Bool {
    ["tong", "tongso", "tongcong", "cong", "total", "sum"].contains(headingKey(cell))
      && fields.allSatisfy { self($0).isEmpty }
  }

  private static func isTotalsWord(_ cell: String) -> Bool {
    let key = headingKey(cell)
    return ["tong", "cong", "total", "sum", "trungbinh", "average"].contains { key.hasPrefix($0) }
  }

  /// The longest text in bytes that is kept; a longer one is the rest of a file behind a quote.
  static let longestText = 1_000

  /// A cell that is kept as text; refuses one that a spreadsheet would run or that is far too long.
  func text(_ field: String) throws(CellProblem) -> String {
    let text = self(field)
    guard text.utf8.count <= Self.longestText else {
      throw CellProblem(
        .text, field,
        "the cell holds \(text.utf8.count) bytes, far too many; look for a quote that is never closed"
      )
    }
    if let scalar = text.unicodeScalars.first(where: isInvisible) {
      throw CellProblem(.text, field, "the cell holds the invisible character U+\(hex(scalar))")
    }
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) {
      throw CellProblem(
        .text, field, "the cell begins with \"\(first)\", which a spreadsheet would run")
    }
    return text
  }

  /// A cell that must be filled.
  func requiredText(_ field: String) throws(CellProblem) -> String {
    let text = try text(field)
    guard !text.isEmpty else { throw CellProblem(.missing, field, "the cell is empty") }
    return text
  }
}

/// Control characters, and marks that turn the direction of writing.
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Marks that nobody sees in a word, as the soft hyphen and spaces of no width.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0xAD && scalar.properties.generalCategory == .format
}

private func hex(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
