import Foundation
import TestSupport
import Testing

@Suite("score-exchange run")
struct RunCommandTests {
  private let exchange = Fixtures.path("odd-people/exchange.yaml")

  @Test("does the whole job and ends with 0")
  func wholeJob() throws {
    let folder = TemporaryFolder()
    let outcome = try Tool.run("run", exchange, "-o", folder.path + "/out", "--threads", "2")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("written to"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/out/report.html"))
  }

  @Test("shows the summary as one JSON document on standard output")
  func json() throws {
    let folder = TemporaryFolder()
    let outcome = try Tool.run("run", exchange, "-o", folder.path + "/out", "--json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let summary = try #require(document as? [String: Any])
    #expect(summary["exchange"] as? String != nil)
    #expect(summary["files"] as? [[String: Any]] != nil)
  }

  @Test("writes nothing with --dry-run")
  func dryRun() throws {
    let folder = TemporaryFolder()
    let outcome = try Tool.run(
      "run", exchange, "-o", folder.path + "/out", "--dry-run", "--unmatched",
      folder.path + "/unmatched.csv")
    #expect(outcome.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  /// The exchange of odd people with an embargo, in a folder.
  private static func embargoed(until hour: String, in folder: TemporaryFolder) throws -> String {
    try FileManager.default.copyItem(
      atPath: Fixtures.path("odd-people"), toPath: folder.path + "/people")
    let path = folder.path + "/people/exchange.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    try (yaml + "\nembargo: \(hour)\n").write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("before the hour of an embargo shows the counts, writes nothing and ends with 77")
  func embargo() throws {
    let folder = TemporaryFolder()
    let path = try Self.embargoed(until: "2025-07-01T08:00:00+07:00", in: folder)
    func run(_ created: String) throws -> Tool.Outcome {
      try Tool.run("run", path, "-o", folder.path + "/out", "--json", "--created", created)
    }
    let early = try run("2025-07-01T00:59:59Z")
    #expect(early.status == 77)
    #expect(early.output.contains("\"recognised\""))
    #expect(early.errors.contains("2025-07-01T01:00:00Z (embargo)"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    #expect(try run("2025-07-01T01:00:00Z").status == 0)
  }

  @Test("an embargo is not lifted by a stated time, nor names anybody in a note of a dry run")
  func embargoByTheClock() throws {
    let folder = TemporaryFolder()
    let path = try Self.embargoed(until: "2900-07-01T08:00:00+07:00", in: folder)
    let stated = try Tool.run(
      "run", path, "-o", folder.path + "/out", "--created", "2900-07-01T01:00:00Z")
    #expect(stated.status == 77)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))

    let decisions = """
      left_id,right_id,decision,by,on,reason
      TS1,BKA/TSA/2025-1/A9,same,Mai,2025-07-01,papers seen
      """
    try decisions.write(
      toFile: folder.path + "/people/decisions.csv", atomically: true, encoding: .utf8)
    let yaml = try String(contentsOfFile: path, encoding: .utf8) + "decisions: decisions.csv\n"
    let open = yaml.replacing("embargo: 2900", with: "embargo: 2025")
    for (text, namesHer) in [(open, true), (yaml, false)] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let dry = try Tool.run("run", path, "--dry-run")
      #expect(dry.status == 0)
      #expect(dry.errors.contains("TS1") == namesHer)
    }
  }

  @Test(
    "equal people at a line are named once the hour of an embargo has come",
    arguments: [("2900-07-01T08:00:00+07:00", false), ("2025-07-01T08:00:00+07:00", true)])
  func embargoAtTheLine(hour: String, namesThem: Bool) throws {
    let folder = TemporaryFolder()
    let path = try Self.embargoed(until: hour, in: folder)
    for (file, old, new) in [
      (path, "{ties: [tie_1, wish-rank], at_the_line: admit-all}", "{at_the_line: cut}"),
      (folder.path + "/people/programmes.csv", ",10,", ",1,"),
    ] {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing(old, with: new).write(toFile: file, atomically: true, encoding: .utf8)
    }
    let outcome = try Tool.run("run", path, "--dry-run")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("7480201 cannot be decided"))
    #expect(outcome.errors.contains("P0") == namesThem)
  }

  @Test("ends with 66 and the path when the exchange file is missing")
  func missingExchange() throws {
    let outcome = try Tool.run("run", "none.yaml")
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("none.yaml"))
  }

  @Test("ends with 66, the line and the file when a file it names is missing")
  func missingFile() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      """
      exchange: small
      year: 2025
      as_of: 2025-07-16
      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {2025-1: 2025-01-19}
      results:
        - {file: nowhere.csv, school: BKA, assessment: TSA}

      """, to: "exchange.yaml")
    let outcome = try Tool.run("run", path, "-o", folder.path + "/out")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("exchange.yaml:11") && outcome.errors.contains("nowhere.csv"))
  }

  @Test("ends with 65, the line and the nearest key when a key is unknown")
  func unknownKey() throws {
    let folder = TemporaryFolder()
    let path = folder.write("exchange: small\nyaer: 2025\n", to: "exchange.yaml")
    let outcome = try Tool.run("run", path)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(":2:") && outcome.errors.contains("\"year\""))
  }

  @Test(
    "ends with 65 when more rows are rejected than allowed",
    arguments: ["--strict", "--max-rejects=3", "--max-rejects=1%"])
  func tooManyRejects(option: String) throws {
    let folder = TemporaryFolder()
    let odd = Fixtures.path("odd-rows/exchange.yaml")
    let outcome = try Tool.run("run", odd, "-o", folder.path + "/out", option)
    #expect(outcome.status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test("ends with 73 when the output folder cannot be made")
  func noOutput() throws {
    let folder = TemporaryFolder()
    let file = folder.write("a file", to: "taken")
    let outcome = try Tool.run("run", exchange, "-o", file + "/out")
    #expect(outcome.status == 73)
  }

  @Test("ends with 64 for a wrong option")
  func usage() throws {
    #expect(try Tool.run("run", exchange, "--thread", "2").status == 64)
    #expect(try Tool.run("run", exchange, "--threads", "0").status == 64)
  }
}
