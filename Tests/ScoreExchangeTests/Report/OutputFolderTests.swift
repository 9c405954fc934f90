import BatchSigning
import Files
import Foundation
import Parallel
import ScoreExchange
import TestSupport
import Testing

@Suite("The page made anew from an output folder")
struct OutputFolderTests {
  private static let moment = UTCInstant(secondsSinceEpoch: 1_752_656_400)

  /// A run of the fixture with signed batches, written.
  private func output(isForSpreadsheet: Bool = false) throws -> (TemporaryFolder, String) {
    let folder = TemporaryFolder()
    var run = try ExchangeRun(Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")))
    var writing = ExchangeRun.Writing(created: Self.moment)
    writing.isForSpreadsheet = isForSpreadsheet
    try run.write(to: folder.path + "/out", writing)
    return (folder, folder.path + "/out")
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try readBytes(at: path), as: UTF8.self)
  }

  @Test("is the page that the run wrote, byte for byte", arguments: [false, true])
  func samePage(isForSpreadsheet: Bool) throws {
    let (folder, out) = try output(isForSpreadsheet: isForSpreadsheet)
    defer { withExtendedLifetime(folder) {} }
    let written = try text("\(out)/report.html")
    for threads in [1, 3] {
      let isSame =
        try RunReport(folder: out, plan: WorkPlan(threadCount: threads)).html() == written
      #expect(isSame)
    }
  }

  @Test("shows of each batch the digest of its rows in groups of four")
  func digests() throws {
    let (folder, out) = try output()
    defer { withExtendedLifetime(folder) {} }
    let html = try RunReport(folder: out).html()
    let rows = try readBytes(at: "\(out)/batches/results-BKA/results.csv")
    let digits = Array(SHA256.digest(of: rows).hex)
    let groups = stride(from: 0, to: 64, by: 4).map { String(digits[$0..<($0 + 4)]) }
    let isShown = html.contains(groups.joined(separator: " "))
    #expect(isShown)
  }

  @Test("is made of a folder of an earlier version, which told neither of a rota nor of waterfalls")
  func earlier() throws {
    let (folder, out) = try output()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(out)/report.json"
    var facts = try #require(
      try JSONSerialization.jsonObject(with: Data(readBytes(at: path))) as? [String: Any])
    facts["coordinators"] = nil
    facts["waterfalls"] = nil
    try writeBytes(Array(JSONSerialization.data(withJSONObject: facts)), to: path)
    let html = try RunReport(folder: out).html()
    #expect(html.contains("id=\"links\""))
  }

  @Test("counts the free seats of a school programme by programme")
  func freeSeats() throws {
    let (folder, out) = try output()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(out)/cutoffs.csv"
    var rows = try text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // As if all of one programme were admitted beyond its quota, and the seats were another's.
    let school = rows.indices.filter { rows[$0][0] == "TLA" }
    let quota = try school.reduce(0) { try $0 + #require(Int(rows[$1][2])) }
    for row in school { rows[row][2] = "0" }
    let last = try #require(school.last)
    rows[last][2] = String(quota)
    let free = try quota - #require(Int(rows[last][4]))
    let wishes = try school.reduce(0) { try $0 + #require(Int(rows[$1][3])) }
    let placed = try school.reduce(0) { try $0 + #require(Int(rows[$1][4])) }
    try #require(free > quota - placed)
    let table = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    try writeBytes(Array(table.utf8), to: path)
    func isShown(free: Int) throws -> Bool {
      try RunReport(folder: out).html().contains(
        "<tr><th scope=\"row\">TLA</th><td class=\"n\">\(school.count)</td>"
          + [quota, wishes, placed, free].map { "<td class=\"n\">\($0)</td>" }.joined())
    }
    #expect(try isShown(free: free))
    // As if that one shared its seats in a pool that has three left.
    let facts = try text("\(out)/report.json")
    let pool = """
      "pools":[{"quota":\(quota - free + 3),"programmes":[{"school":"TLA","code":"\(rows[last][1])"}]}]
      """
    try writeBytes(Array("{\(pool),\(facts.dropFirst())".utf8), to: "\(out)/report.json")
    #expect(try isShown(free: 3))
  }

  @Test("says which file is missing or damaged")
  func refusals() throws {
    let (folder, out) = try output()
    defer { withExtendedLifetime(folder) {} }
    func code(_ change: () throws -> Void) throws -> ExchangeError.Code? {
      try change()
      do throws(ExchangeError) {
        _ = try RunReport(folder: out)
        return nil
      } catch {
        return error.code
      }
    }
    let names = [
      "summary.json", "report.json", "results.csv", "rejects.csv", "links.csv", "review.csv",
      "recognised.csv", "placements.csv", "cutoffs.csv", "batches/results-BKA/manifest.json",
    ]
    for name in names {
      let path = "\(out)/\(name)"
      let whole = try readBytes(at: path)
      #expect(try code { try removeItem(at: path) } == .inputMissing, "\(name)")
      #expect(
        try code { try writeBytes(Array(whole.prefix(whole.count / 2)), to: path) } == .badInput,
        "\(name)")
      #expect(try code { try writeBytes([], to: path) } == .badInput, "\(name)")
      try writeBytes(whole, to: path)
    }
    #expect(try code {} == nil)
    #expect(throws: ExchangeError.self) { try RunReport(folder: folder.path + "/none") }
  }

  @Test("refuses tables that tell of another run than the summary")
  func contradiction() throws {
    let (folder, out) = try output()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(out)/placements.csv"
    let rows = try text(path).split(separator: "\n")
    try writeBytes(Array((rows.dropLast().joined(separator: "\n") + "\n").utf8), to: path)
    #expect {
      try RunReport(folder: out)
    } throws: {
      ($0 as? ExchangeError)?.code == .badInput
        && ($0 as? ExchangeError)?.file?.hasSuffix("placements.csv") == true
    }
  }
}
