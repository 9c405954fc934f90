import Files
public import Parallel

extension SampleExchange {
  /// Writes the files of the exchange into a folder.
  ///
  /// A new folder appears whole or not at all. In one where a sample lies already every file is replaced
  /// whole, `exchange.yaml` last, and other files stay; no file of anybody else is replaced.
  ///
  /// - Parameters:
  ///   - folder: The folder; those above it are made.
  ///   - plan: The threads to use; the files do not depend on it.
  ///   - cancellation: Asks the work to stop; then the folder stays as it was.
  /// - Throws: ``SampleError`` with `create`, `write` or `cancelled`.
  /// - Complexity: O(rows).
  public func write(
    toFolder folder: String, plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(SampleError) {
    let staged: StagedFolder
    do throws(FileError) {
      staged = try StagedFolder(at: folder)
    } catch {
      throw SampleError(.create, error.message)
    }
    var sink = SampleFolderSink(folder: staged.path)
    do throws(SampleError) {
      try write(into: &sink, plan: plan, cancellation: cancellation)
    } catch {
      try? sink.close()
      throw error
    }
    let paths = sink.paths
    try sink.close()
    do throws(FileError) {
      if fileKind(at: folder) == nil { return try staged.commit(replacing: []) }
    } catch {
      throw SampleError(error.code == .failed ? .write : .create, error.message)
    }
    if fileKind(at: "\(folder)/\(Self.truthFile)") == nil {
      for path in paths.sorted() where fileKind(at: "\(folder)/\(path)") != nil {
        throw SampleError(
          .create, "\(folder)/\(path) stands there, and no sample wrote it; name another folder")
      }
    }
    do throws(FileError) {
      for path in paths.filter({ $0 != Self.exchangeFile }).sorted() + [Self.exchangeFile] {
        let target = "\(folder)/\(path)"
        if let parent = target.lastIndex(of: "/").map({ String(target[..<$0]) }) {
          try makeFolder(at: parent)
        }
        try moveItem(from: "\(staged.path)/\(path)", to: target)
      }
    } catch {
      throw SampleError(error.code == .failed ? .write : .create, error.message)
    }
  }

  private static let exchangeFile = "exchange.yaml"
  /// By this a folder with a sample is known.
  private static let truthFile = "truth/files.csv"
}
