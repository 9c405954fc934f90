import Files
import Foundation
import ScoreExchange
import Synchronization
import TestSupport
import Testing

/// The examples of the documentation, run; ``everyExample`` holds them to its text.
@Suite("The examples of the documentation")
struct DocumentationExampleTests {
  @Test("Getting started: the counts add up and the folder is written")
  func gettingStarted() throws {
    let folder = TemporaryFolder()
    let path = Fixtures.path("odd-rows/exchange.yaml")
    let output = folder.path + "/out"
    var log: [String] = []

    let exchange = try Exchange(contentsOf: path)
    var run = try ExchangeRun(exchange, plan: WorkPlan(threadCount: 2))

    for file in run.summary.files {
      log.append("\(file.file): \(file.rowsAccepted) of \(file.rowsRead)")
    }
    for reject in run.rejects {
      log.append("\(reject.file), row \(reject.row), \(reject.column): \(reject.message)")
    }

    try run.write(to: output, .init(created: UTCInstant(secondsSinceEpoch: 1_752_656_400)))

    let rejected = run.summary.files.reduce(0) { $0 + $1.rowsRead - $1.rowsAccepted }
    #expect(rejected == run.rejects.count)
    #expect(log.count == run.summary.files.count + run.rejects.count)
    #expect(try readBytes(at: output + "/summary.json") == run.summary.json())
  }

