import ScoreExchange
import ScoreLinking
import Scores
import Testing

@Suite("The exchange file")
struct ExchangeReadingTests {
  private let specimen = Result {
    try SpecimenExchange.exchange(SpecimenExchange.text(without: []))
  }

  @Test("The head says which exchange it is and on which day it judges")
  func head() throws {
    let exchange = try specimen.get()
    #expect(exchange.name == "g7-2025")
    #expect(exchange.year == 2025)
    #expect(exchange.asOf.description == "2025-07-16")
    #expect(exchange.coordinator?.code == "BKA")
    #expect(exchange.agreement == "MOU of 22/01/2021")
    #expect(exchange.embargo?.description == "2025-07-01T01:00:00Z")
  }

  @Test("An assessment has a scale, parts in the order written, validity and sittings")
  func assessment() throws {
    let assessment = try #require(try specimen.get().assessment("TSA"))
    #expect(assessment.issuer.code == "BKA")
    #expect(assessment.scale.pointCount == 10_001)
    #expect(assessment.parts.map(\.name) == ["mathematics", "reading", "science"])
    #expect(assessment.parts.map { $0.maximum.formatted() } == ["40", "20", "40"])
    #expect(assessment.validity?.description == "2 years")
    #expect(assessment.sitting(named: "2025-3")?.date == CalendarDate("2025-04-27"))
    #expect(assessment.sitting(named: "2024-1") == nil)
  }

