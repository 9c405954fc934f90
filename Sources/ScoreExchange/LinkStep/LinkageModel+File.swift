import Files
public import RecordLinkage

extension LinkageModel {
  /// Reads a stored model.
  ///
  /// - Parameter path: The file, as ``write(to:)`` leaves it; `-` reads standard input.
  /// - Throws: ``ExchangeError`` with `inputMissing` or `inputOutput` for a file that cannot be read,
  ///   and with `badInput` for one that holds no usable model.
  public init(contentsOfFile path: String) throws(ExchangeError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFileOrStandardInput(at: path)
    } catch {
      throw ExchangeError(reading: error, file: path)
    }
    do throws(LinkageError) {
      try self.init(json: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw ExchangeError(.badInput, file: path, "\(error)")
    }
  }

  /// Writes the model into a file that appears whole or not at all.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  public func write(to path: String) throws(ExchangeError) {
    do throws(FileError) {
      try writeBytes(Array(json.utf8), to: path)
    } catch {
      throw ExchangeError(writing: error)
    }
  }
}
