/// The text of a sheet as it grows.
///
/// Empty cells and rows are written only when something stands behind them, so a sheet that claims a
/// million empty rows costs nothing. All filled rows end up equally wide: a row is filled up to the
/// width known so far, and if a later one is wider the earlier ones are filled up at the end.
struct SheetRows {
  private var bytes: [UInt8] = []
  private let byteLimit: Int
  /// Rows of which the line end is written.
  private var rowCount = 0
  /// Fields of the row at hand, and of the widest row.
  private var fieldCount = 0
  private var width = 0
  /// Rows with something in them, and the delimiters that will fill them up to the width.
  private var (filledRows, padding) = (0, 0)
  /// Up to where rows have a smaller width, in order.
  private var narrow: [(end: Int, width: Int)] = []

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  /// Appends a cell; an empty one is left out.
  mutating func append(_ cell: borrowing [UInt8], row: Int, column: Int) {
    if cell.isEmpty { return }
    guard hasRoom(for: cell.count) else { return }
    begin(row, column)
    FieldText.append(cell, to: &bytes)
  }

  /// Appends a shared text; an empty one is left out.
  mutating func append(_ strings: borrowing SharedStrings, _ index: Int, row: Int, column: Int) {
    let range = strings.range(of: index)
    if range.isEmpty { return }
    guard hasRoom(for: range.count) else { return }
    begin(row, column)
    bytes.append(contentsOf: strings.bytes[range])
  }

  /// Whether a cell may be appended; a row of many long cells would outgrow the limit before it ends.
  private mutating func hasRoom(for byteCount: Int) -> Bool {
    isTooLong = isTooLong || bytes.count + byteCount > byteLimit
    return !isTooLong
  }

  private mutating func begin(_ row: Int, _ column: Int) {
    if fieldCount == 0 {
      while rowCount < row - 1 {
        bytes.append(0x0A)
        rowCount += 1
      }
      fieldCount = 1
    }
    while fieldCount <= column {
      bytes.append(0x2C)
      fieldCount += 1
    }
  }

  /// Ends a row; false when the text has grown longer than allowed.
  mutating func endRow() -> Bool {
    if isTooLong { return false }
    guard fieldCount > 0 else { return true }
    if fieldCount > width {
      if width > 0 { narrow.append((rowStart, width)) }
      padding += filledRows * (fieldCount - width)
      width = fieldCount
    }
    while fieldCount < width {
      bytes.append(0x2C)
      fieldCount += 1
    }
    bytes.append(0x0A)
    rowCount += 1
    filledRows += 1
    fieldCount = 0
    rowStart = bytes.count
    return bytes.count + padding <= byteLimit
  }

  private var rowStart = 0
  /// Whether a cell was left out because the text would be longer than allowed.
  private var isTooLong = false

  /// The text; every filled row is as wide as the widest.
  consuming func finished() -> [UInt8] {
    guard let last = narrow.last else { return bytes }
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + 1_024)
    var start = 0
    for segment in narrow {
      var isQuoted = false
      var lineStart = start
      for index in start..<segment.end {
        if bytes[index] == 0x22 { isQuoted.toggle() }
        if bytes[index] == 0x0A && !isQuoted {
          filled.append(contentsOf: bytes[lineStart..<index])
          if index > lineStart {
            for _ in segment.width..<width { filled.append(0x2C) }
          }
          filled.append(0x0A)
          lineStart = index + 1
        }
      }
      start = segment.end
    }
    filled.append(contentsOf: bytes[last.end...])
    return filled
  }
}
