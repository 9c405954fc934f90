import Files
import Tabular

/// The lists of applicants to whom no result is linked, which a run writes beside its output folder or
/// into it; each appears whole or not at all.
struct UnmatchedLists {
  /// The headings, by which a list is known under any name.
  static let headings = ["applicant", "national_id", "state"]

  private let paths: [String]
  private let style: TableWriter.Style

  /// The lists that were asked for.
  ///
  /// - Parameters:
  ///   - writing: Where they go, and how.
  ///   - folder: The output folder. Where it is not there yet a list that lies in it comes with it.
  ///   - staged: Where the output folder is written until then.
  init(_ writing: ExchangeRun.Writing, besideRunInto folder: String, writtenIn staged: String) {
    style = writing.isForSpreadsheet ? .spreadsheet : .plain
    paths = writing.unmatched.map { path in
      guard fileKind(at: folder) == nil, let parent = Files.folder(of: path),
        isSameFile(parent, folder), let name = path.split(separator: "/").last
      else { return path }
      return "\(staged)/\(name)"
    }
  }

  /// Refuses what cannot be made, as far as can be known.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible`.
  func refuseImpossible() throws(ExchangeError) {
    do throws(FileError) {
      // Whoever reads a pipe would take the closing for the end.
      for path in paths where !leadsToStream(path) { _ = try StagedFile(at: path) }
    } catch {
      throw ExchangeError(writing: error)
    }
  }

  /// Writes the lists.
  ///
  /// - Throws: ``ExchangeError`` with `outputImpossible` or `inputOutput`.
  func write(_ run: ExchangeRun) throws(ExchangeError) {
    for path in paths {
      try OutputTable.unmatched(run.links, run.applicants).write(
        to: path, style: style, plan: run.plan)
    }
  }

  /// The lists that lie in an output folder, by their names; workbooks are not among them.
  ///
  /// - Throws: ``ExchangeError`` with `inputOutput`.
  static func names(in folder: String) throws(ExchangeError) -> [String] {
    var header = TableWriter()
    header.writeHeader(headings)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    do throws(FileError) {
      var names: [String] = []
      for name in try namesInFolder(folder)
      where fileKind(at: "\(folder)/\(name)") == .regular {
        let file = try FileReader(at: "\(folder)/\(name)")
        let length = min(file.byteCount, mark.count + header.byteCount)
        let start = try file.read(0..<length)
        let line = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
        if line.starts(with: header.bytes) { names.append(name) }
      }
      return names
    } catch {
      throw ExchangeError(.inputOutput, "\(error)")
    }
  }
}
