import Foundation
import TestSupport
import Testing

@Suite("score-exchange compare")
struct CompareCommandTests {
  @Test("shows by person and programme what changed between two placements, identifiers masked")
  func placements() throws {
    let folder = TemporaryFolder()
    let old = folder.write(
      "applicant,school,programme,rank\n001207012345,BKA,IT1,1\nA2,TLA,CE,2\nA3,,,\nA4,TLA,CE,1\n",
      to: "old.csv")
    let new = folder.write(
      "Mã hồ sơ;Mã trường;Mã ngành\nA5;BKA;IT1\nA4;TLA;CE\nA3;BKA;IT1\n001207012345;TLA;CE\n",
      to: "new.csv")
    let outcome = try Tool.run("compare", old, new)
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        placements: 2 changed, 1 added, 1 removed
          001*****2345 changed: school BKA -> TLA, programme IT1 -> CE
          A2 removed: school TLA, programme CE
          A3 changed: school none -> BKA, programme none -> IT1
          A5 added: school BKA, programme IT1
        programmes:
          BKA IT1: 2 came (A3, A5); 1 left (001*****2345)
          TLA CE: 1 came (001*****2345); 1 left (A2)

        """)
    let same = try Tool.run("compare", old, old)
    #expect(same.status == 0 && same.output == "nothing differs\n")
    let json = try Tool.run("compare", old, new, "--json", "--threads", "4")
    #expect(json.status == 1 && !json.output.contains("001207012345"))
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let programmes = try #require((document as? [String: Any])?["programmes"] as? [[String: Any]])
    #expect(programmes.map { $0["programme"] as? String } == ["BKA IT1", "TLA CE"])
  }

  @Test("says of two sides of different kinds what each of them is")
  func kinds() throws {
    let folder = TemporaryFolder()
    let placements = folder.write("applicant,programme\nA1,IT1\n", to: "p.csv")
    let run = folder.path + "/run"
    folder.write(
      "school,programme,quota,wishes,admitted,cutoff\nBKA,IT1,1,1,1,20\n", to: "run/cutoffs.csv")
    let outcome = try Tool.run("compare", run, placements)
    #expect(outcome.status == 64)
    #expect(
      outcome.errors
        == "error: \(run) is the output of a run and \(placements) a file of placements; "
        + "two of a kind can be compared\n")
    let spoken = try Tool.run("compare", placements, run, "--language", "vi")
    #expect(spoken.errors.contains("một tệp kết quả xét tuyển"))
  }

  @Test("compares two runs table by table, whatever the order of their rows")
  func runs() throws {
    let folder = TemporaryFolder()
    for (name, cutoff, rows) in [
      ("old", "25", ["A1,TLA,CE,1,26,placed", "A2,,,,,unplaced"]),
      ("new", "24.5", ["A2,TLA,CE,1,24.5,placed", "A1,TLA,CE,1,26,placed"]),
    ] {
      let heading = "applicant,school,programme,rank,score,status"
      folder.write(
        ([heading] + rows).joined(separator: "\n") + "\n", to: "\(name)/placements.csv")
      folder.write(
        "school,programme,quota,cutoff\nTLA,CE,2,\(cutoff)\n", to: "\(name)/cutoffs.csv")
    }
    let outcome = try Tool.run("compare", folder.path + "/old", folder.path + "/new")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("  TLA CE changed: cutoff 25 -> 24.5\n"))
    #expect(outcome.output.contains("  TLA CE: 1 came (A2)\n"))
    #expect(!outcome.output.contains("A1"))
    #expect(outcome.errors.isEmpty)
  }

  @Test("compares two batches by the key of their manifest and says that it verifies nothing")
  func batches() throws {
    let folder = TemporaryFolder()
    let exchange = Fixtures.path("odd-people/exchange.yaml")
    let out = folder.path + "/out"
    try #require(try Tool.run("run", exchange, "-o", out, "--quiet").status == 0)
    let batches = try FileManager.default.contentsOfDirectory(atPath: out + "/batches").sorted()
    let batch = out + "/batches/" + (try #require(batches.first))
    let same = try Tool.run("compare", batch, batch)
    #expect(same.status == 0)
    #expect(same.errors.contains("verify"))
    #expect(try Tool.run("compare", out, out).status == 0)
    let mixed = try Tool.run("compare", out, batch)
    #expect(mixed.status == 64 && mixed.errors.contains("batch"))
    #expect(try Tool.run("compare", out, folder.path + "/none").status == 66)
  }
}
