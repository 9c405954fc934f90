import Parallel
import Scores
import Tabular

extension InputTable {
  /// Reads every row under the heading, concurrently, as ``readBatches(_:plan:_:into:)`` does.
  ///
  /// - Returns: The rows in file order; within a batch rows that were read one by one stand behind the
  ///   others.
  func readBatches<Reader: BatchReader>(
    _ known: KnownHabits, plan: WorkPlan, _ reader: Reader
  ) -> TableReading<Reader.Rows> where Reader.Rows: GrowingRows {
    var joined = JoinedRows(reader.noRows)
    return readBatches(known, plan: plan, reader, into: &joined).mapRows { _ in joined.rows }
  }

  /// Reads every row under the heading, concurrently.
  ///
  /// The habits of the file are guessed from its beginning, checked against all of it, and where
  /// the whole file says otherwise it is read again.
  ///
  /// - Parameters:
  ///   - known: What is said of the file's habits.
  ///   - plan: The threads to use.
  ///   - reader: Reads the rows.
  ///   - sink: Takes the rows.
  /// - Returns: What there is to tell besides the rows.
  /// - Throws: What the sink throws.
  /// - Complexity: O(bytes), for each form that the beginning of the file or faulty rows suggest.
  func readBatches<Reader: BatchReader, Sink: RowSink<Reader.Rows>>(
    _ known: KnownHabits, plan: WorkPlan, _ reader: Reader, into sink: inout Sink
  ) throws(Sink.Failure) -> TableReading<Void> {
    var habits = FileHabits(
      dayMonthOrder: known.dayMonthOrder ?? .dayFirst,
      decimalSeparator: known.decimalSeparator
        ?? (file.dialect.delimiter == .semicolon ? .comma : .point))
    var readsColumns = !reader.columnKinds.isEmpty
    var rejectsUnder: [FileHabits: Int] = [:]
    var isSettled = false
    while true {
      sink.restart()
      sink.expect(
        rows: max(0, file.recordCount - headingRecord), bytes: max(1, file.byteCount))
      var (reading, evidence) = try pass(
        habits, readsColumns: readsColumns, plan, reader, into: &sink)
      if known.decimalSeparator == nil && evidence.isDoubtful(under: habits) {
        readsColumns = false
        continue
      }
      var seen = evidence.habits
      if let order = known.dayMonthOrder { seen.dayMonthOrder = order }
      if let decimal = known.decimalSeparator { seen.decimalSeparator = decimal }
      if evidence.isSilentOnNumbers { seen.decimalSeparator = habits.decimalSeparator }
      reading.habits = habits
      if known.dayMonthOrder == nil {
        reading.remarks = evidence.dates.remarks(under: habits.dayMonthOrder)
      }
      if seen == habits || isSettled { return reading }
      rejectsUnder[habits] = reading.rejects.count
      if let others = rejectsUnder[seen] {
        // A row is read up to its first bad cell, so that each form may make the other seem right: then
        // the one counts that loses fewer rows.
        isSettled = true
        if reading.rejects.count < others { return reading }
      }
      habits = seen
    }
  }

  /// Reads every row under the heading, concurrently, in file order.
  ///
  /// - Parameters:
  ///   - forcedOrder: The order of day and month said by the exchange file; nil lets the file speak.
  ///   - forcedDecimal: The decimal sign said by the exchange file; nil lets the file speak.
  ///   - plan: The threads to use.
  ///   - read: Reads one row into the table, or says what is wrong with it.
  /// - Returns: The rows with everything that was noticed about them.
  /// - Complexity: O(bytes), twice when the beginning of the file misleads.
  func readRows<Rows: RowCollector>(
    forcedOrder: DayMonthOrder? = nil, forcedDecimal: DecimalSeparator? = nil, plan: WorkPlan,
    _ read: @escaping @Sendable (inout RowContext, inout Rows) throws(CellProblem) -> Void
  ) -> TableReading<Rows> {
    readBatches(
      KnownHabits(dayMonthOrder: forcedOrder, decimalSeparator: forcedDecimal), plan: plan,
      RowByRowReader(body: read))
  }

  private func pass<Reader: BatchReader, Sink: RowSink<Reader.Rows>>(
    _ habits: FileHabits, readsColumns: Bool, _ plan: WorkPlan, _ reader: Reader,
    into sink: inout Sink
  ) throws(Sink.Failure) -> (TableReading<Void>, HabitEvidence) {
    let columns = readsColumns ? ColumnPlan(self, reader.columnKinds, habits: habits) : nil
    var whole = TableReading<Void>(rows: (), habits: habits)
    var evidence = HabitEvidence()
    try file.forEachBatch(
      afterRecord: headingRecord, plan: plan, batchesAhead: sink.batchesAhead
    ) { (batch: RowBatch) throws(Sink.Failure) -> BatchReading<Reader.Rows> in
      read(batch, columns, habits, reader)
    } takeUp: { (reading: BatchReading<Reader.Rows>) throws(Sink.Failure) in
      try sink.take(reading.rows)
      whole.rejects += reading.rejects
      whole.warnings += reading.warnings
      whole.rowsRead += reading.rowsRead
      evidence.add(reading.evidence)
      return sink.work()
    }
    return (whole, evidence)
  }

