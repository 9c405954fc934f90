public import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for the input files of one process, removed when the process ends.
public enum ScratchFolder {
  /// The folder; made at its first use.
  ///
  /// - Throws: `FileError` if it cannot be made.
  public static func make() throws(FileError) -> String {
    let path = "/tmp/score-exchange-benchmark-\(getpid())"
    if fileKind(at: path) == nil {
      try makeFolder(at: path)
      atexit { try? removeItem(at: "/tmp/score-exchange-benchmark-\(getpid())") }
    }
    return path
  }
}
