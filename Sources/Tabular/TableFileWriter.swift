internal import Files
public import Parallel

/// A CSV file that appears whole or not at all, written by rows or by chunks of rows.
public struct TableFileWriter: ~Copyable {
  private var file: StagedFile
  private let path: String
  private let style: TableWriter.Style
  /// The heading row, until it is written before the first rows.
  private var header: TableWriter

  /// Begins a file and writes its heading row.
  ///
  /// - Parameters:
  ///   - path: Where the file shall appear; its folder must exist.
  ///   - headings: The names of the columns.
  ///   - style: Who is going to open it.
  /// - Throws: ``TabularError`` with `notCreatable` or `writeFailed`.
  public init(
    path: String, headings: [String], style: TableWriter.Style = .plain
  ) throws(TabularError) {
    file = try Self.stage(path)
    self.path = path
    self.style = style
    header = TableWriter(style: style)
    header.writeHeader(headings)
  }

  private static func stage(_ path: String) throws(TabularError) -> StagedFile {
    do throws(FileError) {
      return try StagedFile(at: path)
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }

  /// Appends the rows of a writer of the same style.
  ///
  /// - Throws: ``TabularError`` with `writeFailed`.
  public mutating func write(_ rows: borrowing TableWriter) throws(TabularError) {
    do throws(FileError) {
      try writeHeader()
      try Self.write(rows, to: file.output)
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }

  private mutating func writeHeader() throws(FileError) {
    guard header.byteCount > 0 else { return }
    try Self.write(header, to: file.output)
    header.removeAll()
  }

  private static func write(
    _ rows: borrowing TableWriter, to output: FileOutput
  ) throws(FileError) {
    try rows.output.withBytes { (bytes: RawSpan) throws(FileError) in try output.write(bytes) }
  }

  /// Appends rows that `body` formats, concurrently, in the order of their indices.
  ///
  /// While one thread writes, the others format the next chunks. Memory is bounded: a few chunks of
  /// text.
  ///
  /// - Parameters:
  ///   - rowCount: How many rows.
  ///   - plan: How many threads may work; the file is the same for every number.
  ///   - chunkLength: Rows in a chunk.
  ///   - body: Appends the fields of the rows in a range and ends each row.
  /// - Throws: ``TabularError`` with `writeFailed`.
  public mutating func writeRows(
    _ rowCount: Int, plan: WorkPlan = .allCores, chunkLength: Int = 8_192,
    _ body: @Sendable (Range<Int>, inout TableWriter) -> Void
  ) throws(TabularError) {
    do throws(FileError) {
      try writeHeader()
      try writeChunks(rowCount, plan: plan, chunkLength: max(1, chunkLength), body)
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }

  private func writeChunks(
    _ rowCount: Int, plan: WorkPlan, chunkLength: Int,
    _ body: @Sendable (Range<Int>, inout TableWriter) -> Void
  ) throws(FileError) {
    let chunkCount = (rowCount + chunkLength - 1) / chunkLength
    let queue = ChunkQueue(file.output, style: style, chunkCount: chunkCount)
    _ = try plan.map(count: chunkCount) { (chunk: Int) throws(FileError) in
      var writer = queue.writer()
      let start = chunk * chunkLength
      let rows = start..<min(start + chunkLength, rowCount)
      body(rows, &writer)
      _ = try queue.add(consume writer, at: chunk)
      plan.advance(rows: rows.count)
    }
  }

  /// Appends parts of any number of rows that `body` formats, concurrently, in the order of their
  /// numbers, beside other work.
  ///
  /// While one thread writes, the others format the next parts. Memory is bounded: a few parts of text,
  /// and what `body` returns.
  ///
  /// - Parameters:
  ///   - partCount: How many parts.
  ///   - plan: How many threads may work; the file is the same for every number.
  ///   - failure: What it means when the file cannot be written.
  ///   - other: The other work.
  ///   - body: Appends whole rows of the part with a number.
  /// - Returns: What `body` returned, in the order of the parts, and what the other work returned.
  /// - Throws: What `body` or the other work threw, or the failure of writing.
  package mutating func writeParts<Part: Sendable, Other: Sendable, Failure: Error>(
    _ partCount: Int, plan: WorkPlan = .allCores, failure: @Sendable (TabularError) -> Failure,
    beside other: @Sendable () throws(Failure) -> Other,
    _ body: @Sendable (Int, inout TableWriter) throws(Failure) -> Part
  ) throws(Failure) -> ([Part], Other) {
    let path = self.path
    do throws(FileError) {
      try writeHeader()
    } catch {
      throw failure(TabularError(writing: error, file: path))
    }
    let queue = ChunkQueue(file.output, style: style, chunkCount: partCount)
    return try plan.map(count: partCount, beside: other) { (number: Int) throws(Failure) -> Part in
      var writer = queue.writer()
      let part = try body(number, &writer)
      do throws(FileError) {
        _ = try queue.add(consume writer, at: number)
      } catch {
        throw failure(TabularError(writing: error, file: path))
      }
      return part
    }
  }

  /// Flushes the file and gives it its name.
  ///
  /// - Throws: ``TabularError`` with `notCreatable` or `writeFailed`; what stood there is then untouched.
  public consuming func commit() throws(TabularError) {
    let path = self.path
    do throws(FileError) {
      try writeHeader()
      try file.commit()
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }
}
