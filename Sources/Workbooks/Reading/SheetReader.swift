/// Turns the part of a sheet into the text of a table.
struct SheetReader: ~Copyable {
  /// What the cells of all sheets of a workbook stand on.
  struct Context {
    let strings: SharedStrings
    let formats: CellFormats
    let countsFrom1904: Bool
    /// The sign before the fraction of numbers: a point, or the comma that the sheet's texts have.
    let decimalSign: UInt8
  }

  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  var reader: MarkupReader
  let context: Context
  var rows: SheetRows
  var notes: [CellNote] = []
  /// How many texts are numbers with a fraction, by their sign.
  var signCounts = (points: 0, commas: 0)
  /// The cell at hand: its text, and where it stands.
  var cell: [UInt8] = []
  var row = 0
  var column = -1

  init(_ reader: consuming MarkupReader, _ context: Context, byteLimit: Int) {
    self.reader = reader
    self.context = context
    rows = SheetRows(byteLimit: byteLimit)
  }

  /// Reads all rows.
  ///
  /// - Throws: ``WorkbookError``.
  /// - Complexity: O(bytes of the sheet).
  mutating func read() throws(WorkbookError) {
    while true {
      switch try reader.next() {
      case .start where reader.name == .sheetData:
        try readRows()
        try reader.drain()
        return
      case .finished: throw reader.damage("there are no rows")
      default: continue
      }
    }
  }

  private mutating func readRows() throws(WorkbookError) {
    while true {
      switch try reader.next() {
      case .start where reader.name == .row:
        try beginRow()
        try readCells()
      case .end where reader.name == .sheetData: return
      case .finished: throw reader.damage("cut off")
      default: continue
      }
    }
  }

  private mutating func beginRow() throws(WorkbookError) {
    var next = row + 1
    var rest = reader.content
    while let attribute = try reader.nextAttribute(&rest) {
      if attribute.name == .reference {
        guard let number = reader.number(attribute.value) else {
          throw reader.damage("a row without a number")
        }
        next = number
      }
    }
    guard next > row, next <= Self.rowLimit else { throw reader.damage("rows out of order") }
    row = next
    column = -1
  }

  private mutating func readCells() throws(WorkbookError) {
    while true {
      switch try reader.next() {
      case .start where reader.name == .cell: try readCell()
      case .end where reader.name == .row:
        guard rows.endRow() else {
          throw reader.tooLarge(
            "row \(row): the table grows too long or too wide; delete what stands behind its last column"
          )
        }
        return
      case .finished: throw reader.damage("cut off")
      default: continue
      }
    }
  }

  private mutating func readCell() throws(WorkbookError) {
    var kind = CellKind.number
    var style = 0
    var next = column + 1
    var rest = reader.content
    while let attribute = try reader.nextAttribute(&rest) {
      switch attribute.name {
      case .reference: next = try columnNumber(attribute.value)
      case .style: style = reader.number(attribute.value) ?? 0
      case .text:
        guard let known = CellKind(reader.bytes, attribute.value) else {
          throw reader.damage("a cell of an unknown type")
        }
        kind = known
      default: break
      }
    }
    guard next > column, next < Self.columnLimit else { throw reader.damage("cells out of order") }
    column = next
    cell.removeAll(keepingCapacity: true)
    var isFormula = false
    while true {
      switch try reader.next() {
      case .start where reader.name == .value: try readValue()
      case .start where reader.name == .inlineString:
        try reader.appendRichText(until: .inlineString, to: &cell)
      case .start where reader.name == .formula:
        isFormula = true
        try reader.skipElement()
      case .end where reader.name == .cell:
        try put(kind, style: style, isFormula: isFormula)
        return
      case .finished: throw reader.damage("cut off")
      default: continue
      }
    }
  }

  private mutating func readValue() throws(WorkbookError) {
    while true {
      switch try reader.next() {
      case .text: try reader.append(reader.content, to: &cell)
      case .end: return
      default: throw reader.damage("a value that is no text")
      }
    }
  }

  /// The column of a reference such as `AB12`, from 0; the row must be the one at hand.
  private func columnNumber(_ range: Range<Int>) throws(WorkbookError) -> Int {
    var number = 0
    var index = range.lowerBound
    while index < range.upperBound, 0x41...0x5A ~= reader.bytes[index], number < 1 << 20 {
      number = number * 26 + Int(reader.bytes[index] - 0x40)
      index += 1
    }
    guard number > 0, reader.number(index..<range.upperBound) == row else {
      throw reader.damage("a cell that stands in another row")
    }
    return number - 1
  }

  /// What was read.
  consuming func finished(sheet: String) -> SheetText {
    SheetText(sheet: sheet, bytes: rows.finished(), notes: notes)
  }
}
