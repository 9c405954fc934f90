public import Parallel

extension TableFile {
  /// Calls `body` for all rows of the file, in batches and concurrently.
  ///
  /// Where batches are cut depends on the file and `targetByteCount` only, never on the number of
  /// threads; a record is never cut, wherever its quoted line ends are.
  ///
  /// - Parameters:
  ///   - afterRecord: How many records to leave out at the beginning: title lines and headings.
  ///   - plan: How many threads may work.
  ///   - targetByteCount: Length of a batch in bytes, about; at least one record. The default stays
  ///     in a core's own cache.
  ///   - body: The work of one batch.
  /// - Returns: What `body` returned, in the order of the file.
  /// - Throws: What `body` threw first in the order of the file.
  /// - Complexity: O(bytes).
  public func mapBatches<Result: Sendable, Failure: Error>(
    afterRecord: Int = 0, plan: WorkPlan = .allCores, targetByteCount: Int = 1 << 18,
    _ body: @Sendable (RowBatch) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard afterRecord < recordCount else { return [] }
    let batches = cuts.batches(after: afterRecord, byteCount: max(1, targetByteCount))
    return try plan.map(count: batches.count) { (index: Int) throws(Failure) -> Result in
      try work(on: batches[index], afterRecord: afterRecord, plan, body)
    }
  }

  /// Calls `body` for the batches that hold some of the records, concurrently.
  ///
  /// - Parameters:
  ///   - numbers: The records' numbers, 1 the first of the file, in ascending order.
  ///   - plan: How many threads may work.
  ///   - body: The work of one batch.
  /// - Returns: What `body` returned, in the order of the file.
  /// - Complexity: O(bytes of these batches).
  public func mapBatches<Result: Sendable>(
    holding numbers: [Int], plan: WorkPlan = .allCores, _ body: @Sendable (RowBatch) -> Result
  ) -> [Result] {
    let blocks = cuts.blocks(holding: numbers)
    return plan.map(count: blocks.count) { index in
      let rows = batch(blocks[index]..<blocks[index] + 1, afterRecord: 0)
      defer { source.text.releasePages(rows.textOffset..<rows.textOffset + rows.bytes.count) }
      return body(rows)
    }
  }

  /// Calls `transform` for all rows of the file, in batches and concurrently, and `consume` for what
  /// it returns, one after the other in the order of the file.
  ///
  /// Memory is bounded by some batches for each thread, however long the file is: what is read is
  /// given back to the system as soon as its batch is done.
  ///
  /// - Parameters:
  ///   - afterRecord: How many records to leave out at the beginning: title lines and headings.
  ///   - plan: How many threads may work; what is consumed is the same for every number.
  ///   - targetByteCount: Length of a batch in bytes, about; at least one record.
  ///   - batchesAhead: How many batches for each thread may wait to be consumed before threads do, at
  ///     least 1; nil: all.
  ///   - transform: The work of one batch, as decoding it and formatting what is to be written.
  ///   - consume: Takes one result, as a file writer does, on any thread but never two at one time,
  ///     while later batches are worked on.
  /// - Throws: What `transform` or `consume` threw; batches after it are not consumed.
  /// - Complexity: O(bytes).
  public func forEachBatch<Result: Sendable, Failure: Error>(
    afterRecord: Int = 0, plan: WorkPlan = .allCores, targetByteCount: Int = 1 << 18,
    batchesAhead: Int? = 8,
    transform: @Sendable (RowBatch) throws(Failure) -> Result,
    consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachBatch(
      afterRecord: afterRecord, plan: plan, targetByteCount: targetByteCount,
      batchesAhead: batchesAhead, transform: transform,
      takeUp: { (result) throws(Failure) in
        try consume(result)
        return nil
      })
  }

  /// The same where what is consumed calls for work now and then that need not be in order.
  ///
  /// - Parameters:
  ///   - afterRecord: How many records to leave out at the beginning: title lines and headings.
  ///   - plan: How many threads may work; what is consumed is the same for every number.
  ///   - targetByteCount: Length of a batch in bytes, about; at least one record.
  ///   - batchesAhead: How many batches for each thread may wait to be consumed before threads do, at
  ///     least 1; nil: all.
  ///   - transform: The work of one batch.
  ///   - takeUp: Takes one result, in the order of the file. What it returns is done on the same thread,
  ///     while others go on.
  /// - Throws: What `transform`, `takeUp` or the work threw; batches after it are not consumed.
  /// - Complexity: O(bytes).
  package func forEachBatch<Result: Sendable, Failure: Error>(
    afterRecord: Int = 0, plan: WorkPlan = .allCores, targetByteCount: Int = 1 << 18,
    batchesAhead: Int? = 8,
    transform: @Sendable (RowBatch) throws(Failure) -> Result,
    takeUp: (Result) throws(Failure) -> WorkPlan.Work<Failure>?
  ) throws(Failure) {
    guard afterRecord < recordCount else { return }
    let batches = cuts.batches(after: afterRecord, byteCount: max(1, targetByteCount))
    try plan.map(
      count: batches.count, ahead: batchesAhead.map { $0 * plan.threadCount } ?? batches.count
    ) { (index: Int) throws(Failure) -> Result in
      try work(on: batches[index], afterRecord: afterRecord, plan, transform)
    } takeUp: { (result) throws(Failure) in
      try takeUp(result)
    }
  }

