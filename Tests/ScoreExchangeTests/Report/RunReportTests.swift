import BatchSigning
import Foundation
import RecordLinkage
import ScoreExchange
import TestSupport
import Testing

@Suite("The page of a run")
struct RunReportTests {
  /// The specimen is run once for all tests.
  private static let specimen = Result {
    let run = try ReportSpecimen.run()
    return (run: run, html: try RunReport(RunFigures(run)).html())
  }

  private let run: ExchangeRun
  private let html: String

  init() throws {
    (run, html) = try Self.specimen.get()
  }

  /// Whether the page holds a text; a failed expectation then prints the text, not the page.
  private func shows(_ text: String) -> Bool {
    html.contains(text)
  }

  @Test("The same run gives the same bytes on one thread and on two")
  func deterministic() throws {
    let isSame = try RunReport(RunFigures(run)).html() == html
    #expect(isSame)
    let isSameOnTwo = try RunReport(RunFigures(ReportSpecimen.run(threads: 2))).html() == html
    #expect(isSameOnTwo)
  }

  @Test("Names of files, programmes and documents are text, never markup")
  func hostileNames() {
    let lower = html.lowercased()
    #expect(lower.split(separator: "<script").count == 2, "the page's own script, and no other")
    for forbidden in ["<script>alert", "<img", "<b>notice", "onerror=y>"] {
      let isThere = lower.contains(forbidden)
      #expect(!isThere, "\(forbidden)")
    }
    #expect(shows("&lt;img src=x onerror=y&gt;.csv"))
    #expect(shows("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
    // A quotation mark with an accent is one character, and still a quotation mark.
    #expect(shows("&quot;x&quot;\u{0308} onload=&#39;y&#39;"))
  }

  @Test("Nobody's name and no unmasked identifier is on the page")
  func noPersonalData() {
    #expect(run.rejects.contains { $0.message.contains(ReportSpecimen.candidateName) })
    for name in ["Nguyễn", "Trần Văn", "Lê Văn", "Phạm Văn", "Hồ Văn"] {
      #expect(!shows(name), "\(name)")
    }
    #expect(!shows("0012070"))
    #expect(shows("there is no applicant &quot;001*****0077&quot;"))
  }

  @Test("Nothing on the page is fetched, and only its own script may run")
  func selfContained() throws {
    for forbidden in ["http:", "https:", "<link", "<iframe", "@import", "src="] {
      let isQuoted = forbidden == "src=" && shows("&lt;img src=x")
      #expect(isQuoted || !shows(forbidden), "\(forbidden)")
    }
    #expect(shows("default-src 'none'"))
    let script = try #require(html.split(separator: "<script>").last?.prefix { $0 != "<" })
    let digest = Data(SHA256.digest(of: Array(script.utf8)).bytes).base64EncodedString()
    #expect(shows("script-src 'sha256-\(digest)'"))
  }

  @Test("Every element that is opened is closed, in order")
  func wellFormed() throws {
    #expect(try MarkupBalance(html).elementCount > 200)
  }

  @Test("Every text stands in Vietnamese and in English")
  func bothLanguages() {
    let vietnamese = html.split(separator: "<span lang=\"vi\">").count
    let english = html.split(separator: "<span lang=\"en\">").count
    #expect(vietnamese == english)
    #expect(vietnamese > 100)
    #expect(shows("id=\"show-vi\"") && shows("id=\"show-en\""))
  }

