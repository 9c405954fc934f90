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
