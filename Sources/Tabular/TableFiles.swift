internal import Files
package import Parallel
internal import Synchronization

/// A CSV file to be written together with others.
package struct TableContent: Sendable {
  /// Where the file shall appear; its folder must exist.
  package let path: String
  /// The names of the columns.
  package let headings: [String]
  /// How many rows it has.
  package let rowCount: Int
  /// Rows that are formatted together.
  package let chunkLength: Int
  /// Appends the fields of the rows in a range and ends each row.
  package let appendRows: @Sendable (Range<Int>, inout TableWriter) -> Void

  /// A file of these rows.
  package init(
    path: String, headings: [String], rowCount: Int, chunkLength: Int,
    appendRows: @escaping @Sendable (Range<Int>, inout TableWriter) -> Void
  ) {
    self.path = path
    self.headings = headings
    self.rowCount = rowCount
    self.chunkLength = max(1, chunkLength)
    self.appendRows = appendRows
  }

  /// Writes files, each of which appears whole or not at all.
  ///
  /// All threads go on with the next file while one waits for the disk to have the last.
  ///
  /// - Parameters:
  ///   - files: What is to be written.
  ///   - style: Who is going to open them.
  ///   - plan: How many threads may work; the files are the same for every number.
  ///   - other: Other work, which one thread does before it writes.
  /// - Returns: What the other work returned.
  /// - Throws: ``TabularError`` with `notCreatable` or `writeFailed`.
  package static func write<Other: Sendable>(
    _ files: [TableContent], style: TableWriter.Style, plan: WorkPlan,
    beside other: @Sendable () throws(TabularError) -> Other
  ) throws(TabularError) -> Other {
    var staged: [StagedTable] = []
    var chunks: [(file: Int, chunk: Int)] = []
    for (index, file) in files.enumerated() {
      let table = try StagedTable(file, style: style)
      for chunk in 0..<table.chunkCount { chunks.append((index, chunk)) }
      staged.append(table)
    }
    let (tables, order) = (staged, chunks)
    return try plan.map(count: order.count, beside: other) { (index: Int) throws(TabularError) in
      let (file, chunk) = order[index]
      plan.advance(rows: try tables[file].write(chunk: chunk))
    }.1
  }
}

/// A file while its chunks are being written.
private final class StagedTable: Sendable {
  let chunkCount: Int
  private let content: TableContent
  private let file: Mutex<StagedFile?>
  private let queue: ChunkQueue

  init(_ content: TableContent, style: TableWriter.Style) throws(TabularError) {
    self.content = content
    // A file without rows has a chunk for its headings.
    chunkCount = max(1, (content.rowCount + content.chunkLength - 1) / content.chunkLength)
    do throws(FileError) {
      let staged = try StagedFile(at: content.path)
      queue = ChunkQueue(staged.output, style: style, chunkCount: chunkCount)
      file = Mutex(staged)
    } catch {
      throw TabularError(writing: error, file: content.path)
    }
  }

  /// Formats a chunk and writes what can be written; says how many rows it has. Whoever writes the
  /// last chunk finishes the file.
  func write(chunk: Int) throws(TabularError) -> Int {
    var writer = queue.writer()
    if chunk == 0 { writer.writeHeader(content.headings) }
    let start = chunk * content.chunkLength
    let rows = start..<min(start + content.chunkLength, content.rowCount)
    content.appendRows(rows, &writer)
    do throws(FileError) {
      if try queue.add(consume writer, at: chunk), let staged = file.withLock({ $0.take() }) {
        try staged.commit()
      }
    } catch {
      throw TabularError(writing: error, file: content.path)
    }
    return rows.count
  }
}
