import Foundation
import TestSupport
import Testing

@Suite("score-exchange explain")
struct ExplainCommandTests {
  private let exchange = Fixtures.path("odd-people/exchange.yaml")

  @Test("shows one applicant's links, decisions and wishes, the identifier masked")
  func text() throws {
    let outcome = try Tool.run("explain", "P21", exchange)
    #expect(outcome.status == 0)
    for part in ["C021: auto", "C022: auto", "before comparing", "GHA for TSA: score", "wish 1,"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(outcome.output.contains("*****"))
  }

  @Test("gives the same as one JSON document")
  func json() throws {
    let outcome = try Tool.run("explain", "P18", exchange, "--json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let view = try #require(document as? [String: Any])
    #expect(view["applicant"] as? String == "P18")
    let decisions = try #require(view["decisions"] as? [[String: Any]])
    #expect(decisions.first?["reason"] as? String == "no_result")
    #expect((view["links"] as? [[String: Any]])?.first?["zone"] as? String == "review")
  }

  @Test("says of a pair that a person keeps apart that it was decided so, until that is undone")
  func apart() throws {
    let folder = TemporaryFolder()
    let copy = folder.path + "/odd-people"
    try FileManager.default.copyItem(atPath: Fixtures.path("odd-people"), toPath: copy)
    let path = copy + "/exchange.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    folder.write(text + "\ndecisions: decisions.csv\n", to: "odd-people/exchange.yaml")
    let apart = "P21,BKA/TSA/2025-1/C021,different,NV1,2025-07-01,\n"
    let heading = "left_id,right_id,decision,by,on,reason\n"
    folder.write(heading + apart, to: "odd-people/decisions.csv")
    let kept = try Tool.run("explain", "P21", path)
    let line = kept.output.split(separator: "\n").first { $0.contains("C021: ") } ?? ""
    #expect(line.contains("neither linked nor for review"))
    #expect(line.hasSuffix("rule: decided by a person"))
    folder.write(
      heading + apart + "P21,BKA/TSA/2025-1/C021,undo,NV1,2025-07-02,\n",
      to: "odd-people/decisions.csv")
    let linked = try Tool.run("explain", "P21", path)
    #expect(linked.output.contains("C021: auto"))
    #expect(!linked.output.contains("decided by a person"))
  }

  @Test("ends with 65 for an applicant nobody knows")
  func unknown() throws {
    let outcome = try Tool.run("explain", "P99", exchange)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
  }

  @Test("run lists applicants without a result, identifiers masked")
  func unmatched() throws {
    let folder = TemporaryFolder()
    let list = folder.path + "/unmatched.csv"
    let outcome = try Tool.run(
      "run", exchange, "-o", folder.path + "/out", "--unmatched", list)
    #expect(outcome.status == 0)
    let text = try String(contentsOfFile: list, encoding: .utf8)
    #expect(text.hasPrefix("applicant,national_id,state\n"))
    #expect(text.contains("P19,") && text.contains("P18,048*****0199,review"))
    #expect(!text.contains("P01,"))
    // A pipe takes the same.
    let pipe = try Tool.shell(
      "cd '\(folder.path)' && mkfifo pipe && { cat pipe > piped & } && \"$@\" && wait",
      [Tool.executable.path, "run", exchange, "-o", "out", "--unmatched", "pipe", "--quiet"])
    #expect(pipe.status == 0, "\(pipe.errors)")
    #expect(try String(contentsOfFile: folder.path + "/piped", encoding: .utf8) == text)
    // It may lie beside the outputs, in a folder that the run makes too.
    let inside = folder.path + "/new/unmatched.csv"
    for _ in 1...2 {
      let beside = try Tool.run(
        "run", exchange, "-o", folder.path + "/new", "--unmatched", inside, "--quiet")
      #expect(beside.status == 0, "\(beside.errors)")
      #expect(try String(contentsOfFile: inside, encoding: .utf8) == text)
    }
  }

  @Test(
    "run puts no list in the place of what it reads or writes, and begins nothing then",
    arguments: [
      ("exchange.yaml", 64), ("hust-2025.csv", 64), ("programmes.csv", 64), ("wishes.csv", 64),
      ("results/bka.csv", 64), ("applicants/gha.csv", 64), ("../out/links.csv", 64),
      ("../out/batches/list.csv", 64), ("results", 73),
      ("../out/public/list.csv", 64), ("../out/list.xlsx", 64),
    ])
  func unmatchedPlace(list: String, status: Int32) throws {
    let folder = TemporaryFolder()
    let copy = folder.path + "/odd-people"
    try FileManager.default.copyItem(atPath: Fixtures.path("odd-people"), toPath: copy)
    let before = FileManager.default.contents(atPath: "\(copy)/\(list)")
    let outcome = try Tool.run(
      "run", copy + "/exchange.yaml", "-o", folder.path + "/out", "--unmatched", "\(copy)/\(list)")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains("name "))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    #expect(FileManager.default.contents(atPath: "\(copy)/\(list)") == before)
  }
}
