import BatchSigning
import Files
import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("The annual report")
struct AnnualReportTests {
  private static let moment = UTCInstant(secondsSinceEpoch: 1_752_656_400)

  /// The batches of a run of the fixture, and whose signatures count.
  private struct Year {
    let folder = TemporaryFolder()
    let run: ExchangeRun
    let trust: TrustBundle

    var out: String { folder.path + "/out" }

    init() throws {
      var run = try ExchangeRun(Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")))
      try run.write(
        to: folder.path + "/out", ExchangeRun.Writing(created: AnnualReportTests.moment))
      self.run = run
      trust = try TrustBundle(
        folder: folder.path + "/out/keys/trust",
        at: AnnualReportTests.moment)
    }

    func report(_ folders: [String]) throws -> AnnualReport {
      try AnnualReport(
        folders, trust: trust,
        at: AnnualReportTests.moment)
    }
  }

  private struct Figures: Decodable {
    struct Entry: Decodable {
      struct Results: Decodable {
        let scored: Int
        let unscored: Int
      }

      struct Outcomes: Decodable {
        let recognised: Int
        let refused: [String: Int]
        let placed: Int
      }

      let year: Int
      let coordinators: [String]
      let results: [Results]
      let outcomes: [Outcomes]
    }

    struct Batch: Decodable {
      let verdict: String
      let reason: String?
    }

    let years: [Entry]
    let batches: [Batch]

    init(_ report: AnnualReport) throws {
      self = try JSONDecoder().decode(Self.self, from: JSONEncoder().encode(report.figures))
    }
  }

  @Test("counts what the batches of a run hold")
  func counts() throws {
    let year = try Year()
    let report = try year.report([year.out])
    let figures = try Figures(report)
    let entry = try #require(figures.years.first)
    #expect(figures.years.count == 1 && entry.year == 2025)
    #expect(report.refusals.isEmpty)
    #expect(figures.batches.count == year.run.summary.batches.count)
    let rows = year.run.summary.batches.filter { $0.kind == "results" }.reduce(0) { $0 + $1.rows }
    #expect(entry.results.reduce(0) { $0 + $1.scored + $1.unscored } == rows)
    let decided = entry.outcomes.reduce(0) { $0 + $1.recognised + $1.refused.values.reduce(0, +) }
    let outcomes = year.run.summary.batches.filter { $0.kind == "outcomes" }
    #expect(decided == outcomes.reduce(0) { $0 + $1.rows })
    #expect(entry.outcomes.reduce(0) { $0 + $1.placed } == year.run.summary.placement.placed)
    #expect(entry.coordinators == [try #require(year.run.exchange.coordinator).code])
    let html = try report.html()
    #expect(try MarkupBalance(html).elementCount > 100)
    let isSame = try year.report([year.out]).html() == html
    #expect(isSame)
  }

  @Test("names a refused batch with its reason and counts nothing of it")
  func refusedBatch() throws {
    let year = try Year()
    let path = year.out + "/batches/results-BKA/results.csv"
    var bytes = try readBytes(at: path)
    bytes[bytes.count / 2] ^= 1
    try writeBytes(bytes, to: path)
    let report = try year.report([year.out])
    #expect(report.refusals.map(\.code) == ["E_DIGEST"])
    #expect(try Figures(report).years.flatMap(\.results).isEmpty)
    let isNamed = try report.html().contains("E_DIGEST")
    #expect(isNamed)
  }

  @Test("counts a batch that is given twice once")
  func twice() throws {
    let year = try Year()
    let figures = try Figures(
      year.report([year.out + "/batches/results-BKA", year.out + "/batches/results-BKA"]))
    #expect(figures.batches.map(\.verdict) == ["counted", "replaced"])
  }

  @Test("counts neither of two different batches that claim one place in their chain")
  func fork() throws {
    let year = try Year()
    let keys = year.out + "/keys"
    func signer(_ office: String) -> String {
      "key: \(keys)/\(office).key, certificate: \(keys)/\(office).pem"
    }
    let path = Fixtures.path("g7-2025/exchange.yaml")
    let yaml = String(decoding: try readBytes(at: path), as: UTF8.self).replacing(
      "signing: development",
      with: "signing: {\(signer("BKA")), trust: \(keys)/trust, cosigner: {\(signer("DDK"))}}")
    var again = try ExchangeRun(Exchange(yaml: Array(yaml.utf8), path: path))
    let second = year.folder.path + "/again"
    try again.write(to: second, ExchangeRun.Writing(created: AnnualReportTests.moment))
    let first = year.out + "/batches/results-BKA"
    for folders in [[first, second], [second, first]] {
      let report = try year.report(folders)
      #expect(report.refusals.map(\.code) == ["E_FORK", "E_FORK"])
      #expect(report.refusals.contains { "\($0.detail)".contains(first) })
      let counted = try Figures(report)
      #expect(counted.years.flatMap(\.results).isEmpty)
      #expect(counted.years.flatMap(\.outcomes).count == 6)
    }
  }

  @Test("counts nothing without a trust list, and ends where there is no batch")
  func noTrust() throws {
    let year = try Year()
    let report = try AnnualReport([year.out], trust: nil)
    #expect(Set(report.refusals.map(\.code)) == ["E_PIN"])
    #expect(throws: ExchangeError.self) { try year.report([Fixtures.path("csv")]) }
    #expect(throws: ExchangeError.self) { try year.report([year.out + "/none"]) }
  }

  @Test("judges a batch that has expired since at the last moment of its life, unless told when")
  func expired() throws {
    let moment = try #require(UTCInstant("2025-07-16T08:00:00Z"))
    let trust = try TrustBundle(folder: Fixtures.path("signing/trust"), at: moment)
    let batch = Fixtures.path("signing/cases/E_EXPIRED-at-its-last-moment")
    let told = try AnnualReport([batch], trust: trust, at: moment)
    #expect(told.refusals.map(\.code) == ["E_EXPIRED"])
    #expect(try AnnualReport([batch], trust: trust).refusals.isEmpty)
  }
}
