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
      throw CellProblem(.encoding, nil, "bytes that are not text in this file's encoding")
    }
    let fieldCount = batch.fieldCount(of: row)
    let expected = columns.headings.count
    if fieldCount != expected {
      // Spreadsheets pad rows with empty cells; nothing is lost with them.
      let isPadded =
        fieldCount > expected
        && (expected..<fieldCount).allSatisfy { batch.text(row, $0)?.isEmpty ?? false }
      guard isPadded else {
        throw CellProblem(
          .columns, nil, "\(fieldCount) fields, the heading row has \(expected)")
      }
    }
    // Remarks are read for a status word and go nowhere, so they may hold what they like.
    for used in columns.used where used.field != "note" && hasForbiddenByte(used.column) {
      if let scalar = raw(used.field).unicodeScalars.first(where: isForbidden) {
        throw CellProblem(
          .text, used.field, "the cell holds the invisible character U+\(hex(scalar))")
      }
    }
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

  /// Whether a cell says that the row adds others up.
  var isTotalsLine: Bool {
    (0..<batch.fieldCount(of: row)).contains { column in
      let key = headingKey(batch.text(row, column) ?? "")
      return ["tong", "cong", "total", "sum", "trungbinh", "average"].contains {
        key.hasPrefix($0)
      }
    }
  }

  /// A cell that is kept as text; refuses one that a spreadsheet would run.
  func text(_ field: String) throws(CellProblem) -> String {
    let text = self(field)
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

private func hex(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
