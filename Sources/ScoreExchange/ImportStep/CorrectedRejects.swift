import Parallel
import Tabular

/// A `rejects.csv` whose rows were corrected in the column `line`, to be imported on its own.
///
/// Each row is read as the row of the original file that it was: by the headings, the delimiter and
/// the habits of that file, which must still be there. Other columns are not looked at, so that
/// whoever corrects a row changes one cell only.
struct CorrectedRejects: Sendable {
  /// The corrected rows of one original file.
  struct Part: Sendable {
    /// The original file as `rejects.csv` names it.
    let file: String
    /// The rows with their places in `rejects.csv` below its headings, from 0, in order.
    fileprivate(set) var lines: [(place: Int, line: String)] = []
  }

  /// By the first row of each file.
  private(set) var parts: [Part] = []

  /// The corrected rows in a file; nil when it is no `rejects.csv`.
  init?(_ file: TableFile) {
    let headings = file.preview(recordCount: 1).first ?? []
    guard headings == Reject.headings, let fileColumn = headings.firstIndex(of: "file"),
      let lineColumn = headings.firstIndex(of: "line")
    else { return nil }
    let rows = file.mapBatches(afterRecord: 1, plan: .sequential) { batch in
      (0..<batch.rowCount).map { row -> (file: String, line: String) in
        guard batch.fieldCount(of: row) == headings.count else { return ("", "") }
        return (
          TableWriter.removingGuard(batch.lossyText(row, fileColumn)),
          TableWriter.removingGuard(batch.lossyText(row, lineColumn))
        )
      }
    }.flatMap { $0 }
    var indices: [String: Int] = [:]
    for (place, row) in rows.enumerated() where !row.file.isEmpty {
      let index = indices[row.file] ?? parts.count
      if index == parts.count {
        indices[row.file] = index
        parts.append(Part(file: row.file))
      }
      parts[index].lines.append((place, row.line))
    }
  }
}

extension InputTable {
  /// The corrected rows of this file as a table with the same headings.
  ///
  /// - Parameters:
  ///   - part: The rows.
  ///   - name: The file that holds them.
  ///   - path: Where that file lies; nil for standard input.
  /// - Returns: The table, its rows numbered as in the file that holds them.
  /// - Throws: ``ExchangeError`` with `badInput` when the rows are no table.
  func replacing(
    rows part: CorrectedRejects.Part, name: String, path: String?
  ) throws(ExchangeError) -> InputTable {
    let heading = file.firstRows(headingRecord).line(of: headingRecord - 1)
    var text = heading
    var rowCount = 0
    for (place, line) in part.lines {
      // Rows of other files are empty lines here.
      text += String(repeating: "\n", count: place + 1 - rowCount) + line
      rowCount = place + 1
    }
    text += "\n"
    do throws(TabularError) {
      let corrected = try TableFile(
        bytes: Array(text.utf8), name: name,
        overrides: DialectOverrides(
          encoding: .utf8, delimiter: file.dialect.delimiter, expectsDamage: true))
      return InputTable(
        name: name, path: path, file: corrected, columns: columns, headingRecord: 1)
    } catch {
      throw ExchangeError(error, file: name)
    }
  }
}
