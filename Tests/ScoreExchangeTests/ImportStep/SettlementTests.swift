import Files
import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("Rows with the same candidate number and sitting")
struct SettlementTests {
  private let row = ImportSpecimen.soundRow
  private let other = "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,31.25,12.50,28.00,71.75,"

  @Test("that say the same count once, the other is repeated")
  func repeated() throws {
    let imported = try ImportSpecimen.importing(rows: [row, row])
    #expect(imported.count == 1)
    #expect(imported.reasons == ["repeated"])
    #expect(imported.rejects.first?.row == 3)
  }

  @Test("that say different things are all rejected, for nobody knows which is right")
  func duplicate() throws {
    let imported = try ImportSpecimen.importing(rows: [row, other, row])
    #expect(imported.count == 0)
    #expect(imported.reasons == ["duplicate", "duplicate", "duplicate"])
  }

  @Test("are found across files, too")
  func acrossFiles() throws {
    let texts = [row, other].map { ImportSpecimen.heading + "\n" + $0 + "\n" }
    let imported = try ImportSpecimen.importing(files: texts)
    #expect(imported.count == 0)
    #expect(imported.files.map(\.rowsRejected) == [1, 1])
  }

  @Test(
    "that cannot be used may be the right one, so the other is rejected as well",
    arguments: [
      ("70.75,", "sum"), ("x,", "number"), ("71.75,perhaps", "status"),
    ])
  func refusedTwin(end: String, reason: String) throws {
    let faulty = "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,31.25,12.50,28.00," + end
    for rows in [[row, faulty, row], [faulty, row, row], [row, row, faulty]] {
      let imported = try ImportSpecimen.importing(rows: rows + ["B" + row.dropFirst()])
      #expect(imported.count == 1)
      #expect(imported.reasons.sorted() == ["duplicate", "duplicate", reason].sorted())
      let place = 2 + (rows.firstIndex(of: faulty) ?? 0)
      #expect(
        imported.rejects.filter { $0.reason == .duplicate }.allSatisfy {
          $0.message.hasSuffix("row \(place)")
        })
      #expect(imported.files.map(\.rowsAccepted) == [1])
      #expect(imported.files.first?.sumOfTotals?.description == "70.75")
    }
  }

  @Test("that do not say their sitting or have cells missing are nobody's twin")
  func unreadableTwin() throws {
    let imported = try ImportSpecimen.importing(rows: [
      row, row.replacing("2025-1", with: "2025-9"), String(row.dropLast()),
    ])
    #expect(imported.count == 1)
    #expect(imported.reasons == ["sitting", "columns"])
  }

  @Test("that correct a rejected row count in its place")
  func correctedTwin() throws {
    let folder = TemporaryFolder()
    let faulty = row.replacing("70.75", with: "71.75")
    let original = folder.write(
      Array("\(ImportSpecimen.heading)\n\(faulty)\n".utf8), to: "results.csv")
    let assessments = try Assessment.all(
      yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml")
    let first = try ImportedResults(ResultRequest([original], assessments: assessments))
    let rejects = folder.path + "/rejects.csv"
    try first.writeRejects(to: rejects)
    let text = String(decoding: try readBytes(at: rejects), as: UTF8.self)
    let corrected = folder.write(
      Array(text.replacing("28.00,71.75", with: "28.00,70.75").utf8), to: "corrected.csv")
    let imported = try ImportedResults(
      ResultRequest([original, corrected], assessments: assessments))
    #expect(imported.lines.count == 1)
    #expect(imported.reasons == ["sum"])
  }

  @Test(
    "that contradicted each other are set aside beside the one that a corrected list of rejects keeps",
    arguments: [
      // The end of a second row and what becomes of it in the list; whether the first stays there;
      // the total that counts.
      ("29.25,72.00", "29.25,72.00", false, "72.00"), ("29.25,72.00", "", true, "70.75"),
      ("29.25,71.00", "29.25,72.00", false, "72.00"), ("29.25,71.00", "", true, "70.75"),
      ("29.25,72.00", "29.25,72.00", true, ""),
    ])
  func correctedContradiction(
    second: String, kept: String, keepsFirst: Bool, total: String
  ) throws {
    let folder = TemporaryFolder()
    let rows = [row, row.replacing("28.00,70.75", with: second), "B" + row.dropFirst()]
    let original = folder.write(
      Array(([ImportSpecimen.heading] + rows + [""]).joined(separator: "\n").utf8),
      to: "results.csv")
    let assessments = try Assessment.all(
      yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml")
    let first = try ImportedResults(ResultRequest([original], assessments: assessments))
    try first.writeRejects(to: folder.path + "/rejects.csv")
    let lines = String(decoding: try readBytes(at: folder.path + "/rejects.csv"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    try #require(lines.count == 3)
    let list =
      [lines[0]] + (keepsFirst ? [lines[1]] : [])
      + (kept.isEmpty ? [] : [lines[2].replacing(second, with: kept)])
    let corrected = folder.write(
      Array((list + [""]).joined(separator: "\n").utf8), to: "corrected.csv")
    let imported = try ImportedResults(
      ResultRequest([original, corrected], assessments: assessments))
    let counted = imported.lines.filter { $0.contains(",A1,") }
    #expect(counted.count == (total.isEmpty ? 0 : 1))
    #expect(counted.allSatisfy { $0.contains(total) })
    #expect(imported.lines.contains { $0.contains(",B1,") })
    #expect(imported.files.map(\.rowsRead) == [3, list.count - 1])
  }

  @Test("that a corrected list of rejects calls like one that counts contradict it as ever")
  func correctedIntoAnother() throws {
    let folder = TemporaryFolder()
    let assessments = try Assessment.all(
      yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml")
    let faulty = "A2" + row.dropFirst(2).replacing("28.00,70.75", with: "29.25,70.75")
    let original = folder.write(
      Array("\(ImportSpecimen.heading)\n\(row)\n\(faulty)\n".utf8), to: "results.csv")
    let first = try ImportedResults(ResultRequest([original], assessments: assessments))
    try first.writeRejects(to: folder.path + "/rejects.csv")
    let text = String(decoding: try readBytes(at: folder.path + "/rejects.csv"), as: UTF8.self)
    let corrected = folder.write(
      Array(
        text.replacing("\"A2,", with: "\"A1,").replacing("29.25,70.75", with: "29.25,72.00").utf8),
      to: "corrected.csv")
    let imported = try ImportedResults(
      ResultRequest([original, corrected], assessments: assessments))
    #expect(imported.count == 0)
    #expect(imported.reasons.filter { $0 == "duplicate" }.count == 2)
  }

  @Test("that are rejected once more are corrected in the second list of rejects")
  func correctedTwice() throws {
    let folder = TemporaryFolder()
    let assessments = try Assessment.all(
      yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml")
    func importing(_ paths: String...) throws -> ImportedResults {
      try ImportedResults(ResultRequest(paths, assessments: assessments))
    }
    func corrected(_ imported: ImportedResults, _ wrong: String, _ right: String) throws -> String {
      let rejects = folder.path + "/\(right).rejects.csv"
      try imported.writeRejects(to: rejects)
      let text = String(decoding: try readBytes(at: rejects), as: UTF8.self)
      return folder.write(
        Array(text.replacing("28.00,\(wrong)", with: "28.00,\(right)").utf8), to: "\(right).csv")
    }
    let faulty = row.replacing("70.75", with: "71.75")
    let original = folder.write(
      Array("\(ImportSpecimen.heading)\n\(faulty)\n".utf8), to: "results.csv")
    let once = try corrected(importing(original), "71.75", "71.70")
    let twice = try corrected(importing(once), "71.70", "70.75")
    #expect(try importing(twice).lines.count == 1)
    let together = try importing(original, once, twice)
    #expect(together.lines.count == 1)
    #expect(together.reasons == ["sum", "sum"])
  }

  @Test("stand in no more files than can be told apart")
  func files() throws {
    let assessments = try Assessment.all(
      yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml")
    let request = try ResultRequest(
      (0...65_535).map { "\($0).csv" }, assessments: assessments)
    let error = #expect(throws: ExchangeError.self) { try ImportedResults(request) }
    #expect(error?.code == .usage)
  }

  @Test("of another sitting are another result")
  func otherSitting() throws {
    let imported = try ImportSpecimen.importing(rows: [
      row, row.replacing("2025-1", with: "2025-2"),
    ])
    #expect(imported.count == 2)
  }

  @Test("The order of input rows changes nothing in the results", arguments: [1, 2, 8])
  func rowOrder(threads: Int) throws {
    let rows = (0..<200).map {
      "A\($0 * 7 % 200),001207012345,Nguyễn Văn An,14/02/2007,,2025-\($0 % 3 + 1),1,2,3,6,"
    }
    let straight = try ImportSpecimen.importing(rows: rows).lines
    let turned = try ImportSpecimen.importing(
      files: [([ImportSpecimen.heading] + rows.reversed()).joined(separator: "\n") + "\n"],
      threads: threads
    ).lines
    #expect(straight == turned)
    #expect(straight.count == 200)
  }
}
