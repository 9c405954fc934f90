import BatchSigning
import Foundation
import TestSupport
import Testing

@Suite("score-exchange receipt --page")
struct CandidatePageTests {
  /// The fixture is run once for all tests.
  private static let shared = TemporaryFolder()
  private static let run = Result {
    try Tool.run(
      "run", Fixtures.path("g7-2025/exchange.yaml"), "-o", shared.path + "/out", "--quiet")
  }

  private let folder = TemporaryFolder()
  private let out = Self.shared.path + "/out"
  private let wishes = Fixtures.path("g7-2025/wishes.csv")

  init() throws {
    try #require(Self.run.get().status == 0)
  }

  private func receipt(_ batch: String, _ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(
      ["receipt", "\(out)/batches/\(batch)", "--page", folder.path + "/page.html", "--quiet"]
        + arguments)
  }

  private var trust: String { out + "/keys/trust" }

  private func page() throws -> String {
    try String(contentsOfFile: folder.path + "/page.html", encoding: .utf8)
  }

  /// The page without the script, the style and the receipt: what a person can read.
  private func shown() throws -> String {
    try page().replacing(/(?s)<script>.*<\/script>|<style>.*<\/style>|href="data:[^"]*"/, with: "")
  }

  @Test("The receipt in the page is one that verify-receipt accepts")
  func receiptInside() throws {
    #expect(try receipt("results-BKA", "--row", "7", "--trust", trust).status == 0)
    let link = try #require(try page().firstMatch(of: /json;base64,([^"]*)"/))
    let bytes = try #require(Data(base64Encoded: String(link.output.1)))
    try bytes.write(to: URL(fileURLWithPath: folder.path + "/receipt.json"))
    let check = try Tool.run("verify-receipt", folder.path + "/receipt.json", "--trust", trust)
    #expect(check.status == 0)
  }

