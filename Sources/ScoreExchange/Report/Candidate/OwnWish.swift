import Parallel

/// One wish of one applicant as a wishes file has it.
struct OwnWish: Sendable {
  let rank: Int
  /// The school's code; empty where the file does not say.
  let school: String
  let programme: String
  /// The reason for which the run did not use the row; nil where it did.
  let refusal: String?

  /// Reads the wishes of one applicant.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layout: What is said of its layout.
  ///   - applicant: Her number.
  ///   - entry: What the run read, which the file must be.
  ///   - folder: The output folder of the run, which names the rows that were not used.
  ///   - plan: Threads.
  /// - Returns: Her wishes in the order of the file.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for another file.
  /// - Complexity: O(bytes).
  static func read(
    _ path: String, layout: TableLayout, applicant: String, _ entry: FileSummary?,
    rejectsIn folder: String, plan: WorkPlan
  ) throws(ExchangeError) -> [OwnWish] {
    let table = try InputTable(
      TableSource(file: NamedFile(text: path, path: path, line: 1), layout: layout),
      schema: .wishes)
    guard let entry, try table.sha256() == entry.sha256 else {
      throw ExchangeError(.badInput, file: path, "this is not the wishes file that the run read")
    }
    let rejects = try PersonalRows("rejects.csv", in: folder, plan: plan) {
      $0["file"] == entry.file
    }
    let reasons = Dictionary(
      rejects.labelled.map { ($0["row"], $0["reason"]) }, uniquingKeysWith: { first, _ in first })
    let columns = (
      applicant: try place(of: "applicant", in: table), rank: try place(of: "rank", in: table),
      programme: try place(of: "programme", in: table), school: table.columns["school"]
    )
    return table.file.mapBatches(afterRecord: table.headingRecord, plan: plan) { batch in
      (0..<batch.rowCount).compactMap { row -> OwnWish? in
        let fieldCount = batch.fieldCount(of: row)
        func cell(_ place: Int) -> String {
          place < fieldCount ? canonicalText(batch.lossyText(row, place)) : ""
        }
        guard cell(columns.applicant) == applicant else { return nil }
        return OwnWish(
          rank: Int(cell(columns.rank)) ?? 0,
          school: columns.school.map { cell($0).uppercased() } ?? "",
          programme: cell(columns.programme),
          refusal: reasons[String(batch.recordNumber(of: row))])
      }
    }.flatMap { $0 }
  }

  private static func place(
    of field: String, in table: InputTable
  ) throws(ExchangeError) -> Int {
    guard let place = table.columns[field] else {
      throw ExchangeError(.badInput, file: table.name, "no heading for \(field)")
    }
    return place
  }
}
