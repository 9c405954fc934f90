import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("The committed fixtures")
struct FixtureTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: Fixtures.path(path))))
  }

  /// The rows of the Markdown tables of a read-me whose first cell passes a test.
  private func tableRows(_ path: String, where isWanted: (String) -> Bool) throws -> [[String]] {
    String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| ") else { return nil }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.first.map(isWanted) == true ? cells : nil
    }
  }

  @Test("g7-2025 is what its command makes, byte for byte")
  func sample() throws {
    for (path, made) in try SampleFilesTests.ordinary.get() {
      #expect(try bytes("g7-2025/\(path)") == made, "\(path)")
    }
  }

  @Test("A plain reading of odd-rows finds what its read-me says")
  func oddRows() throws {
    let layouts = [
      PlainResults.Layout(path: "results/bka.csv"),
      PlainResults.Layout(path: "results/tla.csv", delimiter: ";", decimalComma: true),
    ]
    let files = try layouts.map { PlainResults($0, try bytes("odd-rows/\($0.path)")) }
    var expected: [String: [Int: String]] = [:]
    for cells in try tableRows("odd-rows/README.md", where: { $0.hasPrefix("results/") })
    where cells.count == 5 {
      let row = try #require(Int(cells[1]))
      expected[cells[0], default: [:]][row] = "\(cells[2]) \(cells[3])"
    }
    #expect(expected.values.map(\.count).sorted() == [3, 30])
    #expect(PlainResults.faults(of: files) == expected)
  }

  @Test("Every applicant and result of odd-people has a line in its read-me")
  func oddPeople() throws {
    let cases = try tableRows("odd-people/README.md", where: { $0.hasPrefix("P") })
    let results = PlainTable(try bytes("odd-people/results/bka.csv"), delimiter: ",")
    let applicants = PlainTable(try bytes("odd-people/applicants/gha.csv"), delimiter: ",")
    let keys = results.rows.compactMap { row in row.map { "BKA/TSA/\($0[5])/\($0[0])" } }
    #expect(Set(cases.map { $0[0] }) == Set(applicants.rows.compactMap { $0?[0] }))
    #expect(Set(cases.map { $0[1] }).subtracting([""]) == Set(keys))
    #expect(Set(cases.map { $0[2] }) == ["auto", "review", "none", "not auto"])
  }
}
