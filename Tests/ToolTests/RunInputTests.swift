import Foundation
import TestSupport
import Testing

/// What a run reads is never lost, and may come from standard input.
@Suite("What a run reads")
struct RunInputTests {
  private let folder = TemporaryFolder()
  private let fixture = Fixtures.path("odd-people")

  /// A copy of the fixture, whose exchange file is changed.
  private func copy(_ change: (String) -> String = { $0 }) throws -> String {
    let work = folder.path + "/work"
    try FileManager.default.copyItem(atPath: fixture, toPath: work)
    let text = try String(contentsOfFile: work + "/exchange.yaml", encoding: .utf8)
    folder.write(change(text), to: "work/exchange.yaml")
    return work
  }

  @Test("is the exchange file on standard input too, with paths from the current folder")
  func standardInput() throws {
    let text = try String(contentsOfFile: fixture + "/exchange.yaml", encoding: .utf8)
    let piped = try Tool.run(["run", "-", "--dry-run", "--json"], input: text, in: fixture)
    let named = try Tool.run("run", fixture + "/exchange.yaml", "--dry-run", "--json")
    #expect(piped.status == 0 && piped.output == named.output)
  }

  @Test("is refused as a place for outputs before anything is done")
  func inputsInOutputFolder() throws {
    let work = try copy { $0 + "decisions: review.csv\n" }
    let decisions = "left_id,right_id,decision,by,on,reason\n"
    folder.write(decisions, to: "work/review.csv")
    let outcome = try Tool.run(["run", "exchange.yaml", "-o", "."], in: work)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("review.csv is read"))
    #expect(try String(contentsOfFile: work + "/review.csv", encoding: .utf8) == decisions)
    #expect(try Tool.run(["run", "exchange.yaml", "-o", "out", "--quiet"], in: work).status == 0)
  }

  @Test("and what else lies in a folder where no run has written stays, keys among it")
  func keptFolders() throws {
    let work = try copy { text in
      text.replacing("signing: development\n", with: "")
    }
    folder.write("secret", to: "work/keys/BKA.key")
    #expect(try Tool.run(["run", "exchange.yaml", "-o", ".", "--quiet"], in: work).status == 0)
    #expect(FileManager.default.fileExists(atPath: work + "/keys/BKA.key"))
    #expect(FileManager.default.fileExists(atPath: work + "/summary.json"))
  }

  @Test("has a column for every component of a weighted score")
  func componentColumn() throws {
    let work = try copy { text in
      text.replacing(
        "    - accepts: TSA\n",
        with: "    - accepts: TSA\n      composite: [{component: portfolio, weight: 1}]\n",
        maxReplacements: 1)
    }
    let outcome = try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("no heading for portfolio in this file (applicants)"))
  }

  @Test(
    "is every tie column, though its number follows on none",
    arguments: ["applicants/gha", "wishes"])
  func loneTieColumn(table: String) throws {
    let work = try copy { text in
      text.replacing(/placement: .*/, with: "placement: {ties: [tie_3]}")
    }
    var lines = try String(contentsOfFile: "\(work)/\(table).csv", encoding: .utf8)
      .replacing("tie_1", with: "note").split(separator: "\n").map(String.init)
    for row in lines.indices { lines[row] += row == 0 ? ",tie_3" : ",\(row)" }
    folder.write(lines.map { $0 + "\n" }.joined(), to: "work/\(table).csv")
    let outcome = try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("nobody has a value"))
  }

  @Test("is told of where it does not count: a score in the wishes, a tie key that nobody has")
  func notes() throws {
    let work = try copy { text in
      text.replacing(/placement: .*/, with: "placement: {ties: [-tie_2, wish-rank]}")
    }
    for (name, column) in [("wishes", ",score"), ("programmes", ",lower_quota")] {
      let lines = try String(contentsOfFile: "\(work)/\(name).csv", encoding: .utf8)
        .split(separator: "\n")
      folder.write(
        lines.enumerated().map { "\($1)\($0 == 0 ? column : ",1000")\n" }.joined(),
        to: "work/\(name).csv")
    }
    let outcome = try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("wishes.csv: the column score is not used"))
    #expect(outcome.errors.contains("nobody has a value for \"-tie_2\"; give a column tie_2"))
    #expect(outcome.errors.contains("short of the lower quota"))
    let written = try Tool.run(["run", "exchange.yaml", "-o", "out", "--quiet"], in: work)
    #expect(written.status == 0, "\(written.errors)")
    let summary = try String(contentsOfFile: work + "/out/summary.json", encoding: .utf8)
    let page = try String(contentsOfFile: work + "/out/report.html", encoding: .utf8)
    #expect(summary.contains("\"short_of_lower_quota\" : ["))
    #expect(page.contains("Short of the lower quota:"))
    let again = try Tool.run(["report", "out", "-o", "again.html"], in: work)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try String(contentsOfFile: work + "/again.html", encoding: .utf8) == page)
  }

  @Test("may lack a programme that a rule names where its row is a reject, and else may not")
  func rejectedProgramme() throws {
    let work = try copy { $0.replacing("programmes: all", with: "programmes: [NEW1]") }
    let outcome = try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work)
    #expect(outcome.status == 65 && outcome.errors.contains("GHA has no programme \"NEW1\""))
    let table = try String(contentsOfFile: work + "/programmes.csv", encoding: .utf8)
    let fields = table.prefix { !$0.isNewline }.split(separator: ",").map { heading in
      switch heading {
      case "school": "GHA"
      case "programme": "NEW1"
      default: "x"
      }
    }
    folder.write(table + fields.joined(separator: ",") + "\n", to: "work/programmes.csv")
    #expect(try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work).status == 0)
    #expect(try Tool.run(["run", "exchange.yaml", "--dry-run", "--strict"], in: work).status == 65)
  }

  @Test("holds no band that gives more than the scale it leads to")
  func bandsBeyondTheirScale() throws {
    let work = try copy {
      $0.replacing(
        "name: THPT, minimum: 0, maximum: 30", with: "name: THPT, minimum: 0, maximum: 28")
    }
    let outcome = try Tool.run(["run", "exchange.yaml", "--dry-run"], in: work)
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.contains("to_high 28.46 is not between 0 and 28, as the scale THPT is"),
      "\(outcome.errors)")
  }

  @Test("may leave the school of programmes out where only one recognises results")
  func programmesOfNoSchool() throws {
    let work = try copy()
    func cutoffs(_ out: String) throws -> String {
      let outcome = try Tool.run(["run", "exchange.yaml", "-o", out, "--quiet"], in: work)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try String(contentsOfFile: "\(work)/\(out)/cutoffs.csv", encoding: .utf8)
    }
    let named = try cutoffs("named")
    let rows = try String(contentsOfFile: work + "/programmes.csv", encoding: .utf8)
      .split(separator: "\n").map { $0.drop { $0 != "," }.dropFirst() }
    folder.write(rows.joined(separator: "\n") + "\n", to: "work/programmes.csv")
    #expect(try cutoffs("unnamed") == named)
    let exchange = try String(contentsOfFile: work + "/exchange.yaml", encoding: .utf8)
    folder.write(
      exchange.replacing("recognition:\n", with: "recognition:\n  TLA: [{accepts: TSA}]\n"),
      to: "work/exchange.yaml")
    let several = try Tool.run(["run", "exchange.yaml", "--dry-run", "--strict"], in: work)
    #expect(several.status == 65 && several.errors.contains("school: several schools recognise"))
  }
}
