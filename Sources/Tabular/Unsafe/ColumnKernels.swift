#if canImport(CTabularScan)
  internal import CTabularScan
#endif

/// Decodes the usual shapes of a column's fields in C; everything else is left to ``CellDecoder``.
///
/// The C code gets a run of rows that all have as many fields as the stride says, so that every
/// separator it reads is inside the index, and arrays with room for the run.
struct ColumnKernels {
  let batch: RowBatch
  private let usesBlocks: Bool

  /// Room that the copying of whole words needs after the texts.
  static let textSlack = 64

  init(_ batch: RowBatch, usesBlocks: Bool) {
    self.batch = batch
    self.usesBlocks = usesBlocks
  }

  /// Decodes a column of some rows into the builder; `odd` gets the rows that are left, counted from
  /// the first one.
  ///
  /// - Returns: How many are left.
  func decode(
    _ builder: inout ColumnBuilder, _ column: Int, _ rows: Range<Int>, _ odd: inout [UInt32]
  ) -> Int {
    #if canImport(CTabularScan)
      if usesBlocks, let count = decodeInBlocks(&builder, column, rows, &odd) { return count }
    #endif
    for place in 0..<rows.count { odd[place] = UInt32(truncatingIfNeeded: place) }
    return rows.count
  }

  #if canImport(CTabularScan)
    private func decodeInBlocks(
      _ builder: inout ColumnBuilder, _ column: Int, _ rows: Range<Int>, _ odd: inout [UInt32]
    ) -> Int? {
      let form = builder.form
      precondition(odd.count >= rows.count)
      return unsafe odd.withUnsafeMutableBufferPointer { odd -> Int? in
        guard let odd = odd.baseAddress else { return nil }
        return unsafe withColumn(column, rows) { view -> Int? in
          switch form {
          case .decimal(let scaleDigits, let sign):
            guard (0...8).contains(scaleDigits) else { return nil }
            return unsafe withRoom(&builder.int32, rows) {
              unsafe tabular_decimals(&view, Int32(scaleDigits), sign.rawValue, $0, odd)
            }
          case .integer:
            return unsafe withRoom(&builder.int64, rows) {
              unsafe tabular_integers(&view, $0, odd)
            }
          case .identifier:
            return unsafe withRoom(&builder.int64, rows) {
              unsafe tabular_identifiers12(&view, $0, odd)
            }
          case .date(let dateForm):
            guard let number = Self.kernelNumber(dateForm) else { return nil }
            return unsafe withRoom(&builder.int32, rows) {
              unsafe tabular_dates(&view, number, $0, odd)
            }
          case .code(let table):
            return unsafe table.shortKeys.withUnsafeBufferPointer { keys -> Int? in
              unsafe table.shortCodes.withUnsafeBufferPointer { codes -> Int? in
                guard let keyStart = keys.baseAddress, let codeStart = codes.baseAddress else {
                  return nil
                }
                return unsafe withRoom(&builder.codes, rows) {
                  unsafe tabular_codes(
                    &view, keyStart, codeStart, UInt64(keys.count - 1), $0, odd)
                }
              }
            }
          case .skipped, .text: return 0
          }
        }
      }
    }

    private static func kernelNumber(_ form: DateForm) -> Int32? {
      switch form {
      case .dayMonthYear: 0
      case .yearMonthDay: 1
      case .monthDayYear: 2
      case .dayMonthYearDigits, .spreadsheetSerial: nil
      }
    }

    /// Lends the places of some rows in a column.
    private func withRoom<Value>(
      _ values: inout [Value], _ rows: Range<Int>,
      _ body: (UnsafeMutablePointer<Value>) -> Int
    ) -> Int? {
      precondition(rows.upperBound <= values.count)
      return unsafe values.withUnsafeMutableBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe body($0 + rows.lowerBound) }
      }
    }

    /// Calls `body` with the fields of a column in a run of rows.
    private func withColumn<Result>(
      _ column: Int, _ rows: Range<Int>, _ body: (inout tabular_column) -> Result?
    ) -> Result? {
      guard !rows.isEmpty else { return nil }
      let width = batch.fieldCount(of: rows.lowerBound)
      let first = batch.index.firstField(of: rows.lowerBound) + column
      let bytes = unsafe batch.bytes.buffer(0..<batch.bytes.count)
      precondition(
        column < width && first + (rows.count - 1) * width + 1 < batch.index.separators.count)
      return unsafe batch.index.separators.withUnsafeBufferPointer { separators in
        guard let start = separators.baseAddress, let text = bytes.baseAddress else { return nil }
        var view = unsafe tabular_column(
          bytes: text, count: bytes.count, separators: start + first, stride: width,
          rows: rows.count,
          may_end_in_cr: batch.mayEndInPairs && column == width - 1 ? 1 : 0)
        return unsafe body(&view)
      }
    }
  #endif

  /// Copies texts to the builder until one is quoted; returns how many rows were done.
  func copyTexts(_ builder: inout ColumnBuilder, _ column: Int, _ rows: Range<Int>) -> Int {
    #if canImport(CTabularScan)
      guard usesBlocks else { return 0 }
      let before = builder.textEnds.count
      builder.textEnds.append(contentsOf: repeatElement(0, count: rows.count))
      let capacity = builder.textBytes.count
      let done = unsafe withColumn(column, rows) { view -> Int? in
        unsafe builder.textBytes.withUnsafeMutableBufferPointer { bytes -> Int? in
          unsafe builder.textEnds.withUnsafeMutableBufferPointer { ends -> Int? in
            guard let output = bytes.baseAddress, let end = ends.baseAddress else { return nil }
            return unsafe tabular_texts(
              &view, output, capacity, &builder.textByteCount, end + before)
          }
        }
      }
      builder.textEnds.removeLast(rows.count - (done ?? 0))
      return done ?? 0
    #else
      return 0
    #endif
  }

  /// Bytes of a text column's fields, quotes included, over all runs.
  func textByteCount(_ form: FieldForm, _ column: Int, _ runs: [Range<Int>]) -> Int {
    guard case .text = form else { return 0 }
    #if canImport(CTabularScan)
      return runs.reduce(0) { total, run in
        total + (unsafe withColumn(column, run) { unsafe tabular_text_length(&$0) } ?? 0)
      }
    #else
      return runs.joined().reduce(0) { $0 + batch.fieldRange($1, column).count }
    #endif
  }

  /// The slots of an open hash table, large enough that each key stands where its search begins,
  /// if a few thousand slots do for that; otherwise at most half full.
  static func hashTable(
    _ entries: [(key: [UInt8], value: UInt16)]
  ) -> (keys: [UInt64], codes: [UInt16]) {
    #if canImport(CTabularScan)
      let words = entries.map { $0.key.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
      var size = 4
      while size < words.count * 2 { size *= 2 }
      var larger = size
      while larger <= 4_096 {
        let slots = Set(words.map { tabular_code_slot($0, UInt64(larger - 1)) })
        if slots.count == words.count {
          size = larger
          break
        }
        larger *= 2
      }
      var keys = [UInt64](repeating: 0, count: size)
      var codes = [UInt16](repeating: 0, count: size)
      for (word, entry) in zip(words, entries) {
        var slot = Int(tabular_code_slot(word, UInt64(size - 1)))
        while keys[slot] != 0 { slot = (slot + 1) % size }
        keys[slot] = word
        codes[slot] = entry.value
      }
      return (keys, codes)
    #else
      return ([], [])
    #endif
  }
}