  private func read<Reader: BatchReader>(
    _ batch: RowBatch, _ columns: ColumnPlan?, _ habits: FileHabits, _ reader: Reader
  ) -> BatchReading<Reader.Rows> {
    var reading = BatchReading(rows: reader.noRows)
    guard let columns else {
      for row in 0..<batch.rowCount where !batch.isBlank(row) {
        read(row, of: batch, habits, reader, &reading)
      }
      return reading
    }
    var columnBatch = columns.read(batch)
    notes.mark(&columnBatch)
    reader.readColumns(&columnBatch, &reading.rows)
    reading.evidence = columns.evidence(of: columnBatch)
    for row in 0..<batch.rowCount {
      switch columnBatch.states[row] {
      case .sound: reading.rowsRead += 1
      case .odd: read(row, of: batch, habits, reader, &reading)
      case .blank: continue
      }
    }
    reader.putInOrder(&reading.rows)
    return reading
  }

  /// Reads one row, cell by cell.
  private func read<Reader: BatchReader>(
    _ row: Int, of batch: RowBatch, _ habits: FileHabits, _ reader: Reader,
    _ reading: inout BatchReading<Reader.Rows>
  ) {
    reading.rowsRead += 1
    let cells = RowCells(batch: batch, row: row, columns: columns)
    var context = RowContext(
      cells: cells, habits: habits, number: batch.recordNumber(of: row))
    do throws(CellProblem) {
      try cells.checkForm()
      try notes.check(&context)
      try reader.read(&context, &reading.rows)
      for warning in context.warnings {
        reading.warnings.append(
          RowWarning(
            file: name, row: context.number, reason: warning.reason, problem: warning.message))
      }
    } catch {
      reading.rejects.append(reject(cells, error))
      reader.readRefused(context, &reading.rows)
    }
    reading.evidence.add(context.evidence)
  }

  /// The line of `rejects.csv` for a row and its problem.
  func reject(_ cells: RowCells, _ problem: CellProblem) -> Reject {
    Reject(
      file: name, row: cells.batch.recordNumber(of: cells.row),
      byte: cells.batch.byteOffset(of: cells.row),
      column: problem.field.map(columns.heading(of:)) ?? "",
      value: problem.field.map(cells.raw) ?? "",
      reason: problem.reason, problem: problem.message, line: cells.batch.line(of: cells.row))
  }

  /// Rejects for rows that turn out bad only beside other rows, in row order.
  ///
  /// - Parameters:
  ///   - problems: Row number to problem.
  ///   - plan: The threads to use.
  /// - Returns: One reject a problem.
  /// - Complexity: O(bytes) of what is near these rows.
  func rejects(for problems: [Int: CellProblem], plan: WorkPlan) -> [Reject] {
    let numbers = problems.keys.sorted()
    return file.mapBatches(holding: numbers, plan: plan) { batch in
      guard batch.rowCount > 0 else { return [Reject]() }
      let first = batch.recordNumber(of: 0)
      let start = numbers.lowerBound(of: first)
      let end = numbers.lowerBound(of: first + batch.rowCount)
      return numbers[start..<end].compactMap { number in
        problems[number].map {
          reject(RowCells(batch: batch, row: number - first, columns: columns), $0)
        }
      }
    }.flatMap { $0 }
  }
}

/// What one batch of a table gave.
private struct BatchReading<Rows: Sendable>: Sendable {
  var rows: Rows
  var rejects: [Reject] = []
  var warnings: [RowWarning] = []
  var rowsRead = 0
  var evidence = HabitEvidence()
}

/// Reads every row on its own.
private struct RowByRowReader<Rows: RowCollector>: BatchReader {
  let body: @Sendable (inout RowContext, inout Rows) throws(CellProblem) -> Void

  var columnKinds: [String: ColumnKind] { [:] }
  var noRows: Rows { Rows() }

  func readColumns(_ batch: inout ColumnBatch, _ rows: inout Rows) {}

  func read(_ context: inout RowContext, _ rows: inout Rows) throws(CellProblem) {
    try body(&context, &rows)
  }
}

extension HabitEvidence {
  var isSilentOnNumbers: Bool { decimalPoints == 0 && decimalCommas == 0 }
}

extension [Int] {
  /// The place of the first number of this sorted array that is not below `number`.
  func lowerBound(of number: Int) -> Int {
    partitionPoint { $0 < number }
  }
}
