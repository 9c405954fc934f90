import Foundation
import Parallel
import ScoreExchange
import TestSupport
import Testing

@Suite("Import and linkage against the truth of the fixtures")
struct FixtureImportTests {
  private func exchange(_ fixture: String) throws -> Exchange {
    try Exchange(contentsOf: Fixtures.path("\(fixture)/exchange.yaml"))
  }

  /// The rows of a file below its heading or, in Markdown, the cells of its tables.
  private func rows(_ path: String, separator: Character) throws -> [[String]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: Fixtures.path(path)))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: separator, omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// "file,row,reason,outcome" of everything that the import remarks on.
  private func remarks(_ results: ResultImport) -> Set<String> {
    let rejects = results.rejects.map { "\($0.file),\($0.row),\($0.reason),rejected" }
    let warnings = results.warnings.map { "\($0.file),\($0.row),\($0.reason),kept" }
    return Set(rejects + warnings)
  }

  @Test("The import remarks on the faulty rows of g7-2025, for the right reasons, and on no other")
  func sampleFaults() throws {
    let results = try ResultImport(ResultRequest(exchange("g7-2025")), plan: .allCores)
    let truth = try rows("g7-2025/truth/faults.csv", separator: ",").dropFirst()
    #expect(remarks(results) == Set(truth.map { $0.joined(separator: ",") }))
    #expect(results.files.reduce(0) { $0 + $1.rowsRead } == 2000)
  }

  @Test("The import remarks on the rows that the read-me of odd-rows lists, and on no other")
  func oddRows() throws {
    let results = try ResultImport(ResultRequest(exchange("odd-rows")), plan: .allCores)
    let listed = try rows("odd-rows/README.md", separator: "|").filter {
      $0.count == 7 && $0[1].hasPrefix("results/")
    }
    #expect(remarks(results) == Set(listed.map { $0[1...4].joined(separator: ",") }))
  }

  @Test("No automatic link of g7-2025 is wrong, and every true pair is linked or in review")
  func sampleLinks() throws {
    let found = try links("g7-2025")
    let truth = Set(
      try rows("g7-2025/truth/links.csv", separator: ",").dropFirst().map {
        "\($0[0]) \($0[1])"
      })
    let automatic = Set(found.filter { $0.value == "auto" }.keys)
    #expect(automatic.isSubset(of: truth))
    #expect(Double(automatic.count) > 0.85 * Double(truth.count))
    #expect(truth.subtracting(found.keys).count * 500 <= truth.count)
  }

  @Test("The people of odd-people come into the zones that its read-me names")
  func oddPeople() throws {
    let found = try links("odd-people")
    var automatic: Set<String> = []
    for cells in try rows("odd-people/README.md", separator: "|")
    where cells.count == 6 && cells[1].hasPrefix("P") {
      let pair = "\(cells[1]) \(cells[2])"
      switch cells[3] {
      case "none": #expect(!found.keys.contains { $0.hasPrefix(cells[1]) }, "\(pair)")
      case "not auto": #expect(found[pair] != "auto", "\(pair)")
      default: #expect(found[pair] == cells[3], "\(pair)")
      }
      if cells[3] == "auto" { automatic.insert(pair) }
    }
    #expect(automatic.count == 14)
    #expect(Set(found.filter { $0.value == "auto" }.keys) == automatic)
  }

  /// The zone of every pair of an applicant and a result.
  private func links(_ fixture: String) throws -> [String: String] {
    let exchange = try exchange(fixture)
    let results = try ResultImport(ResultRequest(exchange), plan: .allCores)
    let applicants = try ApplicantImport(exchange, plan: .allCores)
    let step = try LinkStep(
      applicants.table, results.table, exchange: exchange, decisions: [], plan: .allCores)
    var zones: [String: String] = [:]
    for link in step.links {
      let applicant = applicants.table.applicants[link.left].id
      zones["\(applicant) \(step.resultKeys(link.right))"] = "\(link.zone)"
    }
    return zones
  }
}
