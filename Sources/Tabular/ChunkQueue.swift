internal import Files
internal import Parallel
internal import Synchronization

/// Chunks of rows that many threads format and that are written in their order.
final class ChunkQueue: Sendable {
  private let output: FileOutput
  private let style: TableWriter.Style
  private let chunkCount: Int
  private let chunks = OrderedResults<TableWriter>(ahead: 8)
  /// Writers of chunks that are written, for their memory.
  private let spare = Mutex<[TableWriter]>([])

  init(_ output: FileOutput, style: TableWriter.Style, chunkCount: Int) {
    self.output = output
    self.style = style
    self.chunkCount = chunkCount
  }

  /// A writer with nothing written, perhaps with memory of an earlier one.
  func writer() -> TableWriter {
    spare.withLock { $0.popLast() } ?? TableWriter(style: style)
  }

  /// Adds the rows of a chunk, and writes what can be written.
  ///
  /// - Returns: Whether the last chunk was written by this call.
  func add(_ rows: consuming TableWriter, at index: Int) throws(FileError) -> Bool {
    let written = try chunks.add(rows, at: index) {
      (rows: consuming TableWriter) throws(FileError) in
      try rows.output.withBytes { (bytes: RawSpan) throws(FileError) in try output.write(bytes) }
      rows.removeAll()
      var written = Optional(consume rows)
      spare.withLock { if let rows = written.take() { $0.append(rows) } }
      return nil
    }
    return written == chunkCount
  }
}
