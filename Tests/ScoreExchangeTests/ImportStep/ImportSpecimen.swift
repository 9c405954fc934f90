import ScoreExchange
import TestSupport

/// A small assessment, and imports of texts as if they were files.
enum ImportSpecimen {
  static let yaml = """
    TSA:
      issuer: BKA
      scale: {minimum: 0, maximum: 100, step: 0.01}
      parts: {mathematics: 40, reading: 20, science: 40}
      validity: 2 years
      sittings: {2025-1: 2025-01-19, 2025-2: 2025-03-09, 2025-3: 2025-04-27}
    """

  static let heading =
    "candidate_number,national_id,name,birth_date,sex,sitting,mathematics,reading,science,total,status"

  /// A sound row: everything in it agrees.
  static let soundRow =
    "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,30.25,12.50,28.00,70.75,"

  /// Imports files with these texts.
  static func importing(
    files: [String], layout: TableLayout = TableLayout(), threads: Int = 2
  ) throws -> ImportedResults {
    try importing(bytes: files.map { Array($0.utf8) }, layout: layout, threads: threads)
  }

  /// Imports files with these bytes.
  static func importing(
    bytes files: [[UInt8]], layout: TableLayout = TableLayout(), threads: Int = 2
  ) throws -> ImportedResults {
    let folder = TemporaryFolder()
    let paths = files.enumerated().map { folder.write($1, to: "\($0).csv") }
    let request = try ResultRequest(
      paths, assessments: try Assessment.all(yaml: Array(yaml.utf8), path: "assessment.yaml"),
      layout: layout)
    return try ImportedResults(request, plan: WorkPlan(threadCount: threads))
  }

  /// Imports rows under the usual heading.
  static func importing(rows: [String]) throws -> ImportedResults {
    try importing(files: [([heading] + rows).joined(separator: "\n") + "\n"])
  }
}

extension ImportedResults {
  /// The imported rows as lines, without the heading.
  var lines: [String] {
    String(decoding: resultsCSV(), as: UTF8.self).split(separator: "\n").dropFirst().map(
      String.init)
  }

  /// The reasons of the rejected rows, in order.
  var reasons: [String] { rejects.map(\.reason.rawValue) }
}
