import Files
import Foundation
import TestSupport
import Testing

@Suite("score-exchange report")
struct ReportCommandTests {
  private let folder = TemporaryFolder()
  private let out: String

  init() throws {
    out = folder.path + "/out"
    let outcome = try Tool.run(
      "run", Fixtures.path("g7-2025/exchange.yaml"), "-o", out, "--quiet", "--created",
      "2025-07-16T08:00:00Z")
    try #require(outcome.status == 0)
  }

  @Test("makes the same page anew, in a file or on standard output")
  func samePage() throws {
    let written = try Data(contentsOf: URL(fileURLWithPath: out + "/report.html"))
    let page = folder.path + "/page.html"
    let outcome = try Tool.run("report", out, "-o", page)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    let isSame = try Data(contentsOf: URL(fileURLWithPath: page)) == written
    #expect(isSame)
    let isSameOutput = try Data(Tool.run("report", out, "-o", "-").output.utf8) == written
    #expect(isSameOutput)
  }

  @Test("gives the figures as one JSON document")
  func json() throws {
    let outcome = try Tool.run("report", out, "--json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let figures = try #require(document as? [String: Any])
    #expect(figures["exchange"] as? String == "g7-2025")
    #expect((figures["cutoffs"] as? [Any])?.isEmpty == false)
  }

  @Test("ends with 66 for what is missing, 65 for what is damaged, 73 and 64")
  func statuses() throws {
    #expect(try Tool.run("report", folder.path + "/none").status == 66)
    #expect(try Tool.run("report", out, "-o", folder.path + "/none/page.html").status == 73)
    #expect(try Tool.run("report", out, out).status == 64)
    #expect(try Tool.run("report", out, "--as", "GHA").status == 64)
    folder.write("", to: "out/cutoffs.csv")
    let damaged = try Tool.run("report", out)
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("cutoffs.csv"))
  }

  @Test("--annual counts verified batches and ends with 1 when one is refused")
  func annual() throws {
    let page = folder.path + "/annual.html"
    let arguments = ["--trust", out + "/keys/trust", "--at", "2025-07-20T00:00:00Z"]
    let good = try Tool.run(
      "report", "--annual", out, arguments[0], arguments[1], arguments[2], arguments[3], "-o", page)
    #expect(good.status == 0)
    #expect(FileManager.default.fileExists(atPath: page))
    folder.write("changed", to: "out/batches/results-BKA/results.csv")
    let bad = try Tool.run(
      "report", "--annual", out, arguments[0], arguments[1], arguments[2], arguments[3], "--json")
    #expect(bad.status == 1)
    #expect(bad.errors.contains("results-BKA") && bad.errors.contains("E_SIZE"))
    #expect(try JSONSerialization.jsonObject(with: Data(bad.output.utf8)) is [String: Any])
  }
}
