import Foundation
import TestSupport
import Testing

@Suite("score-exchange network")
struct NetworkCommandTests {
  private let folder = TemporaryFolder()

  /// A table of y = slope · x for 0...10, as `equate` writes it.
  private func table(_ slope: Int, _ name: String, error: String = "0.3") -> String {
    let lines = (0...10).map { "\($0),\(slope * $0),\(slope * $0).00,\(error),interpolated\n" }
    return folder.write("from,to,rounded,standard_error,flag\n" + lines.joined(), to: name)
  }

  private func network(_ further: [String]) throws -> Tool.Outcome {
    try Tool.run(
      [
        "network", "--base", "THPT", "--link", "TSA=\(table(2, "tsa.csv"))", "--link",
        "HSA=\(table(4, "hsa.csv", error: "0.4"))",
      ] + further)
  }

  @Test("tells how far a direct link lies from the way through the base, weighed by people")
  func closure() throws {
    let direct = ["--direct", "TSA:HSA=\(table(1, "direct.csv"))"]
    let people = folder.write("score,count\n2,3\n4,1\n5,0\n", to: "people.csv")
    let outcome = try network(direct + ["--people", "TSA=\(people)"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Gaps of 1, three times, and of 2: the root of 7/4.
    #expect(
      outcome.output == """
        base THPT, linked: HSA, TSA
        TSA to HSA: cycle-closure error 1.32287565553 points, at most 2, over 4 people

        """)
    let json = try network(direct + ["--json", "--quiet"])
    #expect(json.output.contains("\"root_mean_square\" : 2.958"), "\(json.output)")
    #expect(json.output.contains("\"weighted\" : false"))
  }

  @Test("writes the conversion through the base as a table that convert takes")
  func conversion() throws {
    let path = folder.path + "/tsa-hsa.csv"
    let outcome = try network(["--from", "TSA", "--to", "HSA", "-o", path, "--quiet"])
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\n7,3.5,3.50,0.125,interpolated\n"), "\(text)")
    #expect(try Tool.run("convert", "--table", path, "7").output == "3.50\n")
    let document = try network(["--from", "TSA", "--to", "HSA", "--json", "--quiet"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any])
    let lines = try #require(json["table"] as? [[String: String]])
    #expect(lines.count == 11)
    #expect(
      lines[7] == [
        "from": "7", "to": "3.5", "rounded": "3.50", "standard_error": "0.125",
        "flag": "interpolated",
      ])
    let back = try network(["--from", "HSA", "--to", "TSA"])
    #expect(back.output.contains("\n7,10,10.00,,clipped\n"), "\(back.output)")
  }

  @Test(
    "ends with 64 for scales nobody links and options that do not go together",
    arguments: [
      ["--from", "TSA"], ["-o", "x.csv"], ["--from", "TSA", "--to", "SPT"],
      ["--from", "THPT", "--to", "TSA"], ["--link", "TSA=again.csv"], ["--direct", "TSA=x.csv"],
      ["--link", "TSA"], ["--people", "TSA=people.csv"], ["--link", "THPT=BASE"],
    ])
  func usage(further: [String]) throws {
    let table = table(2, "base.csv")
    let outcome = try network(further.map { $0.replacingOccurrences(of: "BASE", with: table) })
    #expect(outcome.status == 64, "\(outcome.errors)")
  }

  @Test("refuses tables with a fault and names the file")
  func badData() throws {
    let falling = folder.write(
      "from,to,rounded\n0,5,5.00\n1,4.999,5.00\n2,6,6.00\n", to: "falling.csv")
    let refused = try network(["--link", "SPT=\(falling)"])
    #expect(refused.status == 65 && refused.errors.contains("In the link of SPT"))
    let apart = folder.write("from,to,rounded\n20,5,5.00\n21,6,6.00\n", to: "apart.csv")
    let other = try network(["--direct", "TSA:HSA=\(apart)"])
    #expect(other.status == 65 && other.errors.contains("apart.csv"), "\(other.errors)")
    let missing = try network(["--direct", "TSA:HSA=\(folder.path)/nowhere.csv"])
    #expect(missing.status == 66 && missing.errors.contains("nowhere.csv"))
  }
}
