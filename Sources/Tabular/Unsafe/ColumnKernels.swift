#if canImport(CTabularScan)
  internal import CTabularScan
#endif

/// Decodes the usual shapes of a column's fields in C; everything else is left to ``CellDecoder``.
///
/// The C code gets a run of rows that all have as many fields as the stride says, so that every
/// separator it reads is inside the index, and arrays with room for the run.
@safe struct ColumnKernels {
  private let batch: RowBatch
  private let room: ColumnRoom
  /// The place of the batch's first row in the columns.
  private let firstRow: Int
  private let usesBlocks: Bool

  /// Room that the copying of whole words needs after the texts.
  static let textSlack = 64

  init(_ batch: RowBatch, room: ColumnRoom, firstRow: Int, usesBlocks: Bool) {
    self.batch = batch
    self.room = room
    self.firstRow = firstRow
    self.usesBlocks = usesBlocks
  }

  /// Decodes a column of some rows into its room; `odd` gets the rows that are left, counted from the
  /// first one.
  ///
  /// - Returns: How many are left.
  func decode(
    _ form: FieldForm, _ column: Int, _ rows: Range<Int>, _ odd: inout [UInt32]
  ) -> Int {
    precondition(odd.count >= rows.count)
    #if canImport(CTabularScan)
      if usesBlocks, let count = decodeInBlocks(form, column, rows, &odd) { return count }
    #endif
    for place in 0..<rows.count { odd[place] = UInt32(truncatingIfNeeded: place) }
    return rows.count
  }

  #if canImport(CTabularScan)
    private func decodeInBlocks(
      _ form: FieldForm, _ column: Int, _ rows: Range<Int>, _ odd: inout [UInt32]
    ) -> Int? {
      let first = firstRow + rows.lowerBound
      precondition(first >= 0 && first + rows.count <= room.rowCount)
      return unsafe odd.withUnsafeMutableBufferPointer { odd -> Int? in
        guard let odd = odd.baseAddress else { return nil }
        let opensQuotes = if case .textRange = form { false } else { true }
        return unsafe withColumn(column, rows, opensQuotes: opensQuotes) { view -> Int? in
          switch (form, room.columns[column]) {
          case (.decimal(let scaleDigits, let sign), .int32(let values))
          where (0...8).contains(scaleDigits):
            unsafe tabular_decimals(
              &view, Int32(scaleDigits), sign.rawValue, values + first, odd)
          case (.shortDecimal(let scaleDigits, let sign), .int16(let values))
          where (0...8).contains(scaleDigits):
            unsafe tabular_short_decimals(
              &view, Int32(scaleDigits), sign.rawValue, values + first, odd)
          case (.integer, .int64(let values)):
            unsafe tabular_integers(&view, values + first, odd)
          case (.identifier, .int64(let values)):
            unsafe tabular_identifiers12(&view, values + first, odd)
          case (.date(.dayMonthYear), .int32(let values)):
            unsafe tabular_dates(&view, 0, values + first, odd)
          case (.date(.yearMonthDay), .int32(let values)):
            unsafe tabular_dates(&view, 1, values + first, odd)
          case (.date(.monthDayYear), .int32(let values)):
            unsafe tabular_dates(&view, 2, values + first, odd)
          case (.code(let table), .codes(let values)):
            unsafe lookUp(table, &view, values + first, odd)
          case (.textRange, .ranges(let starts, let lengths)):
            unsafe tabular_ranges(
              &view, UInt32(truncatingIfNeeded: batch.textOffset), starts + first,
              lengths + first, odd)
          default: nil
          }
        }
      }
    }

    private func lookUp(
      _ table: CodeTable, _ view: inout tabular_column, _ values: UnsafeMutablePointer<UInt16>,
      _ odd: UnsafeMutablePointer<UInt32>
    ) -> Int? {
      unsafe table.shortKeys.withUnsafeBufferPointer { keys -> Int? in
        unsafe table.shortCodes.withUnsafeBufferPointer { codes -> Int? in
          guard let keyStart = keys.baseAddress, let codeStart = codes.baseAddress else {
            return nil
          }
          return unsafe tabular_codes(
            &view, keyStart, codeStart, UInt64(keys.count - 1), values, odd)
        }
      }
    }

    /// Calls `body` with the fields of a column in a run of rows, with `opensQuotes` without the quotes
    /// where all have them; nil where only some of the rows end with CR LF.
    private func withColumn<Result>(
      _ column: Int, _ rows: Range<Int>, opensQuotes: Bool = false,
      _ body: (inout tabular_column) -> Result?
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
          rows: rows.count, lead: 0, trim: 0)
        if batch.mayEndInPairs && column == width - 1 {
          let returns = unsafe tabular_returns(&view)
          guard returns == 0 || returns == rows.count else { return nil }
          unsafe view.trim = returns > 0 ? 1 : 0
        }
        if opensQuotes, unsafe tabular_quotes(&view) == rows.count {
          unsafe view.lead = 1
          unsafe view.trim += 1
        }
        return unsafe body(&view)
      }
    }
  #endif

  /// Copies texts to the arena until one is quoted; returns how many rows were done.
  func copyTexts(to arena: inout TextArena, _ column: Int, _ rows: Range<Int>) -> Int {
    #if canImport(CTabularScan)
      guard usesBlocks else { return 0 }
      let before = arena.ends.count
      arena.ends.append(contentsOf: repeatElement(0, count: rows.count))
      let capacity = arena.bytes.count
      let done = unsafe withColumn(column, rows) { view -> Int? in
        unsafe arena.bytes.withUnsafeMutableBufferPointer { bytes -> Int? in
          unsafe arena.ends.withUnsafeMutableBufferPointer { ends -> Int? in
            guard let output = bytes.baseAddress, let end = ends.baseAddress else { return nil }
            return unsafe tabular_texts(
              &view, output, capacity, &arena.byteCount, end + before)
          }
        }
      }
      arena.ends.removeLast(rows.count - (done ?? 0))
      return done ?? 0
    #else
      return 0
    #endif
  }

  /// Bytes of a column's fields, quotes and line ends included at most, over all runs.
  func textByteCount(_ column: Int, _ runs: [Range<Int>]) -> Int {
    runs.reduce(0) { total, run in
      #if canImport(CTabularScan)
        if usesBlocks,
          let count = unsafe withColumn(column, run, { unsafe tabular_text_length(&$0) })
        {
          return total + count
        }
      #endif
      return run.reduce(total) { $0 + batch.fieldRange($1, column).count }
    }
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
