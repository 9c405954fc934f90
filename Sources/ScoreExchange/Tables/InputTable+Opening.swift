import BatchSigning
import Files
import Parallel
package import Tabular

extension InputTable {
  /// Opens a table that the exchange file names.
  ///
  /// - Parameters:
  ///   - source: The file and what is said of its layout.
  ///   - schema: What the file should hold.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  package init(_ source: TableSource, schema: TableSchema) throws(ExchangeError) {
    try self.init(source, file: try Self.file(of: source), schema: schema)
  }

  /// Takes a table that is open already.
  init(
    _ source: TableSource, file: TableFile, schema: TableSchema
  ) throws(ExchangeError) {
    try self.init(
      name: source.file.text, path: source.file.isStandardInput ? nil : source.file.path,
      file: file, schema: schema, overrides: source.layout.columns)
  }

  /// Opens a table that the exchange file names, or the rows of a signed batch once it is accepted.
  ///
  /// - Parameters:
  ///   - source: The file, or the folder of a batch, and what is said of its layout.
  ///   - schema: What the file should hold.
  ///   - batches: What lets batches in; nil where only plain files are read.
  ///   - plan: The threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, `badInput`, or `notPermitted`
  ///   for a batch that is refused.
  init(
    _ source: TableSource, schema: TableSchema, batches: BatchGate?, plan: WorkPlan
  ) throws(ExchangeError) {
    guard let batches, BatchGate.isBatch(source.file) else {
      try self.init(source, schema: schema)
      return
    }
    let name = source.file.text
    let overrides = try source.layout.dialectOverrides(of: name)
    let rows = try batches.rows(of: source.file, plan: plan)
    let file: TableFile
    do throws(TabularError) {
      file = try TableFile(bytes: rows.bytes, name: name, overrides: overrides, plan: plan)
    } catch {
      throw ExchangeError(error, file: name)
    }
    try self.init(
      name: name, path: rows.path, file: file, schema: schema, overrides: source.layout.columns)
  }

  /// The rows of a file that the exchange file names.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  static func file(of source: TableSource) throws(ExchangeError) -> TableFile {
    let name = source.file.text
    let overrides = try source.layout.dialectOverrides(of: name)
    do {
      return source.file.isStandardInput
        ? try TableFile(bytes: readStandardInput(), name: name, overrides: overrides)
        : try TableFile(path: source.file.path, overrides: overrides)
    } catch let error as TabularError {
      throw ExchangeError(error, file: name)
    } catch {
      throw ExchangeError(.inputOutput, file: name, "\(error)")
    }
  }
}

extension InputTable {
  /// SHA-256 of the file as it lies on the disk, 64 hexadecimal digits; empty for standard input.
  ///
  /// - Throws: ``ExchangeError`` when the file cannot be read again.
  package func sha256() throws(ExchangeError) -> String {
    guard let path else { return "" }
    do throws(SigningError) {
      return try SHA256.digest(ofFileAt: path).hex
    } catch {
      throw ExchangeError(.inputOutput, file: name, "\(error)")
    }
  }
}

extension NamedFile {
  /// Whether the name stands for standard input.
  var isStandardInput: Bool { path == "-" }
}

extension ExchangeError {
  /// What a table's failure means for the exchange.
  package init(_ error: TabularError, file: String) {
    let code: Code =
      switch error.code {
      case .missing: .inputMissing
      case .readFailed, .writeFailed: .inputOutput
      default: .badInput
      }
    self.init(code, "\(error) \(error.recovery)")
  }
}
