import BatchSigning
import Files
package import Parallel
package import Tabular

extension InputTable {
  /// Opens a table that the exchange file names.
  ///
  /// - Parameters:
  ///   - source: The file and what is said of its layout.
  ///   - schema: What the file should hold.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  package init(
    _ source: TableSource, schema: TableSchema, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    try self.init(source, opened: try OpenedTable(source, plan: plan), schema: schema)
  }

  /// Takes a table that is open already.
  init(
    _ source: TableSource, opened: OpenedTable, schema: TableSchema
  ) throws(ExchangeError) {
    try self.init(
      name: source.file.text, path: opened.path, file: opened.file, schema: schema,
      overrides: source.layout.columns, notes: opened.notes)
    remarks = opened.sheet?.remarks ?? []
    digest = opened.digest
  }
}

extension InputTable {
  /// SHA-256 of the file as it lies on the disk or was given, 64 hexadecimal digits; empty for rows
  /// that were put together in memory.
  ///
  /// - Throws: ``ExchangeError`` when the file cannot be read again.
  package func sha256() throws(ExchangeError) -> String {
    if let digest { return digest }
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

  /// Whether the file can be read again by its path.
  var isOnDisk: Bool { bytes == nil && !isStandardInput }
}

extension ExchangeError {
  /// The error of a file in which no row holds anything.
  static func emptyTable(_ name: String) -> ExchangeError {
    ExchangeError(.badInput, file: name, "the file is empty; a heading row is needed")
  }

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
