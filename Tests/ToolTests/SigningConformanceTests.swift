import Foundation
import TestSupport
import Testing

/// Goes through the cases of `fixtures/signing` on the command line, as any implementation can.
@Suite("Conformance cases on the command line")
struct SigningConformanceTests {
  private static let folder = Fixtures.path("signing")
  private static let trust = ["--trust", folder + "/trust"] + clock
  private static let clock = ["--at", "2025-07-16T08:00:00Z", "--json", "--quiet"]

  private static func names(_ kind: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []).sorted()
  }

  private struct Verdict: Decodable {
    let verdict: String
    let reason: String?
  }

  /// Runs the tool and compares what it says with the front of a case's name.
  private func expect(_ name: String, _ arguments: [String]) throws {
    let expected = String(name.prefix { $0 != "-" && $0 != "." })
    let outcome = try Tool.run(arguments)
    #expect(outcome.errors.isEmpty, "\(name): \(outcome.errors)")
    let told = try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
    #expect((told.reason ?? told.verdict) == expected, "\(name)")
    #expect(outcome.status == (expected == "accepted" ? 0 : 1), "\(name)")
  }

  @Test("A batch has the verdict in its name", arguments: names("cases"))
  func batches(name: String) throws {
    try expect(name, ["verify", "\(Self.folder)/cases/\(name)", "--as", "MDA"] + Self.trust)
  }

  @Test("A chain ends with the verdict in its name", arguments: names("chains"))
  func chains(name: String) throws {
    let state = TemporaryFolder()
    let batches = Self.names("chains/\(name)")
    for batch in batches {
      try expect(
        batch == batches.last ? name : "accepted",
        ["verify", "\(Self.folder)/chains/\(name)/\(batch)", "--as", "MDA", "--state", state.path]
          + Self.trust)
    }
  }

  @Test("What is left of a batch has the verdict in its name", arguments: names("redacted"))
  func redacted(name: String) throws {
    try expect(
      name,
      ["verify", "\(Self.folder)/redacted/\(name)", "--as", "MDA", "--redacted"] + Self.trust)
  }

  @Test("A receipt has the verdict in its name", arguments: names("receipts"))
  func receipts(name: String) throws {
    try expect(name, ["verify-receipt", "\(Self.folder)/receipts/\(name)"] + Self.trust)
  }

  @Test("A sealed batch has the verdict in its name", arguments: names("sealed"))
  func sealed(name: String) throws {
    let work = TemporaryFolder()
    try expect(
      name,
      [
        "open", "\(Self.folder)/sealed/\(name)", "--key", Self.folder + "/keys/MDA.seal.key",
        "--certificate", Self.folder + "/keys/MDA.seal.pem", "-o", work.path + "/opened",
      ] + Self.trust)
    let left = try FileManager.default.contentsOfDirectory(atPath: work.path)
    #expect(left == (name.hasPrefix("accepted") ? ["opened"] : []))
  }

  @Test("A trust bundle has the verdict in its name", arguments: names("trust-bundles"))
  func trustBundles(name: String) throws {
    try expect(
      name,
      [
        "verify", Self.folder + "/cases/accepted-results", "--as", "MDA", "--trust",
        "\(Self.folder)/trust-bundles/\(name)",
      ] + Self.clock)
  }
}
