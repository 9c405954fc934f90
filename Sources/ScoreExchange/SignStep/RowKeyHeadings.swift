public import BatchSigning
import Files
import Tabular

/// The headings of a rows file that identify a row, where its headings are not those of our own files,
/// as `Số báo danh` for `candidate_number`.
///
/// - Parameters:
///   - path: The rows file.
///   - kind: What its rows are.
/// - Returns: The headings as they stand in the file; none where they are our own, where several may
///   be meant, or where the file cannot be read.
public func rowKeyHeadings(ofTableAt path: String, kind: Manifest.Kind) -> [String] {
  guard let file = try? FileReader(at: path),
    let start = try? file.read(0..<min(file.byteCount, longestHeadingRow)),
    let table = try? TableFile(
      bytes: Array(start.prefix { $0 != UInt8(ascii: "\n") }), name: path,
      overrides: WrittenTable.dialect, plan: .sequential),
    let headings = table.preview(recordCount: 1).first
  else { return [] }
  let own = kind == .results ? "candidate_number" : "applicant"
  if headings.contains(own) { return [] }
  let schema = TableSchema(
    kind: "results",
    fields: (kind == .results ? [] : TableSchema.applicants(components: []).fields.prefix(1))
      + TableSchema.results(parts: [], needsScores: false).fields)
  let columns = ColumnMap(lenient: headings, schema: schema, overrides: [:])
  guard columns.doubts.isEmpty, columns[own] != nil else { return [] }
  return kind.identifyingColumns.compactMap { columns[$0] }.map { headings[$0] }
}

/// Where a heading row ends at the latest.
private let longestHeadingRow = 1 << 16
