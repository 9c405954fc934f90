import Foundation
import TestSupport
import Testing

/// `run` that is cut off while it signs.
@Suite("score-exchange run, cut off")
struct InterruptedRunTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func isThere(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  @Test("A signal gives the numbers of its batches back, and the next run has them")
  func numbers() throws {
    try FileManager.default.copyItem(atPath: Fixtures.path("g7-2025"), toPath: path("g7"))
    #expect(
      try Tool.run("keys", "authority", "-o", path("ca"), "--valid-from", "2025-01-01").status == 0)
    func signer(_ office: String) -> String {
      "key: ../ca/\(office).key, certificate: ../ca/\(office).pem"
    }
    let text = try String(contentsOfFile: path("g7/exchange.yaml"), encoding: .utf8)
    folder.write(
      text.replacing(
        "signing: development",
        with: "signing: {\(signer("BKA")), trust: ../ca/trust, cosigner: {\(signer("DDK"))}, "
          + "ledger: ../ledger}"), to: "g7/exchange.yaml")
    let arguments = [
      "run", path("g7/exchange.yaml"), "-o", path("out"), "--created", "2025-07-16T08:00:00Z",
      "--quiet",
    ]
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = ContinuousClock.now + .seconds(60)
    while !isThere("ledger") {
      try #require(ContinuousClock.now < deadline && process.isRunning)
      usleep(500)
    }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGTERM)
    #expect(!isThere("ledger") && !isThere("out"))
    let next = try Tool.run(arguments)
    #expect(next.status == 0, "\(next.errors)")
    let manifest = try String(
      contentsOfFile: path("out/batches/results-BKA/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"seq\":1,") || manifest.contains("\"seq\":1}"))
  }
}
