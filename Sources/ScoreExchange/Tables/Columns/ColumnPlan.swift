import Scores
import Tabular

/// How the columns of a file are read all at once.
///
/// What is read this way is exactly what reading cell by cell would give; every row with a cell of
/// another shape is left to that.
struct ColumnPlan: Sendable {
  private let forms: [FieldForm]
  private let kinds: [ColumnKind?]
  private let columnOf: [String: Int]
  private let dateForms: [DateForm?]
  private let habits: FileHabits
  private let delimiter: Delimiter

  /// Rows at the beginning of a file that tell its words and the form of its dates, and rows at places
  /// further down, for a file may be sorted by one of its words.
  private static let sampleLength = 512
  private static let samplePlaces = 16
  private static let samplePlaceLength = 64

  /// Plans the reading of a file.
  ///
  /// - Parameters:
  ///   - table: The file.
  ///   - kinds: What the fields hold; a used column of another field is text.
  ///   - habits: How the file writes days and numbers.
  init(_ table: InputTable, _ kinds: [String: ColumnKind], habits: FileHabits) {
    let map = table.columns
    let first = table.file.firstRows(table.headingRecord + Self.sampleLength)
    let others = table.file.spreadRows(places: Self.samplePlaces, each: Self.samplePlaceLength)
    func cells(_ column: Int) -> [String] {
      ([first] + others).flatMap { rows in
        (0..<rows.rowCount).filter {
          rows.recordNumber(of: $0) > table.headingRecord
            && rows.fieldCount(of: $0) == map.headings.count
        }.map { rows.lossyText($0, column) }
      }
    }
    var forms = Array(repeating: FieldForm.skipped, count: map.headings.count)
    var columnKinds = [ColumnKind?](repeating: nil, count: forms.count)
    var dateForms = [DateForm?](repeating: nil, count: forms.count)
    for used in map.used {
      let kind = kinds[used.field] ?? .text
      columnKinds[used.column] = kind
      switch kind {
      case .text, .name, .remark: forms[used.column] = .text
      case .identifier: forms[used.column] = .identifier
      case .whole: forms[used.column] = .integer
      case .decimal(let digits):
        forms[used.column] = .decimal(
          scaleDigits: digits, sign: habits.decimalSeparator == .comma ? .comma : .point)
      case .date:
        let form = Self.commonForm(cells(used.column), habits.dayMonthOrder)
        dateForms[used.column] = form
        forms[used.column] = .date(form)
      case .words(let meaning):
        let words = Set(cells(used.column)).sorted().prefix(256).compactMap { word in
          Self.meaning(of: word, meaning).map { (word: Self.trimmed(word), code: $0) }
        }
        forms[used.column] = .code(CodeTable(words))
      case .listed(let words):
        forms[used.column] = .code(
          CodeTable(words.enumerated().map { ($0.element, UInt16(clamping: $0.offset)) }))
      }
    }
    self.forms = forms
    self.kinds = columnKinds
    self.dateForms = dateForms
    self.habits = habits
    columnOf = map.columns
    delimiter = table.file.dialect.delimiter
  }

  /// Decodes a batch.
  ///
  /// - Parameter batch: Rows of the file.
  /// - Returns: The columns; rows that do not have the usual shape are marked.
  /// - Complexity: O(bytes).
  func read(_ batch: RowBatch) -> ColumnBatch {
    let decoded = batch.decoded(as: forms)
    var columns = ColumnBatch(decoded, columnOf: columnOf)
    mark(decoded.faults, in: &columns)
    leaveSigns(&columns)
    leaveFarSerials(&columns)
    for (column, kind) in kinds.enumerated() {
      guard case .texts(let texts) = decoded.columns[column] else { continue }
      switch kind {
      case .text: standardise(texts, column, TextRule.text, &columns)
      case .name: standardise(texts, column, TextRule.name, &columns)
      default: break
      }
    }
    return columns
  }

  /// What the sound rows of a batch say about the file's habits.
  func evidence(of columns: ColumnBatch) -> HabitEvidence {
    var evidence = HabitEvidence()
    for (field, column) in columnOf {
      guard let values = columns.numbers(field) else { continue }
      if let form = dateForms[column] {
        if form == .dayMonthYear || form == .monthDayYear || form == .dayMonthYearDigits {
          evidence.dates.add(
            values, order: form == .monthDayYear ? .monthFirst : .dayFirst, columns,
            isShared: field == "exam_date")
        }
      } else if case .decimal(let digits) = kinds[column], digits > 0 {
        let unit = (0..<digits).reduce(Int32(1)) { unit, _ in unit * 10 }
        var count = 0
        for row in values.indices where columns.states[row] == .sound {
          let value = values[row]
          if value != DecodedBatch.missing32 && value % unit != 0 { count += 1 }
        }
        evidence.addSigns(atLeast: count, habits.decimalSeparator)
      }
    }
    return evidence
  }

