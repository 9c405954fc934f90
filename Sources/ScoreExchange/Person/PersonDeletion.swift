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
  /// made anew; copies of tables as workbooks are removed. Files that a run reads are not touched: a
  /// person who stands in them comes back with the next run.
  ///
  /// The batches change one by one, then everything else at once. A deletion that was cut off is
  /// finished by the same request, and the record counts what both deleted.
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
    try Self.settle(folder)
    let records = try PersonRecords(request, in: folder, plan: plan)
    let earlier = try Self.earlier(in: folder)
    at = "\(now)"
    do {
      let found = Dictionary(
        uniqueKeysWithValues: records.tables.map { ($0.name, $0.rows.count) })
      rows = try Self.unrecorded(in: folder, earlier, plan).merging(found, uniquingKeysWith: +)
      let staged = try StagedFolder(at: folder)
      for table in records.tables where !table.isSigned {
        try writeBytes(
          table.remainder(of: try readOutput("\(folder)/\(table.name)")),
          to: "\(staged.path)/\(table.name)")
      }
      try writeBytes(jsonDocument(earlier + [self]), to: "\(staged.path)/\(Self.fileName)")
      let figures = try RunFigures(folder: folder, changes: staged.path, plan: plan)
      try writeBytes(Array(try RunReport(figures).html().utf8), to: "\(staged.path)/report.html")
      for table in records.tables where table.isSigned { try Self.redact(table, in: folder, plan) }
      // A workbook is only a copy of a table; it goes, for it holds the same rows.
      let copies = try UnmatchedLists.names(in: folder).map(workbookPath)
      try staged.commit(replacing: ExchangeRun.workbookNames.union(copies))
    } catch let error as ExchangeError {
      throw error
    } catch let error as SigningError {
      throw ExchangeError(signing: error)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// Finishes or undoes what a deletion that was killed has left: the output folder under another
  /// name, or folders beside the batches, where they would be taken for batches too.
  private static func settle(_ output: String) throws(ExchangeError) {
    if fileKind(at: output) == nil, let parent = folder(of: output), fileKind(at: parent) == .folder
    {
      try settle(folderAt: output)
    }
    guard fileKind(at: "\(output)/summary.json") == .regular else { return }
    let summary: RunSummary = try OutputFolder(output, plan: .sequential).document("summary.json")
    for batch in summary.batches {
      let name = batch.folder.split(separator: "/").last ?? ""
      try settle(folderAt: "\(output)/batches/\(name)")
    }
  }

  private static func settle(folderAt path: String) throws(ExchangeError) {
    do throws(FileError) {
      // A new folder settles what the one before it has left, and goes.
      _ = try StagedFolder(at: path)
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// The rows that are gone from the batches and stand in no record: a deletion that was cut off
  /// had deleted them.
  private static func unrecorded(
    in folder: String, _ records: [PersonDeletion], _ plan: WorkPlan
  ) throws -> [String: Int] {
    var rows: [String: Int] = [:]
    for table in try PersonRecords.batches(in: folder) {
      let path = batch(of: table, in: folder)
      guard fileKind(at: "\(path)/\(RedactedBatch.fileName)") == .regular else { continue }
      let recorded = records.reduce(0) { $0 + ($1.rows[table] ?? 0) }
      let count = try RedactedBatch(at: path, plan: plan).deletedCount - recorded
      if count > 0 { rows[table] = count }
    }
    return rows
  }

  /// The batch whose rows file this table is.
  private static func batch(of table: String, in folder: String) -> String {
    "\(folder)/\(table.split(separator: "/").dropLast().joined(separator: "/"))"
  }

  /// Takes rows out of a batch; the batch's folder changes whole or not at all.
  private static func redact(
    _ table: PersonalRows, in folder: String, _ plan: WorkPlan
  ) throws {
    let path = batch(of: table.name, in: folder)
    var batch = try RedactedBatch(at: path, plan: plan)
    let numbers = batch.keptNumbers
    for row in table.rows { batch.delete(row: numbers[row.number - 1]) }
    let staged = try StagedFolder(at: path)
    try batch.write(to: staged.path)
    let replaced = Set(try namesInFolder(path))
    try staged.commit(replacing: replaced)
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