  @Test("Paths begin at the folder of the exchange file and keep the text as written")
  func paths() throws {
    let results = try specimen.get().results
    #expect(
      results.map(\.table.file.text) == ["results/bka.csv", "results/tla.csv", "/srv/bka-1.csv"])
    #expect(
      results.map(\.table.file.path)
        == ["year/results/bka.csv", "year/results/tla.csv", "/srv/bka-1.csv"])
    #expect(results.map(\.table.file.line) == [15, 16, 21])
    let here = try Exchange(
      yaml: Array(SpecimenExchange.text(without: []).utf8), path: "exchange.yaml")
    #expect(here.wishes?.file.path == "wishes.csv")
  }

  @Test("A result file has a kind, perhaps a school, and what detection would not find")
  func results() throws {
    let results = try specimen.get().results
    #expect(results.map(\.kind) == [.results, .results, .amendment])
    #expect(results.map { $0.school?.code } == ["BKA", "TLA", nil])
    #expect(results[1].table.layout.columns == ["candidate_number": "Mã HS"])
    #expect(results[1].table.layout.encoding == "windows-1258")
    #expect(results[0].table.layout == TableLayout())
  }

  @Test("A heading written in decomposed Vietnamese is read as the composed one")
  func normalised() throws {
    let text = SpecimenExchange.text(replacing: "Mã HS", with: "Ma\u{303} HS")
    let heading = try SpecimenExchange.exchange(text).results[1].table.layout
      .columns["candidate_number"]
    #expect(heading.map { Array($0.unicodeScalars) } == Array("M\u{E3} HS".unicodeScalars))
  }

  @Test("Conversions are tables of bands or are estimated")
  func conversions() throws {
    let exchange = try specimen.get()
    #expect(exchange.conversions.map(\.name) == ["hust-2025", "vact-to-thpt"])
    let hust = try #require(exchange.conversion("hust-2025"))
    #expect(hust.targetName == "THPT")
    #expect(hust.target.maximum.formatted() == "30")
    guard case .bands(let bands) = hust.source else { Issue.record("no bands"); return }
    #expect(bands.edges == .rightClosed)
    #expect(bands.isInterpolated)
    guard case .equate(let settings) = exchange.conversions[1].source else {
      Issue.record("not estimated")
      return
    }
    #expect(settings.method == "equipercentile")
    #expect(settings.presmoothing == "loglinear:6,6,2")
    #expect(settings.tables.map(\.file.path) == ["year/conversions/pairs.csv"])
  }

  @Test("A recognition rule has minima, a choice, a conversion, priority, a cap and components")
  func recognition() throws {
    let exchange = try specimen.get()
    let gha = try #require(School.named("GHA"))
    let rule = try #require(exchange.rules(of: gha).first)
    #expect(rule.accepts == "TSA")
    #expect(rule.sittings == nil)
    #expect(rule.minimumTotal?.formatted() == "50")
    #expect(rule.choice == .best)
    #expect(rule.conversion == "hust-2025")
    #expect(rule.priority == .moet2025)
    #expect(rule.bonusCap?.formatted() == "3")
    #expect(rule.programmes == .all)
    #expect(rule.composite.map(\.name) == ["converted", "thpt", "transcript"])
    #expect(rule.composite[1].mapping?.toHigh.formatted() == "100")
    #expect(rule.componentRounding == .halfUp(decimals: 2))
    #expect(rule.document == "Decision 5919 of 10/06/2025")
    #expect(exchange.componentColumns == ["thpt", "transcript"])
  }

  @Test(
    "Minima of parts stand beside the total or under parts",
    arguments: [
      "{total: 50, mathematics: 12.5}", "{total: 50, parts: {mathematics: 12.5}}",
    ])
  func partMinima(_ minimum: String) throws {
    let text = SpecimenExchange.text(replacing: "{total: 50}", with: minimum)
    let rule = try #require(try SpecimenExchange.exchange(text).recognition[0].rules.first)
    let points = try Score(parsing: "12.5")
    #expect(rule.minimumParts == [.init(part: "mathematics", minimum: points)])
  }

  @Test("Placement and signing are read as written")
  func settings() throws {
    let exchange = try specimen.get()
    #expect(exchange.placement.ties == ["tie_1", "wish-rank"])
    #expect(exchange.placement.atTheLine == "admit-all")
    guard case .keys(let keys) = exchange.signing else { Issue.record("no keys"); return }
    #expect(keys.signer.key.path == "year/keys/bka.key")
    #expect(keys.trust.text == "trust/")
    #expect(keys.cosigner?.certificate.text == "keys/gha.pem")
  }

  @Test("Development keys are one word, and without signing nobody need say who coordinates")
  func signing() throws {
    var text = SpecimenExchange.text(without: ["signing"]) + "\nsigning: development\n"
    #expect(try SpecimenExchange.exchange(text).signing == .development)
    text = SpecimenExchange.text(without: ["signing", "coordinator", "agreement", "purpose"])
    let exchange = try SpecimenExchange.exchange(text)
    #expect(exchange.signing == nil)
    #expect(exchange.coordinator == nil)
  }

  @Test("What is optional may be left out or left empty")
  func optional() throws {
    let text =
      SpecimenExchange.text(without: [
        "applicants", "programmes", "wishes", "decisions", "conversions", "recognition",
        "placement", "embargo", "signing",
      ]) + "\ndecisions:\nwishes: ~\n"
    let exchange = try SpecimenExchange.exchange(text)
    #expect(exchange.applicants.isEmpty)
    #expect(exchange.decisions == nil)
    #expect(exchange.wishes == nil)
    #expect(exchange.placement == .standard)
    #expect(exchange.recognition.isEmpty)
  }

  @Test("A byte order mark and CRLF change nothing")
  func windowsText() throws {
    let text = SpecimenExchange.lines.joined(separator: "\r\n")
    let exchange = try Exchange(yaml: [0xEF, 0xBB, 0xBF] + Array(text.utf8), path: "exchange.yaml")
    #expect(exchange.name == "g7-2025")
    #expect(exchange.recognition[0].rules[0].line == 42)
  }

  @Test(
    "Assessments may stand in a file of their own, in every form that says the same",
    arguments: [
      "HSA: {issuer: BKA, scale: {minimum: 0, maximum: 150, step: 1}}",
      "assessments:\n  HSA: {issuer: BKA, scale: {minimum: 0, maximum: 150, step: 1}}",
      "assessment: HSA\nissuer: BKA\nscale: {minimum: 0, maximum: 150, step: 1}",
      "name: HSA\nissuer: BKA\nscale: {minimum: 0, maximum: 150, step: 1}",
    ])
  func assessmentFile(_ yaml: String) throws {
    let assessments = try Assessment.all(yaml: Array(yaml.utf8), path: "a.yaml")
    #expect(assessments.map(\.code) == ["HSA"])
    #expect(assessments[0].scale.maximum.formatted() == "150")
    #expect(assessments[0].validity == nil)
  }

  @Test("An exchange file also serves as a file of assessments, and a slip in one is told")
  func assessmentsOfExchange() throws {
    let text = SpecimenExchange.text(without: [])
    let assessments = try Assessment.all(yaml: Array(text.utf8), path: "a.yaml")
    #expect(try assessments == specimen.get().assessments)
    let slip = "HSA:\n  issuer: BKA\n  scal: {minimum: 0, maximum: 150, step: 1}"
    #expect(
      throws: ExchangeError(
        .badInput, file: "a.yaml", line: 3, "HSA: unknown key \"scal\"; did you mean \"scale\"?")
    ) { try Assessment.all(yaml: Array(slip.utf8), path: "a.yaml") }
  }

  @Test("A file that is not there is missing input")
  func missing() {
    #expect(throws: ExchangeError(.inputMissing, file: "no/such.yaml", "no such file")) {
      try Exchange(contentsOf: "no/such.yaml")
    }
  }

  @Test("The first file that is named and not there is told with its line")
  func namedFiles() throws {
    #expect(
      throws: ExchangeError(
        .inputMissing, file: "year/exchange.yaml", line: 15,
        "results/bka.csv: no such file or folder")
    ) { try specimen.get().checkNamedFiles() }
  }

  @Test("How people are linked is a choice of the exchange: by probability, one confirmation")
  func links() throws {
    #expect(try specimen.get().links == LinkSettings())
    let text = SpecimenExchange.text(
      replacing: "decisions: decisions.csv",
      with: "links: {automatic: identifier, confirmations: 2, model: m.json}")
    let links = try SpecimenExchange.exchange(text).links
    #expect(links.automatic == .identifier && links.confirmations == 2)
    #expect(links.model?.path == "year/m.json")
    for wrong in ["{automatic: always}", "{confirmations: 0}", "{confirm: 2}"] {
      let text = SpecimenExchange.text(
        replacing: "decisions: decisions.csv", with: "links: \(wrong)")
      #expect(throws: ExchangeError.self) { try SpecimenExchange.exchange(text) }
    }
  }
}
