import Synchronization

/// Files that appear together, or none of them.
///
/// What is committed within ``gather(_:)`` lies on the disk then, whole but for its name; ``commit()``
/// gives all files their names. A value that goes away without it leaves nothing behind. A device or
/// pipe takes its bytes at once.
public final class StagedFiles: Sendable {
  /// Whose files are being committed on this thread.
  @TaskLocal static var gathering: StagedFiles?

  private let files = Mutex<[Unnamed]>([])

  /// No files.
  public init() {}

  /// A file that has everything but its name.
  private final class Unnamed: Sendable {
    let file: Mutex<StagedFile?>
    let isNew: Bool

    init(_ file: consuming StagedFile, isNew: Bool) {
      self.file = Mutex(file)
      self.isNew = isNew
    }
  }

  /// Takes a file that is on the disk.
  func add(_ file: consuming StagedFile, isNew: Bool) {
    let unnamed = Unnamed(file, isNew: isNew)
    files.withLock { $0.append(unnamed) }
  }

  /// Does work in which files are committed on this thread.
  ///
  /// - Parameter body: The work.
  /// - Returns: What the work returned.
  /// - Throws: What the work threw; files that it had committed still belong to these.
  public func gather<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Self.$gathering.withValue(self) {
      do throws(Failure) {
        return Swift.Result<Result, Failure>.success(try body())
      } catch {
        return .failure(error)
      }
    }.get()
  }

  /// Gives all files their names, in the order in which they were committed.
  ///
  /// - Throws: ``FileError`` with `notCreatable` where a name cannot be given any more, as in a folder
  ///   that was taken away meanwhile; that file and those behind it do not appear.
  public func commit() throws(FileError) {
    let unnamed = files.withLock { files in
      defer { files = [] }
      return files
    }
    for entry in unnamed {
      if let file = entry.file.withLock({ $0.take() }) { try file.name(isNew: entry.isNew) }
    }
  }
}