  private func mark(_ faults: [CellFault], in columns: inout ColumnBatch) {
    var patches: [Int: [UInt16]] = [:]
    var formerNumbers: [Int: [Int64]] = [:]
    var known: [Int: [String: UInt16]] = [:]
    for fault in faults {
      if fault.reason == .blank {
        columns.skip(fault.row)
        continue
      }
      if let column = fault.column, case .identifier = kinds[column],
        let number = formerNumber(columns.rows, fault.row, column)
      {
        if formerNumbers[column] == nil, case .int64(let numbers) = columns.column(column) {
          formerNumbers[column] = numbers
        }
        formerNumbers[column]?[fault.row] = number
        continue
      }
      guard fault.reason == .code, let column = fault.column,
        case .words(let meaning) = kinds[column]
      else {
        columns.leave(fault.row)
        continue
      }
      let word = columns.rows.lossyText(fault.row, column)
      let code = known[column]?[word] ?? Self.meaning(of: word, meaning)
      guard let code else {
        columns.leave(fault.row)
        continue
      }
      known[column, default: [:]][word] = code
      if patches[column] == nil, case .codes(let codes) = columns.column(column) {
        patches[column] = codes
      }
      patches[column]?[fault.row] = code
    }
    for (column, codes) in patches { columns.replace(column, with: .codes(codes)) }
    for (column, numbers) in formerNumbers { columns.replace(column, with: .int64(numbers)) }
  }

  /// The code of a cell that holds 9 digits, as old identifiers have.
  private func formerNumber(_ batch: RowBatch, _ row: Int, _ column: Int) -> Int64? {
    batch.withFieldBytes(row, column) { cell in
      guard cell.count == 9 else { return nil }
      var number: Int64 = 0
      for index in cell.indices {
        guard 0x30...0x39 ~= cell[index] else { return nil }
        number = number * 10 + Int64(cell[index] - 0x30)
      }
      return IdentifierColumn.former(number)
    }
  }

  /// Leaves rows with what the decoder lets pass and we refuse: a tab beside a value, a plus sign.
  private func leaveSigns(_ columns: inout ColumnBatch) {
    let hasTabs = delimiter != .tab && columns.rows.contains(0x09)
    let hasPluses = columns.rows.contains(0x2B)
    guard hasTabs || hasPluses else { return }
    let batch = columns.rows
    let used = kinds.indices.filter { kinds[$0] != nil }
    columns.leave(where: { row in
      used.contains { column in
        batch.withFieldBytes(row, column) { bytes in
          var isOdd = false
          for index in bytes.indices where bytes[index] == 0x09 || bytes[index] == 0x2B {
            isOdd = true
          }
          return isOdd
        }
      }
    })
  }

  /// Leaves serial numbers of days that are too small to be meant as such.
  private func leaveFarSerials(_ columns: inout ColumnBatch) {
    for (field, column) in columnOf where dateForms[column] == .spreadsheetSerial {
      guard let days = columns.numbers(field) else { continue }
      columns.leave(where: {
        days[$0] != DecodedBatch.missing32 && days[$0] < WrittenDate.firstSerialDay
      })
    }
  }

  private func standardise(
    _ texts: TextColumn, _ column: Int, _ rule: TextRule, _ columns: inout ColumnBatch
  ) {
    let check = rule.check(texts, columns.states)
    for row in check.odd { columns.leave(row) }
    guard !check.rewritten.isEmpty else { return }
    var replaced = TextColumn()
    replaced.reserveCapacity(texts.count, byteCount: texts.byteCount)
    var start = 0
    for (row, text) in check.rewritten {
      replaced.append(contentsOf: texts, rows: start..<row)
      replaced.append(text)
      start = row + 1
    }
    replaced.append(contentsOf: texts, rows: start..<texts.count)
    columns.replace(column, with: .texts(replaced))
  }

  /// The form in which most cells write their days.
  private static func commonForm(_ cells: [String], _ order: DayMonthOrder) -> DateForm {
    var counts: [DateForm: Int] = [:]
    for cell in cells {
      if let form = WrittenDate.form(of: trimmed(cell)) { counts[form, default: 0] += 1 }
    }
    let common = DateForm.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }
    switch common {
    // Days written in digits only are decoded with the day first.
    case .dayMonthYearDigits where order == .dayFirst: return .dayMonthYearDigits
    case .yearMonthDay: return .yearMonthDay
    case .spreadsheetSerial where counts[.spreadsheetSerial] != nil: return .spreadsheetSerial
    default: return order == .dayFirst ? .dayMonthYear : .monthDayYear
    }
  }

  /// What a cell of words means, if it is text that may stand there.
  private static func meaning(of cell: String, _ meaning: (String) -> UInt16?) -> UInt16? {
    guard !cell.unicodeScalars.contains(where: isForbidden), !cell.contains("\u{FFFD}") else {
      return nil
    }
    let word = canonicalText(cell)
    guard let first = word.unicodeScalars.first, !"=+-@".unicodeScalars.contains(first) else {
      return nil
    }
    return meaning(word)
  }

  private static func trimmed(_ cell: String) -> String {
    let bytes = cell.utf8
    guard let first = bytes.firstIndex(where: { $0 != 0x20 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 })
    else { return "" }
    return String(cell[first..<bytes.index(after: last)])
  }
}
