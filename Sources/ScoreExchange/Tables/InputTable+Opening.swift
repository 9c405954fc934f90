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
    try self.init(source, opened: try Self.open(source), schema: schema)
  }

  /// Takes a table that is open already.
  init(
    _ source: TableSource, opened: OpenedTable, schema: TableSchema
  ) throws(ExchangeError) {
    try self.init(
      name: source.file.text, path: opened.path, file: opened.file, schema: schema,
      overrides: source.layout.columns)
  }

  /// A file of rows, where it lies (no path for standard input), and for a signed batch the answer
  /// to its issuer.
  typealias OpenedTable = (file: TableFile, path: String?, acknowledgement: Acknowledgement?)

  /// Opens what the exchange file names: a file, standard input, or the rows of a signed batch once
  /// it is accepted.
  ///
  /// - Parameters:
  ///   - source: The file, or the folder of a batch, and what is said of its layout.
  ///   - batches: What lets batches in; nil where only plain files are read.
  ///   - plan: The threads.
  /// - Returns: The rows.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, `badInput`, or `notPermitted`
  ///   for a batch that is refused.
  static func open(
    _ source: TableSource, batches: BatchGate? = nil, plan: WorkPlan = .allCores
  ) throws(ExchangeError) -> OpenedTable {
    let name = source.file.text
    let overrides = try source.layout.dialectOverrides(of: name)
    do {
      if let batches, BatchGate.isBatch(source.file) {
        let rows = try batches.rows(of: source.file, plan: plan)
        return (
          try TableFile(bytes: rows.bytes, name: name, overrides: overrides, plan: plan), rows.path,
          rows.acknowledgement
        )
      }
      if source.file.isStandardInput {
        return (
          try TableFile(bytes: readStandardInput(), name: name, overrides: overrides, plan: plan),
          nil, nil
        )
      }
      return (
        try TableFile(path: source.file.path, overrides: overrides, plan: plan), source.file.path,
        nil
      )
    } catch let error as ExchangeError {
      throw error
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
    self.init(code, "\(error). \(error.recovery)")
  }
}
