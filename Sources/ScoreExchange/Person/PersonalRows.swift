import Parallel
import Tabular

/// The rows of one table of an output folder that are about one person.
struct PersonalRows: Sendable {
  /// One row.
  struct Row: Sendable {
    /// Its number among the rows of data, from 1.
    let number: Int
    let cells: [String]
    /// Where it lies in the file, with its line end.
    let bytes: Range<Int>
  }

  /// The table's place in the folder.
  let name: String
  let headings: [String]
  private(set) var rows: [Row] = []
  private let places: [String: Int]

  /// Looks through a table.
  ///
  /// - Parameters:
  ///   - name: The table's place in the folder.
  ///   - folder: The output folder.
  ///   - plan: Threads.
  ///   - isAbout: Whether a row is about the person, by its cells under their headings.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a row that no
  ///   run writes.
  init(
    _ name: String, in folder: String, plan: WorkPlan,
    where isAbout: @Sendable (LabelledCells) -> Bool
  ) throws(ExchangeError) {
    let path = "\(folder)/\(name)"
    let file: TableFile
    do throws(TabularError) {
      file = try TableFile(path: path, overrides: WrittenTable.dialect, plan: plan)
    } catch {
      throw ExchangeError(error, file: path)
    }
    let headings = file.preview(recordCount: 1).first ?? []
    let places = Dictionary(
      headings.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = try file.mapBatches(afterRecord: 1, plan: plan) {
      (batch: RowBatch) throws(ExchangeError) in
      var part = Part()
      for row in 0..<batch.rowCount {
        guard batch.fieldCount(of: row) == headings.count else {
          throw ExchangeError(
            .badInput, file: path, line: batch.recordNumber(of: row), "the row is damaged")
        }
        part.starts.append(batch.byteOffset(of: row))
        let cells = batch.texts(of: row).map(TableWriter.removingGuard)
        if isAbout(LabelledCells(cells: cells, places: places)) { part.found.append((row, cells)) }
      }
      return part
    }
    self.name = name
    self.headings = headings
    self.places = places
    let starts = parts.flatMap(\.starts) + [file.byteCount]
    var first = 0
    for part in parts {
      for (row, cells) in part.found {
        let index = first + row
        rows.append(Row(number: index + 1, cells: cells, bytes: starts[index]..<starts[index + 1]))
      }
      first += part.starts.count
    }
  }

  private struct Part: Sendable {
    var starts: [Int] = []
    var found: [(row: Int, cells: [String])] = []
  }

  /// The rows, their cells by heading.
  var labelled: [LabelledCells] { rows.map { LabelledCells(cells: $0.cells, places: places) } }

  /// The cells of a column in these rows, empty ones left out.
  func values(_ heading: String) -> [String] {
    guard let place = headings.firstIndex(of: heading) else { return [] }
    return rows.map { $0.cells[place] }.filter { !$0.isEmpty }
  }

  /// The table without these rows.
  func remainder(of bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    for row in rows {
      kept += bytes[start..<row.bytes.lowerBound]
      start = row.bytes.upperBound
    }
    return kept + bytes[start...]
  }
}

/// The cells of a row by their headings.
struct LabelledCells {
  let cells: [String]
  let places: [String: Int]

  /// The cell under a heading; empty where there is no such heading.
  subscript(_ heading: String) -> String { places[heading].map { cells[$0] } ?? "" }

  /// What these columns say together, with slashes between.
  func joined(_ headings: String...) -> String {
    headings.map { self[$0] }.joined(separator: "/")
  }
}
