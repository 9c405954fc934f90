import BatchSigning
import Files
import Foundation
public import Parallel
import Tabular

extension ExchangeRun {
  /// How the outputs of a run are written.
  public struct Writing: Sendable {
    /// When the batches are made.
    public var created: UTCInstant
    /// Whether tables are made for a spreadsheet: with a byte order mark, and cells that it would
    /// run as formulas never written raw. Batches are not changed by it.
    public var isForSpreadsheet = false
    /// Whether every table is also written as a workbook, beside its CSV.
    public var writesWorkbooks = false
    /// Where the list of applicants to whom no result is linked goes, identifiers masked: a file, or
    /// several in different forms.
    public var unmatched: [String] = []
    /// Looks an environment variable up, for passphrases of keys.
    public var environment: @Sendable (String) -> String?

    /// Writes plain tables.
    ///
    /// - Parameters:
    ///   - created: When the batches are made.
    ///   - environment: Looks an environment variable up.
    public init(
      created: UTCInstant, environment: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
      self.created = created
      self.environment = environment
    }
  }

  /// The names at the top of an output folder that belong to a run.
  static let outputNames = workbookNames.union([
    "summary.json", "timings.json", "report.json", "report.html", "results.csv",
    "rejects.csv", "links.csv", "review.csv", "recognised.csv", "placements.csv", "cutoffs.csv",
    "cutoff-equivalents.csv", "deletions.json", "batches", "keys", "acknowledgements",
  ])

  /// The names of the tables that are written as workbooks too.
  static let workbookNames: Set<String> = [
    "results.xlsx", "rejects.xlsx", "links.xlsx", "review.xlsx", "recognised.xlsx",
    "placements.xlsx", "cutoffs.xlsx", "cutoff-equivalents.xlsx",
  ]

  /// Writes every output of the run, and signs its batches.
  ///
  /// The folder appears whole or not at all: what an earlier run left is replaced only when all of
  /// this run stands on the disk. What else lies in the folder stays. In a folder without a
  /// `summary.json`, in which no run has written, only files are replaced, and only those of a name
  /// that is written; where a folder of such a name stands, as `keys`, nothing is written.
  ///
  /// - Parameters:
  ///   - folder: The output folder; folders above it are made.
  ///   - writing: How.
  ///   - cancellation: Asks the work to stop; then nothing is written, as after any failure.
  ///   - release: What must succeed when everything is written but for the names, such as to tell of
  ///     the run; where it fails nothing is written.
  /// - Throws: ``ExchangeError`` with `outputImpossible`, `inputOutput`, `notPermitted` (keys, or
  ///   an embargo that has not ended), `badInput`, `usage` where an input would be replaced, or
  ///   `cancelled`; or what `release` throws.
  public mutating func write(
    to folder: String, _ writing: Writing, cancellation: Cancellation? = nil,
    release: (ExchangeRun) throws(ExchangeError) -> Void = { _ in }
  ) throws(ExchangeError) {
    try refuseEmbargo(at: writing.created)
    try exchange.checkOutputFolder(folder)
    var numbers = TakenNumbers()
    var stagedPath = folder
    var refusal: ExchangeError?
    do {
      let staged = try StagedFolder(at: folder)
      stagedPath = staged.path
      try fill(stagedPath, writing, &numbers, cancellation)
      try cancellation?.check()
      let run = self
      let lists = UnmatchedLists(writing, besideRunInto: folder, writtenIn: stagedPath)
      // Asked when the folder is replaced, for another run may have come to its end meanwhile.
      try staged.commit(
        replacing: fileKind(at: "\(folder)/summary.json") != nil ? Self.outputNames : []
      ) { () throws(FileError) in
        do throws(ExchangeError) {
          try lists.refuseImpossible()
          try release(run)
          try lists.write(run)
        } catch {
          refusal = error
          throw FileError(.failed, path: folder)
        }
      }
    } catch {
      numbers.giveBack(staged: stagedPath, output: folder)
      throw refusal ?? error as? ExchangeError ?? ExchangeError(writing: error)
    }
  }

