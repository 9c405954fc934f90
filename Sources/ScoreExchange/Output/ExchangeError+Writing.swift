import Files
import Tabular

extension ExchangeError {
  /// What it means that an output was not written: `inputOutput` where writing failed half way, as
  /// on a full disk, else `outputImpossible`.
  package init(writing error: any Error) {
    let isHalfWay =
      switch error {
      case let error as FileError: error.code == .failed
      case let error as TabularError: error.code == .writeFailed
      default: false
      }
    self.init(isHalfWay ? .inputOutput : .outputImpossible, "\(error)")
  }
}

/// Writes outputs that appear together, or none of them.
///
/// - Parameter body: Writes them, on the thread that calls this.
/// - Returns: What `body` returned.
/// - Throws: What `body` threw, or ``ExchangeError`` with `outputImpossible`.
@discardableResult
public func writingTogether<Result>(
  _ body: () throws(ExchangeError) -> Result
) throws(ExchangeError) -> Result {
  let files = StagedFiles()
  let result = try files.gather(body)
  do throws(FileError) {
    try files.commit()
  } catch {
    throw ExchangeError(writing: error)
  }
  return result
}
