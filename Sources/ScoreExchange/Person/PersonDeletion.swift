import BatchSigning
import Files
import Foundation
public import Parallel

/// One deletion of a person's data from an output folder, as `deletions.json` records it: how many
/// rows of which table, and nothing about whom.
public struct PersonDeletion: Codable, Hashable, Sendable {
  /// When.
  public let at: String
  /// Rows deleted, by the table's place in the folder.
  public let rows: [String: Int]

  /// The record of all deletions in an output folder.
  static let fileName = "deletions.json"

  /// Deletes everything that an output folder holds about one person.
  ///
  /// Tables lose the rows about her; all other bytes stay. A signed batch keeps its manifest and
  /// signatures and becomes a ``RedactedBatch``, in which every other row can still be proved. The
  /// summary and the cutoffs, which tell of nobody, stay as the run counted them, and the page is
  /// made anew; copies of tables as workbooks are removed. Files that a run reads are not touched: a person who stands in them comes back with
  /// the next run.
  ///
  /// A deletion that was cut off is finished by the same request.
  ///
  /// - Parameters:
  ///   - request: Whose data.
  ///   - folder: The output folder of a run.
  ///   - now: The time of the record.
  ///   - plan: Threads.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `badInput` where nothing is about such a
  ///   person or a batch is not the one that was signed, `inputOutput`, `outputImpossible`.
  /// - Complexity: O(bytes of the tables).
  public init(
    _ request: PersonRequest, from folder: String, at now: UTCInstant, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let records = try PersonRecords(request, in: folder, plan: plan)
    at = "\(now)"
    rows = Dictionary(
      uniqueKeysWithValues: records.tables.map { ($0.name, $0.rows.count) })
    do {
      for table in records.tables where table.isSigned { try Self.redact(table, in: folder, plan) }
      let staged = try StagedFolder(at: folder)
      for table in records.tables where !table.isSigned {
        try writeBytes(
          table.remainder(of: try readOutput("\(folder)/\(table.name)")),
          to: "\(staged.path)/\(table.name)")
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try writeBytes(
        Array(try encoder.encode(try Self.earlier(in: folder) + [self])) + [0x0A],
        to: "\(staged.path)/\(Self.fileName)")
      // A workbook is only a copy of a table; it goes, for it holds the same rows.
      try staged.commit(replacing: ExchangeRun.workbookNames)
      let page = try RunReport(try RunFigures(folder: folder, plan: plan)).html()
      try writeBytes(Array(page.utf8), to: "\(folder)/report.html")
    } catch let error as ExchangeError {
      throw error
    } catch let error as SigningError {
      throw ExchangeError(signing: error)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// Takes rows out of a batch; the batch's folder changes whole or not at all.
  private static func redact(
    _ table: PersonalRows, in folder: String, _ plan: WorkPlan
  ) throws {
    let path = "\(folder)/\(table.name.split(separator: "/").dropLast().joined(separator: "/"))"
    var batch = try RedactedBatch(at: path, plan: plan)
    let numbers = batch.keptNumbers
    for row in table.rows { batch.delete(row: numbers[row.number - 1]) }
    let staged = try StagedFolder(at: path)
    try batch.write(to: staged.path)
    try staged.commit(replacing: Set(try namesInFolder(path)))
  }

  /// The deletions that are recorded already.
  private static func earlier(in folder: String) throws(ExchangeError) -> [PersonDeletion] {
    let path = "\(folder)/\(fileName)"
    guard fileKind(at: path) == .regular else { return [] }
    do {
      return try JSONDecoder().decode(
        [PersonDeletion].self, from: Data(try readOutput(path)))
    } catch {
      throw ExchangeError(.badInput, file: path, "the record of deletions is damaged")
    }
  }
}