  private func work<Result, Failure: Error>(
    on blocks: Range<Int>, afterRecord: Int, _ plan: WorkPlan,
    _ body: (RowBatch) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let rows = batch(blocks, afterRecord: afterRecord)
    defer {
      source.text.releasePages(rows.textOffset..<rows.textOffset + rows.bytes.count)
      // The text of the file may be longer or shorter than its bytes.
      let share = Double(rows.bytes.count) / Double(max(1, source.text.count))
      plan.advance(bytes: Int(share * Double(byteCount)))
    }
    return try body(rows)
  }

  /// The first records as texts, headings, titles and empty lines included.
  ///
  /// - Parameter recordCount: How many; fewer if the file has fewer.
  /// - Returns: The fields of each record; bytes that are no UTF-8 are U+FFFD; an empty line is one
  ///   empty field.
  public func preview(recordCount: Int) -> [[String]] {
    let rows = firstRows(recordCount)
    return (0..<rows.rowCount).map { rows.texts(of: $0) }
  }

  /// The first `count` records; fewer if the file has fewer, or fewer that begin in its first 2 GiB.
  public func firstRows(_ count: Int) -> RowBatch {
    rows(
      from: cuts.offsets[0], to: source.text.count, firstRecord: 1, rowLimit: max(0, count))
  }

  /// Rows at places spread evenly over the file, the first records not among them.
  ///
  /// - Parameters:
  ///   - places: How many places; fewer in a short file.
  ///   - count: Rows at each place; fewer at the end of the file, or where 2 GiB hold fewer.
  /// - Returns: One batch a place, in the order of the file.
  /// - Complexity: O(bytes of these rows).
  public func spreadRows(places: Int, each count: Int) -> [RowBatch] {
    let blockCount = cuts.offsets.count - 1
    return (0..<max(0, min(places, blockCount - 1))).map { place in
      let block = 1 + place * (blockCount - 1) / min(places, blockCount - 1)
      return rows(
        from: cuts.offsets[block], to: source.text.count,
        firstRecord: cuts.recordsBefore[block] + 1, rowLimit: max(0, count))
    }
  }

  private func batch(_ blocks: Range<Int>, afterRecord: Int) -> RowBatch {
    var start = cuts.offsets[blocks.lowerBound]
    let end = cuts.offsets[blocks.upperBound]
    var record = cuts.recordsBefore[blocks.lowerBound]
    let scanner = PlainScanner(source.text, delimiter: dialect.delimiter)
    while record < afterRecord {
      start = scanner.record(at: start) { _ in }.next
      record += 1
    }
    return rows(from: start, to: end, firstRecord: record + 1)
  }

  /// The records between two places where records begin.
  private func rows(
    from start: Int, to end: Int, firstRecord: Int, rowLimit: Int = .max
  ) -> RowBatch {
    var window = source.text.slice(start..<end)
    let index: FieldIndex
    #if canImport(CTabularScan)
      let isPlain =
        cuts.hasStrayQuotes || cuts.hasLoneReturns || rowLimit != .max || scanner == .plain
      index =
        isPlain
        ? FieldIndex(plain: window, delimiter: dialect.delimiter, rowLimit: rowLimit)
        : BlockScanner.fieldIndex(window, delimiter: dialect.delimiter)
    #else
      index = FieldIndex(plain: window, delimiter: dialect.delimiter, rowLimit: rowLimit)
    #endif
    if let last = index.separators.last, index.rowCount > 0, Int(last) < window.count {
      window = window.slice(0..<Int(last) + 1)
    }
    return RowBatch(
      bytes: window, index: index, firstRecordNumber: firstRecord, textOffset: start,
      source: source, encodingCheck: encodingCheck,
      mayEndInPairs: cuts.endings.contains(.crlf))
  }
}
