import ScoreExchange
import TestSupport
import Testing

// What the tutorial writes, as its files have it; `DocumentationExampleTests` holds them to it.

/// Reads a results file that a school has sent.
func importing(_ path: String, of exchange: Exchange) throws -> ImportedResults {
  let request = try ResultRequest(
    [path], assessments: exchange.assessments, exchange: exchange)
  return try ImportedResults(request, plan: WorkPlan(threadCount: 2))
}

/// What a clerk is told: how many rows count, and what is wrong with the others.
func answer(to imported: ImportedResults, in language: Language) -> [String] {
  ["\(imported.count)"]
    + imported.rejects.map { reject in
      "\(reject.row) \(reject.column): \(reject.problem.text(in: language))"
    }
}

/// Why MDA may not use a batch: a stable code, or nil when everything is right.
func refusal(
  of batch: String, trustFolder: String, stateFolder: String, at instant: UTCInstant
) throws -> String? {
  let verifier = BatchVerifier(
    receiver: "MDA", trust: try TrustBundle(folder: trustFolder, at: instant), at: instant)
  let state = ReceiverState(folder: stateFolder)
  switch try verifier.verify(BatchSource(at: batch), state: state) {
  case .accepted: return nil
  case .refused(let error): return error.code.rawValue
  }
}

@Suite("The server of the tutorial")
struct ServerTutorialTests {
  @Test("tells a clerk of every row that cannot be used")
  func upload() throws {
    let exchange = try Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml"))
    let imported = try importing(Fixtures.path("g7-2025/results/ddk.csv"), of: exchange)
    let lines = answer(to: imported, in: .vietnamese)
    #expect(lines.count == 1 + imported.rejects.count && lines[0] == "172")
    #expect(lines.contains("102 CCCD: ô trống"))
  }

  @Test("takes a good batch once")
  func batches() throws {
    let folder = TemporaryFolder()
    func code(_ name: String) throws -> String? {
      try refusal(
        of: Fixtures.path("signing/cases/\(name)"), trustFolder: Fixtures.path("signing/trust"),
        stateFolder: folder.path + "/state", at: UTCInstant(secondsSinceEpoch: 1_752_652_800))
    }
    #expect(try code("E_COUNT-one-too-many") == "E_COUNT")
    #expect(try code("accepted-results") == nil)
    #expect(try code("accepted-results") != nil)
  }
}
