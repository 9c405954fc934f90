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

  @Test("The rota of the exchange file says who signs beside whom, and stands on both pages")
  func rota() throws {
    try FileManager.default.copyItem(
      atPath: Fixtures.path("g7-2025"), toPath: folder.path + "/exchange")
    let path = folder.path + "/exchange/exchange.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "coordinator: BKA",
      with: """
        coordinators:
          - {from: 2025-01-01, to: 2026-01-01, office: BKA, deputy: XDA}
          - {from: 2026-01-01, to: 2027-01-01, office: XDA, deputy: BKA}
        """)
    folder.write(text, to: "exchange/exchange.yaml")
    let run = try Tool.run("run", path, "-o", folder.path + "/rota", "--quiet")
    try #require(run.status == 0, "\(run.errors)")
    func read(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder.path)/rota/\(name)", encoding: .utf8)
    }
    #expect(try read("batches/results-BKA/manifest.json").contains("\"coordinator\":\"XDA\""))
    #expect(try read("report.html").contains("<th scope=\"row\">XDA</th><td>BKA</td>"))
    let annual = try Tool.run(
      "report", "--annual", folder.path + "/rota", "--trust", folder.path + "/rota/keys/trust",
      "--json", "-o", folder.path + "/annual.html")
    #expect(annual.status == 0)
    let figures = try #require(
      try JSONSerialization.jsonObject(with: Data(annual.output.utf8)) as? [String: Any])
    let terms = try #require(figures["coordinators"] as? [[String: String]])
    #expect(terms.map { $0["office"] } == ["BKA"] && terms.map { $0["deputy"] } == ["XDA"])
    let page = try String(contentsOfFile: folder.path + "/annual.html", encoding: .utf8)
    #expect(page.contains("<th scope=\"row\">BKA</th><td>XDA</td>"))
  }

  @Test("--annual sets the years beside each other, each with its change")
  func trend() throws {
    let authority = folder.path + "/ca"
    #expect(
      try Tool.run("keys", "authority", "-o", authority, "--valid-from", "2024-01-01").status == 0)
    for year in ["2024", "2025"] {
      let copy = "\(folder.path)/\(year)"
      try FileManager.default.copyItem(atPath: Fixtures.path("g7-2025"), toPath: copy)
      func signer(_ office: String) -> String {
        "key: \(authority)/\(office).key, certificate: \(authority)/\(office).pem"
      }
      var text = try String(contentsOfFile: copy + "/exchange.yaml", encoding: .utf8)
        .replacing("exchange: g7-2025", with: "exchange: g7-\(year)")
        .replacing(
          "signing: development",
          with:
            "signing: {\(signer("BKA")), trust: \(authority)/trust, cosigner: {\(signer("DDK"))}}")
      if year == "2025" {
        text = text.replacing(
          "  - {file: results/xda.csv, school: XDA, assessment: TSA}\n", with: "")
      }
      folder.write(text, to: "\(year)/exchange.yaml")
      let run = try Tool.run(
        "run", copy + "/exchange.yaml", "-o", copy + "/out", "--created",
        "\(year)-07-16T08:00:00Z", "--quiet")
      try #require(run.status == 0, "\(run.errors)")
    }
    let page = folder.path + "/annual.html"
    let annual = try Tool.run(
      "report", "--annual", folder.path + "/2024/out", folder.path + "/2025/out", "--trust",
      authority + "/trust", "--quiet", "-o", page)
    #expect(annual.status == 0, "\(annual.errors)")
    // 1983 results in the first year; the 209 of one file are missing in the second.
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<td class=\"n\">1983</td><td class=\"n\">–</td>"))
    #expect(html.contains("<td class=\"n\">1774</td><td class=\"n\">−10.5\u{202F}%</td>"))
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
