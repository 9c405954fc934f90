internal import Files
internal import Synchronization

/// Chunks of rows that many threads format and that are written in their order.
///
/// Whoever has formatted a chunk writes it and what waits behind it, unless somebody is writing
/// already. Memory is bounded: when many chunks wait, a thread waits too before it formats another.
final class ChunkQueue: Sendable {
  private struct State {
    var waiting: [Int: TableWriter] = [:]
    /// The chunk that is to be written next.
    var next = 0
    /// Writers of chunks that are written, for their memory.
    var spare: [TableWriter] = []
  }

  private let output: FileOutput
  private let style: TableWriter.Style
  private let chunkCount: Int
  private let state = Mutex(State())
  /// Held by whoever writes.
  private let writing = Mutex(())

  /// Chunks that may wait before threads do.
  private static let greatestWaiting = 8

  init(_ output: FileOutput, style: TableWriter.Style, chunkCount: Int) {
    self.output = output
    self.style = style
    self.chunkCount = chunkCount
  }

  /// A writer with nothing written, perhaps with memory of an earlier one.
  func writer() -> TableWriter {
    state.withLock { $0.spare.popLast() } ?? TableWriter(style: style)
  }

  /// Adds the rows of a chunk, and writes what can be written.
  ///
  /// - Returns: Whether the last chunk was written by this call.
  func add(_ rows: consuming TableWriter, at index: Int) throws(FileError) -> Bool {
    var added = Optional(consume rows)
    let isFull = state.withLock { state in
      state.waiting[index] = added.take()
      return state.waiting.count > Self.greatestWaiting
    }
    var isLast = isFull ? try writing.withLock { _ throws(FileError) in try writeWaiting() } : false
    // What was added after the one who writes had looked for it would be left behind.
    while !isLast, state.withLock({ $0.waiting[$0.next] != nil }) {
      let written = try writing.withLockIfAvailable { _ throws(FileError) in try writeWaiting() }
      guard let written else { return false }
      isLast = written
    }
    return isLast
  }

  /// Writes the chunks that are next; says whether the last one was among them.
  private func writeWaiting() throws(FileError) -> Bool {
    while var rows = state.withLock({ $0.waiting.removeValue(forKey: $0.next) }) {
      try rows.output.withBytes { (bytes: RawSpan) throws(FileError) in try output.write(bytes) }
      rows.removeAll()
      let isLast = state.withLock { state in
        state.spare.append(rows)
        state.next += 1
        return state.next == chunkCount
      }
      if isLast { return true }
    }
    return false
  }
}
