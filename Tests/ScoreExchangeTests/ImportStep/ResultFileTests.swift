import Files
import Parallel
import ScoreExchange
import TestSupport
import Testing

/// Results that are too many for memory come out as those that are not.
@Suite("Result file")
struct ResultFileTests {
  private let folder = TemporaryFolder()

  /// Rows of candidates in no order, some of them twice, some with another score.
  private func rows(_ count: Int, file: Int) -> [String] {
    var random = SplitMix64(seed: UInt64(file))
    return (0..<count).map { index in
      let number = "A\(random.next() % UInt64(count))"
      let sitting = 1 + Int(random.next() % 3)
      let score = ["11.00", "11.00", "12.50", "21.00"][Int(random.next() % 4)]
      let id = "00120701\(1_000 + Int(random.next() % 9_000))"
      let person = index.isMultiple(of: 5) ? "001207012345" : id
      return
        "\(number),\(person),Nguyễn Văn An,14/02/2007,Nam,2025-\(sitting),30.25,\(score),28.00,,"
    }
  }

  private func request(_ texts: [[String]]) throws -> ResultRequest {
    let paths = texts.enumerated().map { index, rows in
      folder.write(
        Array(([ImportSpecimen.heading] + rows).joined(separator: "\n").utf8), to: "\(index).csv")
    }
    return try ResultRequest(
      paths,
      assessments: try Assessment.all(
        yaml: Array(ImportSpecimen.yaml.utf8), path: "assessment.yaml"))
  }

  private func importing(
    _ request: ResultRequest, threads: Int, rowsInMemory: Int
  ) throws -> (report: ImportReport, bytes: [UInt8]) {
    let path = folder.path + "/results.csv"
    let file = try ResultFile(
      request, at: path, plan: WorkPlan(threadCount: threads), rowsInMemory: rowsInMemory)
    let report = file.report
    try file.commit()
    return (report, try readBytes(at: path))
  }

  @Test(
    "Sorting on the disk gives the bytes and the findings that sorting in memory gives",
    arguments: [7, 100, 1_000, 100_000], [1, 2])
  func sortingOnDisk(
    rowsInMemory: Int, threads: Int
  ) throws {
    let request = try request([rows(900, file: 1), rows(40, file: 2), rows(600, file: 3)])
    let expected = try ImportedResults(request, plan: .sequential)
    #expect(Set(expected.reasons) == ["duplicate", "repeated", "part_range"])
    #expect(expected.rejects.contains { $0.message.contains("could not be used") })
    let found = try importing(request, threads: threads, rowsInMemory: rowsInMemory)
    #expect(found.bytes == expected.resultsCSV())
    #expect(found.report.rejects == expected.rejects)
    #expect(found.report.files == expected.files)
    #expect(found.report.warnings == expected.warnings)
  }

  @Test("Rows of one key are settled together, however many there are")
  func largeGroup() throws {
    let same = Array(repeating: ImportSpecimen.soundRow, count: 30)
    let request = try request([same + ["B" + ImportSpecimen.soundRow.dropFirst()], same])
    let found = try importing(request, threads: 2, rowsInMemory: 1)
    #expect(String(decoding: found.bytes, as: UTF8.self).split(separator: "\n").count == 3)
    #expect(found.report.rejects.count == 59)
  }

  @Test("A file that has to be read again leaves nothing of the first reading")
  func readAgain() throws {
    // The last rows alone say that the month stands first.
    let early = (0..<140).map {
      "A\($0),001207012345,Nguyễn Văn An,02/03/2007,Nam,2025-1,30.25,12.50,28.00,70.75,"
    }
    let late = (140..<240).map {
      "A\($0),001207012345,Nguyễn Văn An,02/14/2007,Nam,2025-1,30.25,12.50,28.00,70.75,"
    }
    let request = try request([rows(50, file: 4), early + late])
    let expected = try ImportedResults(request, plan: .sequential)
    let found = try importing(request, threads: 2, rowsInMemory: 30)
    #expect(found.bytes == expected.resultsCSV())
    #expect(String(decoding: found.bytes, as: UTF8.self).contains("2007-02-03"))
  }

  @Test("Nothing appears before the commit, and nothing is left beside the output")
  func wholeOrNothing() throws {
    let request = try request([rows(200, file: 1)])
    do {
      let file = try ResultFile(
        request, at: folder.path + "/results.csv", plan: .sequential, rowsInMemory: 10)
      #expect(file.report.files.count == 1)
      #expect(try !namesInFolder(folder.path).contains("results.csv"))
    }
    #expect(try namesInFolder(folder.path) == ["0.csv"])
  }
}
