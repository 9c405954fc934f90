internal import Files
public import Parallel
internal import Workbooks

/// Writes a table as a workbook of one sheet that appears whole or not at all.
///
/// The heading row is bold and stays in sight, identifiers are text, numbers are numbers, and there is
/// no formula. While memory stays bounded, chunks of rows are formatted and packed concurrently.
///
/// - Parameters:
///   - path: Where the workbook shall appear; its folder must exist. The sheet has the file's name.
///   - headings: The names of the columns, at most 16,384.
///   - rowCount: How many rows, at most 1,048,575.
///   - plan: How many threads may work; the file is the same for every number.
///   - chunkLength: Rows in a chunk, at least 1; the first one tells how wide columns are.
///   - body: Appends the fields of the rows in a range and ends each row.
/// - Throws: ``TabularError`` with `notCreatable`, also for more than a sheet can hold, or
///   `writeFailed`; what stood there is then untouched.
/// - Complexity: O(bytes).
public func writeWorkbook(
  to path: String, headings: [String], rowCount: Int, plan: WorkPlan = .allCores,
  chunkLength: Int = 4_096, _ body: @Sendable (Range<Int>, inout TableWriter) -> Void
) throws(TabularError) {
  guard rowCount <= WorkbookOutput.rowLimit else {
    throw TabularError(
      .notCreatable, file: path,
      detail: "\(rowCount) rows, and a sheet holds \(WorkbookOutput.rowLimit) below its heading")
  }
  guard headings.count <= WorkbookOutput.columnLimit else {
    throw TabularError(
      .notCreatable, file: path,
      detail: "\(headings.count) columns, and a sheet holds \(WorkbookOutput.columnLimit)")
  }
  let chunkLength = max(1, chunkLength)
  do throws(FileError) {
    var file = try StagedFile(at: path)
    var workbook = WorkbookOutput(columnCount: headings.count)
    let wave = chunkLength * plan.threadCount * 4
    let sheetName = path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    var start = 0
    repeat {
      let (first, end) = (start, min(start + wave, rowCount))
      let chunks = plan.mapChunks(of: end - first, chunkLength: chunkLength) { range in
        var writer = TableWriter(sheetFromRow: first + range.lowerBound + 2)
        body(first + range.lowerBound..<first + range.upperBound, &writer)
        return (rows: PackedBytes(writer.sheet.bytes), widths: writer.sheet.widths)
      }
      if first == 0 {
        try file.write(
          workbook.begin(
            headings: headings, widths: chunks.first?.widths ?? [], sheetName: sheetName ?? ""))
      }
      for chunk in chunks { try file.write(workbook.append(chunk.rows)) }
      start = end
    } while start < rowCount
    guard let rest = workbook.finish(rowCount: rowCount) else {
      throw FileError(.tooLarge, path: path)
    }
    try file.write(rest)
    try file.commit()
  } catch {
    throw TabularError(writing: error, file: path)
  }
}