  @Test("The rows of every file add up to what the page says of all files")
  func rowsAddUp() {
    let files = run.summary.files
    let (read, accepted) = (
      files.reduce(0) { $0 + $1.rowsRead }, files.reduce(0) { $0 + $1.rowsAccepted }
    )
    #expect(
      shows(
        "<td class=\"n\">\(read)</td><td class=\"n\">\(accepted)</td>"
          + "<td class=\"n\">\(read - accepted)</td>"))
    #expect(shows("Adds up: the parts make exactly \(read)."))
    #expect(!shows("Does not add up"))
    #expect(read - accepted == run.rejects.count)
  }

  @Test("An applicant who stands in the files of several schools is one of the applicants")
  func applicants() throws {
    let run = try ExchangeRun(Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")))
    let html = try RunReport(RunFigures(run)).html()
    // 3,656 rows of seven files are about 1,500 people.
    let linked = Set(run.links.links.filter { $0.zone == .auto }.map(\.left)).count
    let isShown = html.contains("\(linked) of 1500 applicants have at least one result.")
    #expect(isShown)
  }

  @Test("A sitting's figures stand beside those that were published")
  func publishedFigures() {
    // 40, 55.5, 70, 97: mean 65.625, median 62.75; published for 2025-3: mean 54.89, maximum 91.29.
    for pair in [("65.63", "54.89"), ("97.00", "91.29"), ("1 (25.0\u{202F}%)", "2")] {
      #expect(
        shows("<td class=\"n\">\(pair.0)</td><td class=\"n\">\(pair.1)</td>"), "\(pair)")
    }
    #expect(shows("<td class=\"n\">62.75</td>"))
    #expect(shows("No result with a score."))
  }

  @Test("The bars of a histogram count every scored result once")
  func histogram() {
    let counts = html.split(separator: "<rect class=\"bar\" x=").dropFirst().compactMap { bar in
      bar.split(separator: "<title>").dropFirst().first.flatMap { title in
        title.prefix { $0 != "<" }.split(separator: " ").last.flatMap { Int($0) }
      }
    }
    #expect(counts == [1, 1, 1, 1])
    #expect(shows("<title>[40; 42): 1</title>"))
    #expect(shows("<title>[54; 56): 1</title>"))
  }

  @Test("Bands are printed with the ends that belong to them")
  func bands() {
    #expect(shows("[46.95; 55.22]"))
    #expect(shows("(55.22; 59.71]"))
    #expect(shows("(59.71; 100.00]"))
  }

  @Test("Cutoffs are those of the placement")
  func cutoffs() {
    // G2 with 70 takes the one seat of P1; the first applicant with 55.5 gets P2 as second wish.
    #expect(shows("<td class=\"n\">26.34</td><td class=\"n\">23.56</td>"))
    #expect(shows("<td class=\"n\">23.56</td><td class=\"n\">–</td>"))
  }

  @Test("The flow of wishes to a school adds up to those placed there")
  func flow() {
    // Two programmes, 6 seats, 3 wishes that count; G2 by her first wish, the other by his second.
    #expect(
      shows(
        "<tr><th scope=\"row\">GHA</th><td class=\"n\">2</td><td class=\"n\">6</td>"
          + "<td class=\"n\">4</td><td class=\"n\">2</td><td class=\"n\">4</td>"
          + "<td class=\"n\">1</td><td class=\"n\">1</td></tr>"))
  }

  @Test("Filtering rounds stand beside the stable placement where the exchange file asks for them")
  func filteringRounds() throws {
    #expect(!shows("id=\"filtering-c\""))
    let asked = try ReportSpecimen.run(adding: "placement: {rounds: 3, overcall: 1.2}")
    let rounds = try #require(asked.placement.rounds)
    let outcome = try FilteringRounds(roundCount: 3, callsPerHundredSeats: 120)
      .run(asked.placement.problem, comparedWith: asked.placement.result)
    #expect(rounds.rounds.map(\.calls) == outcome.rounds.map(\.calls))
    #expect(rounds.misplaced == outcome.misplaced)
    let page = try RunReport(RunFigures(asked)).html()
    #expect(page.contains("120 called for 100 seats"))
    for (index, round) in outcome.rounds.enumerated() {
      #expect(
        page.contains(
          "<th scope=\"row\" class=\"n\">\(index + 1)</th><td class=\"n\">\(round.calls)</td>"
            + "<td class=\"n\">\(round.placed)</td>"))
    }
    #expect(page.contains("The stable placement, in one go: \(asked.placement.result.placedCount)"))
  }

  @Test("Every zone and rule of the links has an example whose steps lead to its probability")
  func waterfalls() throws {
    let listed = Set(run.links.links.map { "\($0.zone) \($0.rule.rawValue)" })
    #expect(Set(run.links.examples.map { "\($0.link.zone) \($0.link.rule.rawValue)" }) == listed)
    let tables = html.split(separator: "<table class=\"waterfall\">").dropFirst()
      .map { $0.prefix(upTo: $0.firstRange(of: "</table>")?.lowerBound ?? $0.endIndex) }
    #expect(tables.count == listed.count && !listed.isEmpty)
    for table in tables {
      let probability = try #require(
        table.firstMatch(of: /probability<\/span> ([0-9.]+)/).flatMap { Double($0.output.1) })
      let sum = try #require(
        table.matches(of: /<td class="n">([^<]+)<\/td><\/tr>/).last?.output.1)
      let bits = try #require(Double(sum.replacing("\u{2212}", with: "-")))
      // Each of at most six steps is rounded to hundredths of a bit.
      let reach = 0.03
      #expect(1 / (1 + exp2(reach - bits)) <= probability + 1e-6)
      #expect(1 / (1 + exp2(-reach - bits)) >= probability)
    }
  }

  @Test("Charts have a title and a description that readers of screens find by their identifiers")
  func accessibleCharts() throws {
    var identifiers: Set<String> = []
    for part in html.split(separator: " id=\"").dropFirst() {
      let identifier = String(part.prefix { $0 != "\"" })
      #expect(identifiers.insert(identifier).inserted, "\(identifier)")
    }
    let references = html.split(separator: "aria-labelledby=\"").dropFirst()
    #expect(references.count > 10)
    for reference in references {
      for name in reference.prefix(while: { $0 != "\"" }).split(separator: " ") {
        #expect(identifiers.contains(String(name)), "\(name)")
      }
    }
  }
}
