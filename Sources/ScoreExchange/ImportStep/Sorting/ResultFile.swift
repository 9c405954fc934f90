import Files
public import Parallel
import Tabular

/// A `results.csv` of any size, made of results files of any size.
///
/// What is in memory does not grow with the files, only with their rejected and odd rows. Results that
/// are too many to be sorted there lie meanwhile in a private file beside the output, which has no name
/// and so is gone whatever happens.
///
/// ```swift
/// let file = try ResultFile(request, at: "results.csv")
/// print(file.report.files)
/// try file.commit()
/// ```
public struct ResultFile: ~Copyable {
  /// Everything but the results.
  public let report: ImportReport
  private let output: Output

  /// Rows that each thread sorts in memory: about 12 MB, and twice as much while they are sorted.
  private static let rowsInMemory = 200_000

  /// Reads all files and writes the results; ``commit()`` gives the output its name.
  ///
  /// - Parameters:
  ///   - request: The files.
  ///   - path: Where the output shall appear; its folder must exist and have room for twice the
  ///     results.
  ///   - isForSpreadsheet: Whether a spreadsheet is going to open it.
  ///   - plan: The threads to use; the output does not depend on it.
  ///   - cancellation: Asks the import to stop.
  /// - Throws: ``ExchangeError`` for a file that cannot be read at all or an output that cannot be
  ///   made.
  /// - Complexity: O(bytes + rows log rows).
  public init(
    _ request: ResultRequest, at path: String, isForSpreadsheet: Bool = false,
    plan: WorkPlan = .allCores, cancellation: Cancellation? = nil
  ) throws(ExchangeError) {
    try self.init(
      request, at: path, isForSpreadsheet: isForSpreadsheet, plan: plan,
      cancellation: cancellation, rowsInMemory: Self.rowsInMemory)
  }

  /// For tests: sorts as few rows in memory as is said.
  package init(
    _ request: ResultRequest, at path: String, isForSpreadsheet: Bool = false, plan: WorkPlan,
    cancellation: Cancellation? = nil, rowsInMemory: Int
  ) throws(ExchangeError) {
    let place = Files.folder(of: path) ?? "."
    var sorter = ResultSorter(request, in: place, rowsInMemory: rowsInMemory)
    let inputs = try ResultInput.readAll(
      of: request, into: &sorter, plan: plan, cancellation: cancellation)
    let request = request.replacing(sources: inputs.map(\.source))
    var settled = SettledResults(request, fileCount: inputs.count)
    var output = try Output(request, path, isForSpreadsheet ? .spreadsheet : .plain, plan)
    let digests: [String]
    switch try sorter.finish() {
    case .inMemory(let table):
      try output.write(settled.settle(table, plan: plan))
      digests = try ResultInput.digests(of: inputs, plan: plan)
    case .onDisk(let spill, let runs):
      let merge = ResultMerge(
        runs, in: spill, request, rowsInPart: max(1, rowsInMemory / 4), plan: plan)
      let parts: [SettledPart]
      (parts, digests) = try output.write(merge.partCount, cancellation) {
        () throws(ExchangeError) in
        try ResultInput.digests(of: inputs, plan: .sequential)
      } parts: { (part: Int, writer) throws(ExchangeError) in
        var part = SettledPart(
          try merge.rows(of: part), request, fileCount: inputs.count, plan: .sequential)
        part.write(request, to: &writer)
        return part
      }
      for part in parts { settled.add(part) }
    }
    let report = try settled.report(inputs, digests, plan: plan)
    self.report = report
    self.output = output
  }

  /// Flushes the output and gives it its name, replacing what stood there.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`; what stood there is then untouched.
  public consuming func commit() throws(ExchangeError) {
    try output.commit()
  }

  /// The file that is being written.
  private struct Output: ~Copyable {
    let style: TableWriter.Style
    private let plan: WorkPlan
    private var writer: TableFileWriter

    init(
      _ request: ResultRequest, _ path: String, _ style: TableWriter.Style, _ plan: WorkPlan
    ) throws(ExchangeError) {
      self.style = style
      self.plan = plan
      let none = OutputTable.results(
        ResultTable(partCounts: request.partCounts), request.assessments)
      do throws(TabularError) {
        writer = try TableFileWriter(path: path, headings: none.headings, style: style)
      } catch {
        throw ExchangeError(writing: error)
      }
    }

    mutating func write(_ table: OutputTable) throws(ExchangeError) {
      do throws(TabularError) {
        try writer.writeRows(table.rowCount, plan: plan, table.appendRows)
      } catch {
        throw ExchangeError(writing: error)
      }
    }

    mutating func write<Part: Sendable, Other: Sendable>(
      _ partCount: Int, _ cancellation: Cancellation?,
      beside other: @Sendable () throws(ExchangeError) -> Other,
      parts body: @Sendable (Int, inout TableWriter) throws(ExchangeError) -> Part
    ) throws(ExchangeError) -> ([Part], Other) {
      try writer.writeParts(
        partCount, plan: plan, failure: { ExchangeError(writing: $0) }, beside: other
      ) { (part, writer) throws(ExchangeError) in
        try cancellation?.check()
        return try body(part, &writer)
      }
    }

    consuming func commit() throws(ExchangeError) {
      do throws(TabularError) {
        try writer.commit()
      } catch {
        throw ExchangeError(writing: error)
      }
    }
  }
}
