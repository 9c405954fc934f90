import Synchronization

/// Everything that this process has begun to write and not yet given its name.
///
/// What is begun, finished or given up, and every folder that is made, goes through one lock. A
/// process that must end holds it for good: what is removed then cannot come back, and what is being
/// put in its place gets there first.
public enum StagedOutputs {
  private static let paths = Mutex<Set<String>>([])

  /// Removes every output that was begun and not finished; then the process must end.
  ///
  /// Other threads may go on meanwhile, but finish nothing and begin nothing.
  ///
  /// - Parameter end: Ends the process.
  public static func removeAll(then end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths.sorted() { try? removeItem(at: path) }
      end()
    }
  }

  /// Changes names on the disk, and keeps account of what stands under those of staged outputs.
  static func change<Result: ~Copyable>(
    _ body: (inout sending Set<String>) throws(FileError) -> sending Result
  ) throws(FileError) -> sending Result {
    try paths.withLock(body)
  }
}
