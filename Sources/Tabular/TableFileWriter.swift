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
  /// - Throws: ``TabularError`` with `writeFailed`.
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
      try file.write(header.bytes)
      header.removeAll()
      try file.write(rows.bytes)
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }

  /// Appends rows that `body` formats, concurrently, in the order of their indices.
  ///
  /// Memory is bounded: a few chunks of text at a time.
  ///
  /// - Parameters:
  ///   - rowCount: How many rows.
  ///   - plan: How many threads may format; the file is the same for every number.
  ///   - chunkLength: Rows in a chunk.
  ///   - body: Appends the fields of the rows in a range and ends each row.
  /// - Throws: ``TabularError`` with `writeFailed`.
  public mutating func writeRows(
    _ rowCount: Int, plan: WorkPlan = .allCores, chunkLength: Int = 8_192,
    _ body: @Sendable (Range<Int>, inout TableWriter) -> Void
  ) throws(TabularError) {
    let wave = max(1, chunkLength) * plan.threadCount * 4
    var start = 0
    while start < rowCount {
      let first = start
      let count = min(wave, rowCount - first)
      let style = self.style
      let chunks = plan.mapChunks(of: count, chunkLength: chunkLength) { range in
        var writer = TableWriter(style: style)
        body(first + range.lowerBound..<first + range.upperBound, &writer)
        return writer
      }
      for chunk in chunks { try write(chunk) }
      start += count
    }
  }

  /// Flushes the file and gives it its name.
  ///
  /// - Throws: ``TabularError`` with `writeFailed`; what stood there is then untouched.
  public consuming func commit() throws(TabularError) {
    try write(TableWriter(style: style))
    let path = self.path
    do throws(FileError) {
      try file.commit()
    } catch {
      throw TabularError(writing: error, file: path)
    }
  }
}
