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
    /// Every `rejects.csv` between the original and this one, where rows were rejected again.
    fileprivate(set) var passed: [String] = []
    /// The rows with their places in `rejects.csv` below its headings, from 0, in order.
    fileprivate(set) var lines: [(place: Int, line: String)] = []
  }

  private struct Row {
    var file: String
    /// The row's number in that file, as it is counted there.
    var number: Int
    let line: String
  }

  /// The rows below the headings, also those that name no file.
  private let rows: [Row]

  /// The corrected rows in a file; nil when it is no `rejects.csv`.
  init?(_ file: TableFile) {
    let headings = file.preview(recordCount: 1).first ?? []
    guard headings == Reject.headings, let fileColumn = headings.firstIndex(of: "file"),
      let rowColumn = headings.firstIndex(of: "row"),
      let lineColumn = headings.firstIndex(of: "line")
    else { return nil }
    rows = file.mapBatches(afterRecord: 1, plan: .sequential) { batch in
      (0..<batch.rowCount).map { row in
        guard batch.fieldCount(of: row) == headings.count else {
          return Row(file: "", number: 0, line: "")
        }
        return Row(
          file: TableWriter.removingGuard(batch.lossyText(row, fileColumn)),
          number: Int(batch.lossyText(row, rowColumn)) ?? 0,
          line: TableWriter.removingGuard(batch.lossyText(row, lineColumn)))
      }
    }.flatMap { $0 }
  }

  /// The rows of each original file.
  ///
  /// - Parameter rejects: What a file holds that is a `rejects.csv` itself; nil for any other.
  /// - Returns: One part a file, in the order of their first rows.
  func parts(_ rejects: (String) -> CorrectedRejects?) -> [Part] {
    var known: [String: CorrectedRejects?] = [:]
    func rejectsIn(_ file: String) -> CorrectedRejects? {
      if let found = known[file] { return found }
      let found = rejects(file)
      known[file] = .some(found)
      return found
    }
    var parts: [Part] = []
    var indices: [String: Int] = [:]
    for (place, row) in rows.enumerated() where !row.file.isEmpty {
      var (origin, passed) = (row, [String]())
      // Row 1 holds the headings.
      while !passed.contains(origin.file), let earlier = rejectsIn(origin.file),
        earlier.rows.indices.contains(origin.number - 2)
      {
        passed.append(origin.file)
        origin = earlier.rows[origin.number - 2]
      }
      let index = indices[origin.file] ?? parts.count
      if index == parts.count {
        indices[origin.file] = index
        parts.append(Part(file: origin.file))
      }
      for file in passed where !parts[index].passed.contains(file) {
        parts[index].passed.append(file)
      }
      parts[index].lines.append((place, row.line))
    }
    return parts
  }
}

extension InputTable {
  /// The corrected rows of this file as a table with the same headings.
  ///
  /// - Parameters:
  ///   - part: The rows.
  ///   - name: The file that holds them.
  ///   - opened: That file.
  /// - Returns: The table, its rows numbered as in the file that holds them.
  /// - Throws: ``ExchangeError`` with `badInput` when the rows are no table.
  func replacing(
    rows part: CorrectedRejects.Part, name: String, in opened: OpenedTable
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
      var table = InputTable(
        name: name, path: opened.path, file: corrected, columns: columns, headingRecord: 1)
      table.digest = opened.digest
      return table
    } catch {
      throw ExchangeError(error, file: name)
    }
  }
}