  private mutating func fill(
    _ folder: String, _ writing: Writing, _ numbers: inout TakenNumbers,
    _ cancellation: Cancellation?
  ) throws(ExchangeError) {
    try cancellation?.check()
    var timings = self.timings
    let tables = self.tables
    let rowCount = tables.reduce(0) { $0 + $1.table.rowCount }
    plan.begin(.writing, of: rowCount, expecting: rowCount)
    let style: TableWriter.Style = writing.isForSpreadsheet ? .spreadsheet : .plain
    let run = self
    let report = try timings.measure("write") { () throws(ExchangeError) in
      let report = try OutputTable.write(
        tables.map { ("\(folder)/\($0.name)", $0.table) }, style: style, plan: plan
      ) {
        let figures = RunFigures(run)
        // A page with batches waits for them.
        let isWhole = run.exchange.signing == nil
        return (figures: figures, page: isWhole ? Result { try RunReport(figures).html() } : nil)
      }
      for (name, table) in tables where writing.writesWorkbooks {
        try cancellation?.check()
        try table.write(to: workbookPath(beside: "\(folder)/\(name)"), plan: plan)
      }
      return report
    }
    try writeAcknowledgements(under: folder)
    if let settings = exchange.signing {
      let created = writing.created
      summary.batches = try timings.measure("sign") { () throws(ExchangeError) in
        let keys = try BatchKeys(
          settings, exchange: exchange, folder: "\(folder)/keys", created: created,
          environment: writing.environment)
        return try SignStep(
          self, keys: keys, folder: folder, created: created, numbers: &numbers,
          cancellation: cancellation
        ).batches
      }
      if case .keys(let keys) = settings, keys.ledger == nil, !summary.batches.isEmpty {
        notes.append(
          "\"signing:\" names no ledger, so the batches are numbered from 1 again; a receiver that "
            + "keeps state refuses those of a second run. Add \"ledger: FILE\" to it.")
      }
    }
    self.timings = timings
    try Self.write(summary.json, to: "\(folder)/summary.json")
    var figures = report.figures
    try figures.add(summary.batches, in: folder)
    try Self.write(figures.facts.json, to: "\(folder)/report.json")
    try Self.write(
      { Array(try (report.page?.get() ?? RunReport(figures).html()).utf8) },
      to: "\(folder)/report.html")
    try Self.write(timings.json, to: "\(folder)/timings.json")
  }

  /// Writes the answer to each batch that was read: `acknowledgements/ISSUER-NUMBER.json`.
  private func writeAcknowledgements(under folder: String) throws(ExchangeError) {
    if acknowledgements.isEmpty { return }
    do throws(FileError) {
      try makeFolder(at: "\(folder)/acknowledgements")
    } catch {
      throw ExchangeError(writing: error)
    }
    for answer in acknowledgements {
      guard let batch = answer.batch else { continue }
      let path = "\(folder)/acknowledgements/\(batch.issuer)-\(batch.sequence).json"
      do throws(SigningError) {
        try answer.write(to: path)
      } catch {
        throw ExchangeError(signing: error)
      }
    }
  }

  private static func write(
    _ content: () throws -> [UInt8], to path: String
  ) throws(ExchangeError) {
    do {
      try writeBytes(try content(), to: path)
    } catch {
      throw error as? ExchangeError ?? ExchangeError(writing: error)
    }
  }

  /// The tables of a run by file name.
  package var tables: [(name: String, table: OutputTable)] {
    let (applicants, results) = (self.applicants, self.results)
    let names = ResultNames(exchange)
    return [
      // The largest first, so that nobody waits for the disk to have it.
      ("recognised.csv", .recognised(recognition, applicants)),
      ("results.csv", .results(results, exchange.assessments)),
      ("rejects.csv", .rejects(rejects)),
      (
        "links.csv",
        .links(
          links.links, left: LinkNames(applicants.applicants), right: LinkNames(names, of: results))
      ),
      (
        "review.csv",
        .review(
          links.links, left: { applicants.applicants[$0].record },
          right: { names.record(of: $0, in: results) })
      ),
      ("placements.csv", .placements(placement, programmes, recognition)),
      ("cutoffs.csv", .cutoffs(placement, programmes, recognition)),
      (
        "cutoff-equivalents.csv", .cutoffEquivalents(placement, programmes, recognition)
      ),
    ]
  }
}
