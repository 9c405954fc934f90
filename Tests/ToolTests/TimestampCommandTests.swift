import Foundation
import TestSupport
import Testing

@Suite("score-exchange timestamp", .enabled(if: TimestampServer.isPossible))
struct TimestampCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = TemporaryFolder()
    folder.write("candidate_number,total\n000123,61.25\n", to: "batch/results.csv")
    #expect(try Tool.run("keys", "authority", "-o", path("ca"), "--quiet").status == 0)
    let identity = [
      "--key", path("ca/QSB.key"), "--certificate", path("ca/QSB.pem"), "--trust",
      path("ca/trust"), "--quiet",
    ]
    #expect(try Tool.run(["sign", path("batch")] + identity).status == 0)
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test("An authority is asked by URL, its answer checked and added; other answers are not")
  func url() throws {
    let server = try TimestampServer(in: folder.path)
    defer { server.stop() }
    func stamp(_ page: String, authority: String) throws -> Tool.Outcome {
      try Tool.run(
        [
          "timestamp", path("batch"), "--url", server.address + page, "--timestamp-ca", authority,
          "--json",
        ], environment: ["no_proxy": "127.0.0.1", "http_proxy": ""])
    }
    let stamped = path("batch/manifest.tsr")
    let missing = try stamp("/none", authority: server.authority)
    #expect(missing.status == 74, "\(missing.errors)")
    #expect(missing.errors.contains("the authority gave no answer"))
    let garbage = try stamp("/garbage", authority: server.authority)
    #expect(garbage.status == 65, "\(garbage.errors)")
    let foreign = try stamp("/stamp", authority: path("ca/ca.crt"))
    #expect(foreign.status == 77, "\(foreign.errors)")
    #expect(!FileManager.default.fileExists(atPath: stamped))
    let right = try stamp("/stamp", authority: server.authority)
    #expect(right.status == 0, "\(right.errors)")
    #expect(right.output.hasPrefix("{\"timestamp\":\"20"))
    #expect(FileManager.default.fileExists(atPath: stamped))
    let nobody = try Tool.run(
      "timestamp", path("batch"), "--url", "http://127.0.0.1:1/", "--timestamp-ca",
      server.authority)
    #expect(nobody.status == 74)
  }
}
