import BatchSigning
import Files
import Foundation
public import Parallel

/// A copy of everything that an output folder holds about one person, for herself: every row of every
/// table, and a receipt for each row that was signed.
public struct PersonExport: Encodable, Sendable {
  /// `person-export/1`.
  public let format: String
  /// Her numbers as an applicant.
  public let applicants: [String]
  /// Her results as `issuer/assessment/sitting/candidate_number`.
  public let results: [String]
  /// The rows by the table's place in the folder, each a cell under its heading.
  public let tables: [String: [[String: String]]]
  /// The receipts' files beside this document.
  public let receipts: [String]

  /// Writes the copy into a folder: `person.json` and the receipts, readable by the owner alone.
  ///
  /// - Parameters:
  ///   - request: Whose data.
  ///   - output: The output folder of a run.
  ///   - folder: The folder for the copy; what stands there under these names is replaced.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `badInput` where nothing is about such a
  ///   person, `inputOutput`, `outputImpossible`.
  /// - Complexity: O(bytes of the tables + receipts × rows of their batches).
  public init(
    _ request: PersonRequest, from output: String, to folder: String, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let records = try PersonRecords(request, in: output, plan: plan)
    format = "person-export/1"
    applicants = records.applicants.sorted { $0.precedesInBytes($1) }
    results = records.results.sorted { $0.precedesInBytes($1) }
    tables = Dictionary(
      uniqueKeysWithValues: records.tables.map { table in
        (
          table.name,
          table.rows.map { row in
            Dictionary(zip(table.headings, row.cells), uniquingKeysWith: { first, _ in first })
          }
        )
      })
    var receipts: [String] = []
    do {
      let staged = try StagedFolder(at: folder)
      for table in records.tables where table.isSigned {
        let batch = String(table.name.dropFirst("batches/".count).prefix { $0 != "/" })
        for row in table.rows {
          let name = "receipt-\(batch)-\(row.number).json"
          try Self.receipt(of: row.number, inBatchAt: "\(output)/batches/\(batch)", plan)
            .write(to: "\(staged.path)/\(name)")
          receipts.append(name)
        }
      }
      self.receipts = receipts
      try writeBytes(
        jsonDocument(self), to: "\(staged.path)/person.json", permissions: 0o600)
      try staged.commit(replacing: [])
    } catch let error as SigningError {
      throw ExchangeError(signing: error)
    } catch {
      throw error as? ExchangeError ?? ExchangeError(writing: error)
    }
  }

  private static func receipt(
    of row: Int, inBatchAt path: String, _ plan: WorkPlan
  ) throws(SigningError) -> Receipt {
    guard fileKind(at: "\(path)/\(RedactedBatch.fileName)") == .regular else {
      return try Receipt(batch: path, row: .number(row), plan: plan)
    }
    return try Receipt(redacted: RedactedBatch(at: path, plan: plan), row: row)
  }
}

extension PersonalRows {
  /// Whether the table is the rows file of a batch.
  var isSigned: Bool { name.hasPrefix("batches/") }
}
