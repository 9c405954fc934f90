import Foundation
import TestSupport
import Testing

@Suite("score-exchange cluster")
struct ClusterCommandTests {
  private let folder = TemporaryFolder()

  private func files() -> [String] {
    let people = [
      (
        "a.csv", "A1,001307000001,Nguyễn Thị Hoà,2007-02-14",
        "A2,001207000002,Tô Văn Đạt,2007-03-01"
      ),
      (
        "b.csv", "B1,001307000001,NGUYEN THI HOA,14/02/2007",
        "B2,001207000003,Lê Quang Sơn,01/09/2007"
      ),
      (
        "c.csv", "C1,001207000002,Tô Văn Đạt,2007-03-01",
        "C2,001307000001,Nguyễn Thị Hoà,2007-02-14"
      ),
    ]
    return people.map { name, first, second in
      folder.write("candidate_number,national_id,name,birth_date\n\(first)\n\(second)\n", to: name)
    }
  }

  @Test("numbers the people of several files, each at most once in a file")
  func people() throws {
    let files = files()
    let outcome = try Tool.run(["cluster"] + files)
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows[0] == ["person", "file", "source", "id"])
    #expect(
      rows.dropFirst().map { "\($0[0]) \($0[3])" } == [
        "1 A1", "1 B1", "1 C2", "2 A2", "2 C1", "3 B2",
      ]
    )
    #expect(
      try Tool.run(["cluster", "--threads", "8", "--quiet"] + files).output == outcome.output)
  }

  @Test("parts people by decision, and says what contradicts it")
  func decisions() throws {
    let decisions = folder.write(
      "left_id,right_id,decision,by\nC2,A1,different,Lan\nC2,B1,different,Lan\n",
      to: "decisions.csv")
    let outcome = try Tool.run(
      ["cluster"] + files() + ["--decisions", decisions, "--json", "--quiet"])
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let summary = try #require(document as? [String: Any])
    #expect(summary["people"] as? Int == 4)
    #expect(summary["joined"] as? Int == 2)
  }

  @Test("ends with 64 without files and with 66 for one that is missing")
  func refusals() throws {
    #expect(try Tool.run("cluster").status == 64)
    #expect(try Tool.run("cluster", folder.path + "/none.csv").status == 66)
  }
}
