import Files
import Parallel

extension WorkPlan {
  /// Tells whoever waits how many bytes are going to be read.
  ///
  /// - Parameter files: The files; those whose size nobody knows, as standard input, do not count.
  func beginReading(_ files: [NamedFile]) {
    guard progress != nil else { return }
    begin(.reading, expecting: files.byteCount)
  }
}

extension [NamedFile] {
  /// How long the files are together; those whose size nobody knows, as standard input, do not count.
  var byteCount: Int {
    reduce(0) { $0 + ($1.bytes?.count ?? (try? FileReader(at: $1.path))?.byteCount ?? 0) }
  }
}
