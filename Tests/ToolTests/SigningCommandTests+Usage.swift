import Foundation
import TestSupport
import Testing

/// What is asked for wrongly.
extension SigningCommandTests {
  @Test(
    "A value of the command line that no batch can have is wrong usage",
    arguments: [
      ["--session", "2025-13"], ["--recipients", "MDA,MDA"], ["--recipients", ""],
      ["--recipients", "mda"], ["--recipients", "MDA,"], ["--row-key", "foo"], ["--row-key", ""],
      ["--exchange", String(repeating: "x", count: 201)],
    ])
  func wrongDescription(options: [String]) throws {
    let outcome = try Tool.run(signing("batch", options))
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("batch/manifest.json")))
  }

  @Test("Standard output is for one thing, and is no file that was written")
  func standardOutput() throws {
    try sign()
    try cosign()
    let commands = [
      ["receipt", "batch", "--row", "1", "-o", "-"],
      ["keys", "request", "--school", "GHA", "--key", "ca/GHA.key", "-o", "-"],
      ["timestamp", "batch", "--query", "-"],
    ]
    for command in commands {
      let outcome = try Tool.run(command, in: folder.path)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(!outcome.output.contains("wrote"))
      #expect(try Tool.run(command + ["--json"], in: folder.path).status == 64)
    }
    let both = try Tool.run(
      ["verify", "batch", "--as", "MDA", "--acknowledgement", "-", "--language", "en"])
    #expect(both.status == 64)
    #expect(both.errors.contains("the verdict and --acknowledgement - both want standard output."))
  }

  @Test("The coordinator is not its own deputy, nor is a school that is not there")
  func wrongDeputy() throws {
    for deputy in ["BKA", "ABC"] {
      try expect(64, "keys", "authority", "-o", path("other"), "--deputy", deputy)
    }
    #expect(!FileManager.default.fileExists(atPath: path("other")))
  }

  @Test("A clock of the environment that is no number of seconds is wrong usage, and is named")
  func wrongClock() throws {
    for value in ["abc", "-1", "1.5", ""] {
      let outcome = try Tool.run(
        ["sign", path("batch")] + identity("QSB"), environment: ["SOURCE_DATE_EPOCH": value])
      #expect(outcome.status == 64 && outcome.errors.contains("SOURCE_DATE_EPOCH"))
    }
    let outcome = try Tool.run(
      ["sign", path("batch")] + identity("QSB"), environment: ["SOURCE_DATE_EPOCH": "1752652800"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let manifest = try String(contentsOfFile: path("batch/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"created\":\"2025-07-16T08:00:00Z\""))
  }
}
