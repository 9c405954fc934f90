import Foundation
import TestSupport
import Testing

@Suite("score-exchange link")
struct LinkCommandTests {
  private let left = Fixtures.path("odd-people/applicants/gha.csv")
  private let right = Fixtures.path("odd-people/results/bka.csv")

  @Test("writes links to standard output and the counts to standard error")
  func standardOutput() throws {
    let outcome = try Tool.run("link", left, right)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("left,right,probability,zone,rule,explanation\nP01,C001,"))
    #expect(outcome.errors.contains("for review"))
    #expect(try Tool.run("link", left, right, "-o", "-").output == outcome.output)
  }

  @Test("gives the same bytes for shuffled rows, any number of threads and decomposed letters")
  func determinism() throws {
    let folder = TemporaryFolder()
    func changed(_ path: String, _ name: String) throws -> String {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
      return folder.write(text.decomposedStringWithCanonicalMapping, to: name)
    }
    let reviews = [folder.path + "/a.csv", folder.path + "/b.csv"]
    let straight = try Tool.run("link", left, right, "--threads", "1", "--review", reviews[0])
    let shuffled = try Tool.run(
      "link", try changed(left, "left.csv"), try changed(right, "right.csv"), "--threads", "2",
      "--review", reviews[1])
    #expect(straight.output == shuffled.output)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: reviews[0]))
        == Data(contentsOf: URL(fileURLWithPath: reviews[1])))
  }

  @Test("stores a model that gives the same links again")
  func model() throws {
    let folder = TemporaryFolder()
    let model = folder.path + "/model.json"
    let trained = try Tool.run("link", left, right, "--train", "--model", model)
    let stored = try Tool.run("link", left, right, "--model", model)
    #expect(trained.status == 0 && stored.status == 0)
    #expect(trained.output == stored.output)
    let document = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: model)))
    #expect((document as? [String: Any])?["format"] as? String == "linkage-model/1")
    let broken = folder.write("{}", to: "broken.json")
    #expect(try Tool.run("link", left, right, "--model", broken).status == 65)
    #expect(try Tool.run("link", left, right, "--model", folder.path + "/none").status == 66)
  }

  @Test("refuses to train on files that tell too little, and links them all the same without")
  func tooSmall() throws {
    let folder = TemporaryFolder()
    let small = folder.write(
      "applicant,name,birth_date\nA1,Trần Văn Bình,2007-11-03\n", to: "small.csv")
    let refused = try Tool.run("link", small, small, "--train")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("cannot be estimated") || refused.errors.contains("settle"))
    let linked = try Tool.run("link", small, small)
    #expect(linked.status == 0)
    #expect(linked.errors.contains("standard weights"))
  }

  @Test("explains one record as text and as JSON, and reads standard input")
  func explain() throws {
    let text = try Tool.run("link", left, right, "--explain", "P03")
    #expect(text.output.contains("P03 – C003: auto") && text.output.contains("before comparing"))
    let input = try String(contentsOfFile: left, encoding: .utf8)
    let json = try Tool.run("link", "-", right, "--explain", "P03", "--json", input: input)
    let pairs = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((pairs as? [[String: Any]])?.first?["zone"] as? String == "auto")
    #expect(try Tool.run("link", left, right, "--explain", "P99").status == 65)
  }

  @Test("ends with 64 for options that make no sense")
  func usage() throws {
    #expect(try Tool.run("link", left, right, "--columns-left", "nmae=x").status == 64)
    #expect(try Tool.run("link", left, right, "--compare", "suburb=near").status == 64)
    #expect(try Tool.run("link", "-", "-").status == 64)
    #expect(try Tool.run("link", left, right, "--confirmations", "0").status == 64)
  }
}