  @Test("Getting started: a run in the background of a task counts as any other")
  func fromTask() async throws {
    let exchange = try Exchange(contentsOf: Fixtures.path("odd-rows/exchange.yaml"))
    let summary = try await WorkPlan.inBackground { cancellation in
      try ExchangeRun(exchange, plan: .sequential, cancellation: cancellation).summary
    }
    #expect(try summary == ExchangeRun(exchange).summary)

    let task = Task {
      try await WorkPlan.inBackground { cancellation in
        while !cancellation.isCancelled {}
        return try ExchangeRun(exchange, cancellation: cancellation).summary
      }
    }
    task.cancel()
    let error = await #expect(throws: ExchangeError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  @Test("Importing: every result of an upload is a value")
  func upload() throws {
    let assessments = try Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")).assessments
    let body = try readBytes(at: Fixtures.path("g7-2025/results/bka.csv"))
    var log: [String] = []

    let upload = NamedFile(named: "bka.csv", bytes: body)
    let received = try ImportedResults(ResultRequest(files: [upload], assessments: assessments))
    for result in received {
      log.append("\(result.candidateNumber): \(result.total?.formatted() ?? "no score")")
    }

    #expect(log.count == 720)
    #expect(log.contains { $0.hasSuffix("no score") })
  }

  @Test("Speaking: a reject is told in the clerk's language")
  func speaking() throws {
    let run = try ExchangeRun(Exchange(contentsOf: Fixtures.path("odd-rows/exchange.yaml")))
    var log: [String] = []

    let clerk = Language(environment: { ProcessInfo.processInfo.environment[$0] })
    for reject in run.rejects {
      log.append("\(reject.row): \(reject.problem.text(in: clerk))")
    }

    #expect(log.count == run.rejects.count && !log.isEmpty)
    #expect(run.rejects.contains { $0.problem.text(in: .vietnamese) == "ô trống" })
  }

  @Test("Only import: a file with rejects leaves the output as it is, one without appears")
  func onlyImport() throws {
    let folder = TemporaryFolder()
    let described = try Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml"))
    for (name, isClean) in [("bka", false), ("tla", true)] {
      let request = try ResultRequest(
        [Fixtures.path("g7-2025/results/\(name).csv")], assessments: described.assessments,
        exchange: described)
      let path = "\(folder.path)/\(name).csv"
      try importing(request, to: path)
      #expect((fileKind(at: path) == .regular) == isClean)
    }
  }

  private func importing(_ request: ResultRequest, to path: String) throws {
    let file = try ResultFile(request, at: path)
    guard file.report.rejects.isEmpty else { return }
    try file.commit()
  }

  @Test("Converting: 50.00 by the first band of HUST 2025")
  func converting() throws {
    let table = try BandTable(
      bands: [
        BandTable.Band(
          fromLow: Score(parsing: "46.95"), fromHigh: Score(parsing: "55.22"),
          toLow: Score(parsing: "19.50"), toHigh: Score(parsing: "23.46"), row: 1)
      ], edges: .rightClosed, isInterpolated: true)
    let exact = try table.convert(Score(parsing: "50.00")).exact
    let rounded = try RoundingRule.halfUp(decimals: 2).rounded(exact)

    // 19.50 + 3.05 · 3.96 / 8.27 = 20.9604…
    #expect(try rounded == Score(parsing: "20.96"))
  }

  @Test("Linking: the same number, name and birth date are one person")
  func linking() throws {
    var applicants = PersonTable()
    applicants.append(
      PersonRecord(key: "TS1", nationalID: "001207000011", name: "Nguyễn Văn An", birthDate: 13_558)
    )
    var candidates = PersonTable()
    candidates.append(
      PersonRecord(key: "A1", nationalID: "001207000011", name: "NGUYEN VAN AN", birthDate: 13_558))
    let linkage = try Linker().link(left: applicants, right: candidates)

    #expect(linkage.links.map(\.zone) == [.auto])
  }

  @Test("Placing: the higher score has the seat that both want")
  func placing() throws {
    let problem = try PlacementProblem(
      applicants: ["TS1", "TS2"],
      programmes: [Programme(code: "IT1", quota: 1), Programme(code: "IT2", quota: 1)],
      wishes: WishTable(
        applicants: [0, 0, 1, 1], ranks: [1, 2, 1, 2], programmes: [0, 1, 0, 1],
        scores: [27_00, 27_00, 28_50, 28_50]))
    let placement = try DeferredAcceptance.place(problem)

    #expect(placement.programme(of: 0) == 1)
    #expect(placement.programme(of: 1) == 0)

    let findings = try StabilityCheck(problem).findings(in: ClaimedPlacement(placement))

    #expect(findings.isEmpty)
  }

  @Test("Verifying: a good batch names its issuer, another its reason")
  func verifying() throws {
    var log: [String] = []
    let trustFolder = Fixtures.path("signing/trust")
    for batchFolder in ["accepted-results", "E_COUNT-one-too-many"].map({
      Fixtures.path("signing/cases/\($0)")
    }) {
      let instant = UTCInstant(secondsSinceEpoch: 1_752_652_800)
      let trust = try TrustBundle(folder: trustFolder, at: instant)
      let verifier = BatchVerifier(receiver: "MDA", trust: trust, at: instant)
      switch try verifier.verify(at: batchFolder) {
      case .accepted(let batch):
        log.append("\(batch.manifest.issuer), number \(batch.manifest.sequence)")
      case .refused(let error):
        log.append(error.code.rawValue)
      }
    }
    #expect(log == ["BKA, number 1", "E_COUNT"])
  }

  @Test("Verifying: a page for a candidate holds the receipt of her row")
  func candidatePage() throws {
    let folder = TemporaryFolder()
    let output = folder.path + "/out"
    let outcomes = output + "/batches/outcomes-GHA"
    let wishes = Fixtures.path("g7-2025/wishes.csv")
    var run = try ExchangeRun(Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")))
    try run.write(to: output, .init(created: UTCInstant(secondsSinceEpoch: 1_752_656_400)))
    let instant = UTCInstant(secondsSinceEpoch: 1_752_656_500)
    let trust = try TrustBundle(folder: output + "/keys/trust", at: instant)

    let receipt = try Receipt(batch: outcomes, row: .key(["TS000008"]))
    var page = try CandidatePage(receipt, trust: trust, at: instant)
    try page.addStory(fromRun: output, wishes: wishes)
    let html = try page.html()

    #expect(html.contains(Data(receipt.canonicalBytes).base64EncodedString()))
    #expect(try page.html() == html)
  }

  @Test("Importing: every reject is told, and progress begins with reading")
  func importingFiles() throws {
    let described = try Exchange(contentsOf: Fixtures.path("odd-rows/exchange.yaml"))
    let request = ResultRequest(described)
    var log: [String] = []
    let stages = Mutex<[WorkStage]>([])

    let imported = try ImportedResults(request, plan: WorkPlan(threadCount: 2))
    for reject in imported.rejects {
      log.append("\(reject.file), row \(reject.row): \(reject.reason.meaning)")
    }

    let progress = WorkProgress { state in stages.withLock { $0.append(state.stage) } }
    let plan = WorkPlan(threadCount: 2, progress: progress)
    let report = try ImportedResults(request, plan: plan).report

    #expect(log.count == report.rejects.count && !log.isEmpty)
    #expect(stages.withLock(\.self) == [.reading])
    let state = try #require(progress.current)
    #expect(state.done > 0 && state.done <= state.total)
  }

  @Test("Equating: the line through means and deviations, smoothed curves and kernels")
  func equating() throws {
    let scale = try ScoreScale(
      minimum: .zero, maximum: Score(parsing: "10"), step: Score(parsing: "1"))
    let design = LinkingDesign.equivalentGroups(
      from: try ScoreDistribution(scale: scale, counts: [3, 8, 15, 22, 30, 34, 30, 22, 14, 8, 3]),
      to: try ScoreDistribution(scale: scale, counts: [1, 4, 9, 16, 24, 33, 35, 29, 20, 12, 6]))
    let linear = try EquatingFunction(design, .init(method: .linear))
    let value = try linear.equate(Score(parsing: "3"))
    let error = try linear.standardErrorOfEquating(at: Score(parsing: "3"))
    let table = try ConversionTable(linear, rounding: .halfUp(decimals: 2))

    let settings = EquatingFunction.Settings(
      method: .equipercentile, presmoothing: .loglinear(degree: 3),
      postsmoothing: .cubicSpline(0.3))
    let smooth = try EquatingFunction(design, settings)
    let isSparing = smooth.fits.allSatisfy { $0.parameterCount == 3 }

    let kernel = try EquatingFunction(design, .init(method: .kernel(.penalty)))
    let wide = try EquatingFunction(design, .init(method: .kernel(.points(1e6))))
    let widths = kernel.bandwidths

    func moments(_ counts: [Int]) -> (mean: Double, deviation: Double) {
      let people = Double(counts.reduce(0, +))
      func mean(_ value: (Double) -> Double) -> Double {
        zip(0..., counts).reduce(0) { $0 + value(Double($1.0)) * Double($1.1) } / people
      }
      let center = mean { $0 }
      return (center, mean { ($0 - center) * ($0 - center) }.squareRoot())
    }
    let (x, y) = (moments(design.from.counts), moments(design.to.counts))
    let expected = y.mean + y.deviation / x.deviation * (3 - x.mean)
    #expect(abs(value - expected) < 1e-12 && error > 0 && error < 0.5)
    #expect(table.entries.count == 11)
    #expect(isSparing && smooth.isMonotone)
    #expect(widths.count == 2 && widths.allSatisfy { $0 > 0.2 && $0 < 2 })
    for (one, other) in zip(wide.values, linear.values) { #expect(abs(one - other) < 1e-9) }
    for (one, other) in zip(kernel.values, smooth.values) { #expect(abs(one - other) < 0.5) }
  }

  @Test("Receipts: one row is proved by the hashes beside its way")
  func receipts() throws {
    var log: [String] = []
    let batchFolder = Fixtures.path("signing/cases/accepted-results")
    let instant = UTCInstant(secondsSinceEpoch: 1_752_652_800)
    let trust = try TrustBundle(folder: Fixtures.path("signing/trust"), at: instant)
    let verifier = BatchVerifier(receiver: "MDA", trust: trust, at: instant)

    let proof = try Receipt(batch: batchFolder, row: .number(1))
    switch try verifier.verify(receipt: proof.canonicalBytes) {
    case .accepted(_, let cells, _):
      log.append("\(cells.count) columns, \(proof.path.count) hashes")
    case .refused(let error):
      log.append(error.code.rawValue)
    }

    // As many levels as it takes to bring the rows together by twos.
    let levels = (1...).first { 1 << $0 >= proof.rowCount }
    #expect(log.first?.hasSuffix("columns, \(levels ?? 0) hashes") == true)
  }

  @Test(
    "Every file of the tutorial but the manifest is a part of these tests",
    arguments: ["server-import", "server-answer", "server-verify"])
  func tutorial(file: String) throws {
    let tests = try plainLines(at: Self.folder + "/ServerTutorialTests.swift")
    let lines = try plainLines(at: "\(Self.catalogue)/Resources/\(file).swift")
    let code = lines.drop { $0.hasPrefix("import ") }
    #expect(tests.indices.contains { tests[$0...].starts(with: code) })
  }

  private static let folder = String(
    #filePath.dropLast("/DocumentationExampleTests.swift".count))
  private static let catalogue =
    Fixtures.folder + "/../Sources/ScoreExchange/ScoreExchange.docc"

  @Test(
    "Every example of the documentation is a part of these tests",
    arguments: [
      "GettingStarted", "ImportingFiles", "ConvertingScores", "EquatingScores", "Smoothing",
      "KernelEquating", "LinkingPeople", "PlacingApplicants", "VerifyingBatches", "ReceiptsOfRows",
      "SpeakingToPeople",
    ])
  func everyExample(article: String) throws {
    let tests = try plainLines(at: #filePath)
    var examples: [[String]] = []
    var isInside = false
    for line in try plainLines(at: "\(Self.catalogue)/\(article).md", keepsEmpty: true) {
      if line.hasPrefix("```") {
        // What is no Swift is a command line.
        isInside = line == "```swift"
        if isInside { examples.append([]) }
      } else if isInside, !line.isEmpty {
        examples[examples.count - 1].append(line)
      }
    }
    #expect(!examples.isEmpty)
    for example in examples {
      let stands = tests.indices.contains { tests[$0...].starts(with: example) }
      #expect(stands, "\(example.first ?? "") is not tested")
    }
  }

  /// The lines of a file without the spaces around them.
  private func plainLines(at path: String, keepsEmpty: Bool = false) throws -> [String] {
    String(decoding: try readBytes(at: path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { keepsEmpty || !$0.isEmpty }
  }
}
