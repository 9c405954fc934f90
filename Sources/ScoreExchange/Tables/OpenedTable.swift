import BatchSigning
import Files
import Parallel
import Tabular
import Scores
import Workbooks

/// A file that was opened, and whose headings are not looked at yet.
///
/// Here the bytes of a file become the text of a table, whatever the file is: text, a workbook, or the
/// rows of a signed batch.
struct OpenedTable: Sendable {
  /// The rows.
  let file: TableFile
  /// Where the file lies, for a signed batch that of its rows; nil for standard input and a file in
  /// memory.
  let path: String?
  /// SHA-256 of what has no path to be read again by; nil for a file on the disk.
  private(set) var digest: String?
  /// The sheet, where the file is a workbook.
  var sheet: OpenedSheet?
  /// For a signed batch the answer to its issuer.
  var acknowledgement: Acknowledgement?

  /// What lets a batch in, and as what.
  typealias Batch = (gate: BatchGate, entry: ResultSource)

  /// What is to be known of a workbook's cells besides their text.
  var notes: CellNotes { sheet?.notes ?? .none }

  /// Opens what the exchange file names: a file, standard input, or the rows of a signed batch once
  /// it is accepted.
  ///
  /// - Parameters:
  ///   - source: The file, or the folder of a batch, and what is said of its layout.
  ///   - batch: What lets the file in where it is a batch; nil where only plain files are read.
  ///   - plan: The threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, `badInput`, or `notPermitted`
  ///   for a batch that is refused.
  init(
    _ source: TableSource, batch: Batch? = nil, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let name = source.file.text
    let layout = source.layout
    let overrides = try layout.dialectOverrides(of: name)
    do {
      if let batch, BatchGate.isBatch(source.file) {
        let rows = try batch.gate.rows(of: batch.entry, plan: plan)
        try Self.refuseSheet(layout, name)
        file = try TableFile(bytes: rows.bytes, name: name, overrides: overrides, plan: plan)
        path = rows.path
        acknowledgement = rows.acknowledgement
        return
      }
      path = source.file.isOnDisk ? source.file.path : nil
      if let path {
        if fileKind(at: path) == .regular, BatchSource.isLikely(at: path) {
          throw ExchangeError(
            .badInput, file: name,
            "this is a tar, as of a signed batch; name it under \"results:\" of an exchange file, "
              + "where it is verified first")
        }
        if let workbook = try Self.workbook(at: path, name: name) {
          (file, sheet) = try Self.read(workbook, layout, plan)
          return
        }
        file = try Self.table(at: path, overrides, plan)
        try Self.refuseSheet(layout, name, unlessRejectsStandIn: file)
        return
      }
      let bytes = try source.file.bytes ?? readStandardInput()
      digest = SHA256.digest(of: bytes).hex
      if bytes.starts(with: Workbook.signature) {
        (file, sheet) = try Self.read(Workbook(bytes: bytes, name: name), layout, plan)
      } else {
        file = try TableFile(bytes: bytes, name: name, overrides: overrides, plan: plan)
        try Self.refuseSheet(layout, name, unlessRejectsStandIn: file)
      }
    } catch let error as ExchangeError {
      throw error
    } catch let error as TabularError {
      throw ExchangeError(error, file: name)
    } catch let error as WorkbookError {
      throw ExchangeError(error)
    } catch {
      throw ExchangeError(.inputOutput, file: name, "\(error)")
    }
  }

  /// The text file at a path. Rows that were rejected as damaged stand in a `rejects.csv` as they are.
  private static func table(
    at path: String, _ overrides: DialectOverrides, _ plan: WorkPlan
  ) throws(TabularError) -> TableFile {
    do throws(TabularError) {
      return try TableFile(path: path, overrides: overrides, plan: plan)
    } catch {
      var lenient = overrides
      lenient.expectsDamage = true
      guard error.code == .misreadEncoding,
        let file = try? TableFile(path: path, overrides: lenient, plan: plan),
        file.preview(recordCount: 1).first == Reject.headings
      else { throw error }
      return file
    }
  }

  /// The workbook at a path; nil for any other file, and where there is none that can be read.
  private static func workbook(at path: String, name: String) throws -> Workbook? {
    guard let reader = try? FileReader(at: path), reader.byteCount >= 4,
      try reader.read(0..<4) == Workbook.signature
    else { return nil }
    return try Workbook(reader, name: name)
  }

  private static func read(
    _ workbook: Workbook, _ layout: TableLayout, _ plan: WorkPlan
  ) throws -> (TableFile, OpenedSheet) {
    guard layout.encoding == nil, layout.delimiter == nil else {
      throw ExchangeError(
        .badInput, file: workbook.name, "a workbook has no encoding and no delimiter to be named")
    }
    let sign: Workbook.DecimalSign =
      switch try layout.forcedDecimal(of: workbook.name) {
      case nil: .asInTexts
      case .point: .point
      case .comma: .comma
      }
    let sheet = try workbook.sheet(named: layout.sheet)
    let text = try workbook.text(of: sheet, decimalSign: sign)
    // Whoever names a sheet knows that there are others.
    let unread =
      layout.sheet == nil
      ? workbook.sheets.filter { $0 != sheet && $0.isVisible && workbook.hasRows(on: $0) } : []
    let file = try TableFile(
      bytes: text.bytes, name: workbook.name,
      overrides: DialectOverrides(encoding: .utf8, delimiter: .comma), plan: plan)
    return (
      file,
      OpenedSheet(
        name: text.sheet, others: workbook.sheets.map(\.name).filter { $0 != text.sheet },
        unread: unread.map(\.name), notes: CellNotes(text.notes))
    )
  }

  /// Refuses a sheet for what has none. The corrected rejects of a workbook are no workbook, and the
  /// sheet is the one that they came from.
  private static func refuseSheet(
    _ layout: TableLayout, _ name: String, unlessRejectsStandIn file: TableFile? = nil
  ) throws(ExchangeError) {
    guard let sheet = layout.sheet else { return }
    if file?.preview(recordCount: 1).first == Reject.headings { return }
    throw ExchangeError(
      .badInput, file: name, "this is no workbook, so it has no sheet \"\(sheet)\"")
  }
}

/// A sheet that was read.
struct OpenedSheet: Sendable {
  /// Its name.
  let name: String
  /// The other sheets of the workbook, in its order.
  let others: [String]
  /// Those of them that hold a table, where nobody said which is meant.
  let unread: [String]
  /// What is to be known of its cells besides their text.
  let notes: CellNotes

  /// What a person should know of the workbook.
  var remarks: [Message] {
    guard !unread.isEmpty else { return [] }
    let names = unread.map { "\"\($0)\"" }.joined(separator: ", ")
    return [
      "the sheet \"\(name)\" was read, and not \(names); name the sheet that is meant, or give each "
        + "a file of its own"
    ]
  }
}

extension ExchangeError {
  /// What a workbook's failure means for the exchange.
  init(_ error: WorkbookError) {
    let code: Code =
      switch error.code {
      case .missing: .inputMissing
      case .readFailed: .inputOutput
      case .writeFailed: .outputImpossible
      default: .badInput
      }
    self.init(code, "\(error). \(error.recovery)")
  }
}
