import Files
import Parallel

extension WorkPlan {
  /// Tells whoever waits how many bytes are going to be read.
  ///
  /// - Parameter files: The files; those whose size nobody knows, as standard input, do not count.
  func beginReading(_ files: [NamedFile]) {
    guard progress != nil else { return }
    let sizes = files.map { (try? FileReader(at: $0.path))?.byteCount ?? 0 }
    begin(.reading, expecting: sizes.reduce(0, +))
  }
}
