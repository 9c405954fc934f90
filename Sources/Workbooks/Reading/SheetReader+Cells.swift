extension SheetReader {
  /// Puts the cell at hand down.
  mutating func put(
    _ kind: CellKind, style: Int, isFormula: Bool
  ) throws(WorkbookError) {
    // Only a formula that gives text may give none.
    if cell.isEmpty && kind != .text && kind != .inline {
      if isFormula {
        // A text that is seen, so that a row of nothing else is a row.
        note(.uncalculated)
        put("#UNCALCULATED")
      }
      return
    }
    switch kind {
    case .number: putNumber(style: style)
    case .shared: try putShared()
    case .text, .inline:
      FieldText.resolveEscapes(&cell)
      count(FieldText.decimalSign(cell))
      put()
    case .truth: put(cell == [0x31] ? "TRUE" : "FALSE")
    case .failure:
      note(.error(String(decoding: cell, as: UTF8.self)))
      put()
    case .date:
      let midnight = Array("T00:00:00".utf8)
      if let start = cell.firstIndex(of: 0x54), cell[start...].starts(with: midnight) {
        cell.removeSubrange(start...)
      }
      put()
    }
  }

  private mutating func putShared() throws(WorkbookError) {
    guard let index = Int(String(decoding: cell, as: UTF8.self)),
      0..<context.strings.count ~= index
    else { throw reader.damage("a text that is not among the shared ones") }
    count(context.strings.sign(of: index))
    rows.append(context.strings, index, row: row, column: column)
  }

  private mutating func count(_ sign: FieldText.DecimalSign) {
    switch sign {
    case .none: break
    case .point: signCounts.points += 1
    case .comma: signCounts.commas += 1
    }
  }

  private mutating func putNumber(style: Int) {
    let format = context.formats[style]
    if format == .day || format == .time {
      putDay(showsDay: format == .day)
      return
    }
    if !CellNumber.isPlain(cell, cell.indices) {
      let written = String(decoding: cell, as: UTF8.self)
      guard let number = CellNumber(written) else {
        note(.noNumber)
        put()
        return
      }
      cell = Array(number.text.utf8)
      if number.exact != nil { note(.inexact(shown: number.text)) }
    }
    if context.countsFrom1904, cell.count == 5, !cell.contains(0x2E) { note(.countedFrom1904) }
    if format == .digits, cell.allSatisfy({ 0x30...0x39 ~= $0 }),
      let mask = context.formats.mask(of: style)
    {
      cell = mask.text(of: cell)
    }
    if context.decimalSign != 0x2E, let point = cell.firstIndex(of: 0x2E) {
      cell[point] = context.decimalSign
    }
    put()
  }

  private mutating func putDay(showsDay: Bool) {
    let serial = Double(String(decoding: cell, as: UTF8.self))
    guard
      let day = serial.flatMap({ SerialDay($0, countsFrom1904: context.countsFrom1904) })
    else {
      note(.impossibleDay)
      put()
      return
    }
    put(day.text(showsDay: showsDay))
  }

  private mutating func put() { rows.append(cell, row: row, column: column) }

  private mutating func put(_ text: String) {
    cell = Array(text.utf8)
    put()
  }

  private mutating func note(_ kind: CellNote.Kind) {
    notes.append(CellNote(row: row, column: column, kind: kind))
  }
}