  @Test("Nothing of the row is written on the page before a browser has proved it")
  func nothingUnproved() throws {
    let rows = try String(
      contentsOfFile: "\(out)/batches/results-BKA/results.csv", encoding: .utf8
    ).split(separator: "\n")
    #expect(try receipt("results-BKA", "--row", "7", "--trust", trust).status == 0)
    let cells = rows[7].split(separator: ",").map(String.init)
    let text = try shown()
    for cell in cells where cell.count >= 5 { #expect(!text.contains(cell), "\(cell)") }
    #expect(try shown().contains("CHƯA KIỂM TRA") && shown().contains("NOT CHECKED YET"))
  }

  @Test("Nothing may be fetched, and the one script is named by its digest")
  func selfContained() throws {
    #expect(try receipt("outcomes-GHA", "--row", "2", "--trust", trust).status == 0)
    let html = try page()
    for forbidden in ["http:", "https:", "<link", "<iframe", "@import", "src=", "fetch("] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    let script = try #require(html.firstMatch(of: /(?s)<script>(.*)<\/script>/)).output.1
    let digest = Data(SHA256.digest(of: Array(script.utf8)).bytes).base64EncodedString()
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("script-src 'sha256-\(digest)'"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/page.html")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("A wish that no rule is for is not eligible, and no number of the row is shown whole")
  func limitedRule() throws {
    let exchange = folder.write(
      """
      exchange: small
      year: 2025
      as_of: 2025-07-16
      coordinator: BKA
      agreement: "MOU of 22/01/2021"
      purpose: "Recognition"
      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {2025-1: 2025-01-19}
      results:
        - {file: results.csv, school: BKA, assessment: TSA}
      applicants:
        - {file: applicants.csv, school: GHA}
      programmes: programmes.csv
      wishes: {file: wishes.csv, columns: {programme: CODE}}
      recognition:
        GHA:
          - {accepts: TSA, programmes: [X], bonus_cap: 3}
      signing: development

      """, to: "exchange.yaml")
    folder.write(
      """
      candidate_number,national_id,name,birth_date,sitting,mathematics,reading,science,total
      001207012345,001207012345,Nguyễn Văn An,2007-02-14,2025-1,30.25,12.50,28.00,70.75

      """, to: "results.csv")
    folder.write(
      """
      applicant,national_id,name,birth_date
      TS1,001207012345,Nguyễn Văn An,2007-02-14

      """, to: "applicants.csv")
    folder.write("school,programme,quota\nGHA,X,1\nGHA,Y,1\n", to: "programmes.csv")
    let wishes = folder.write(
      "applicant,rank,school,CODE\nTS1,1,GHA,Y\nTS1,2,GHA,X\n", to: "wishes.csv")
    let out = folder.path + "/out"
    #expect(try Tool.run("run", exchange, "-o", out, "--quiet").status == 0)
    let outcome = try Tool.run(
      "receipt", out + "/batches/outcomes-GHA", "--key", "TS1", "--trust", out + "/keys/trust",
      "--run", out, "--wishes", wishes, "--column", "programme=CODE", "--page",
      folder.path + "/page.html", "--quiet")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try shown()
    #expect(text.contains("not eligible: the school recognises nothing for this programme"))
    #expect(text.split(separator: ">GRANTED<").count == 2)
    #expect(text.contains("candidate 001*****2345") && !text.contains("001207012345"))
  }

  @Test("The story tells each wish with its cutoff, and of nobody else")
  func story() throws {
    // TS000008 wished for 7520103 first, which asked for 24.36, and got the second wish.
    let outcome = try receipt(
      "outcomes-GHA", "--key", "TS000008", "--trust", trust, "--run", out, "--wishes", wishes)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try shown()
    #expect(text.contains("under the cutoff: 23.62 &lt; 24.36"))
    #expect(text.contains("dưới điểm chuẩn: 23.62 &lt; 24.36"))
    #expect(text.split(separator: ">GRANTED<").count == 2)
    #expect(text.contains("23.16 + 0.456 = 23.616"))
    let others = text.matches(of: /TS\d{6}/).map(\.output)
    #expect(others.allSatisfy { $0 == "TS000008" })
    let spans = ["vi", "en"].map { text.split(separator: "<span lang=\"\($0)\">").count }
    #expect(spans[0] == spans[1] && spans[0] > 40)
  }

  @Test("What the page says of wishes is what explain says, for everybody who is asked about")
  func agreesWithExplain() throws {
    let exchange = Fixtures.path("g7-2025/exchange.yaml")
    for (school, applicant) in [("GHA", "TS000012"), ("GHA", "TS000042"), ("BKA", "TS000002")] {
      let outcome = try receipt(
        "outcomes-\(school)", "--key", applicant, "--trust", trust, "--run", out, "--wishes",
        wishes)
      try #require(outcome.status == 0)
      let told = try Tool.run("explain", applicant, exchange, "--json")
      let view = try #require(
        try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
      let explained = try #require(view["wishes"] as? [[String: Any]])
      let text = try shown()
      let granted = explained.filter { ($0["outcome"] as? String)?.contains("granted") == true }
      #expect(text.contains("<caption id=\"wishes-c\">"))
      #expect(
        text.matches(of: /<td class="n">\d+<\/td><td>[A-Z]{3}<\/td>/).count == explained.count)
      #expect(granted.isEmpty || text.contains(">GRANTED<"))
    }
  }

  @Test("ends with 64, 65 and 77 for wrong usage, tables of another run, and keys nobody pins")
  func refusals() throws {
    #expect(try Tool.run("receipt", out + "/batches/outcomes-GHA", "--row", "1").status == 64)
    #expect(try receipt("outcomes-GHA", "--row", "1").status == 64)
    #expect(
      try receipt("outcomes-GHA", "--row", "1", "--trust", trust, "--wishes", wishes).status == 64)
    let results = try receipt("results-BKA", "--row", "1", "--trust", trust, "--run", out)
    #expect(results.status == 65)
    let foreign = try receipt(
      "outcomes-GHA", "--row", "1", "--trust", trust, "--run", out, "--wishes",
      Fixtures.path("g7-2025/programmes.csv"))
    #expect(foreign.status == 65)
    #expect(try Tool.run("keys", "authority", "-o", folder.path + "/ca", "--quiet").status == 0)
    let unpinned = try receipt(
      "outcomes-GHA", "--row", "1", "--trust", folder.path + "/ca/trust")
    #expect(unpinned.status == 77 && unpinned.errors.contains("not named in the trust bundle"))
    try FileManager.default.copyItem(atPath: out, toPath: folder.path + "/out")
    let table = try String(contentsOfFile: out + "/recognised.csv", encoding: .utf8)
    folder.write(table.replacing(",23.62,", with: ",23.63,"), to: "out/recognised.csv")
    let changed = try receipt(
      "outcomes-GHA", "--key", "TS000008", "--trust", trust, "--run", folder.path + "/out")
    #expect(changed.status == 65 && changed.errors.contains("recognised.csv"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/page.html"))
  }
}
