import ScoreExchange
import TestSupport
import Testing

/// One result of one person, who applies to two schools.
@Suite("A person who applies to two schools")
struct SchoolNumbersTests {
  private let folder = TemporaryFolder()
  private let person = "001207000001,Nguyễn Văn An,2007-02-14"

  private func run(
    gha: [String], tla: [String], results: [String] = [], wishes: [String] = []
  ) throws -> ExchangeRun {
    let heading = "applicant,national_id,name,birth_date,tie_1\n"
    folder.write(heading + gha.map { "\($0)\n" }.joined(), to: "gha.csv")
    folder.write(heading + tla.map { "\($0)\n" }.joined(), to: "tla.csv")
    let rows = (["C1,\(person),one,60", "C2,,,,,"] + results).map { "\($0)\n" }.joined()
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n" + rows, to: "results.csv")
    folder.write("school,programme,quota\nGHA,G,1\nTLA,T,1\n", to: "programmes.csv")
    let listed = wishes.map { "\($0)\n" }.joined()
    folder.write("applicant,rank,school,programme,eligible\n" + listed, to: "wishes.csv")
    let path = folder.write(
      """
      \(OneAssessment.head("numbers", sittings: "one: 2025-01-19"))
      applicants: [{file: tla.csv, school: TLA}, {file: gha.csv, school: GHA}]
      programmes: programmes.csv
      wishes: wishes.csv
      placement: {ties: [tie_1]}
      recognition:
        GHA: [{accepts: TSA}]
        TLA: [{accepts: TSA}]

      """, to: "exchange.yaml")
    return try ExchangeRun(Exchange(contentsOf: path), plan: .sequential)
  }

  private func rows(of name: String, in run: ExchangeRun) throws -> [Substring] {
    let table = try #require(run.tables.first { $0.name == name }).table
    return String(decoding: table.bytes(), as: UTF8.self).split(separator: "\n")
  }

  @Test("under a number of each school is linked with her result at both")
  func numbersOfSchools() throws {
    let run = try run(gha: ["G1,\(person),"], tla: ["T1,\(person),"])
    #expect(run.links.links.map(\.zone) == [.auto, .auto])
    #expect(run.summary.recognition.recognised == 2)
  }

  @Test("is one of two who claim her result where numbers are common to the schools")
  func commonNumbers() throws {
    let other = "X1,031207000009,Trần Thị Bình,2007-03-15,"
    let run = try run(gha: ["G1,\(person),", other], tla: ["T1,\(person),", other])
    #expect(run.links.links.map(\.zone) == [.review, .review])
  }

  @Test("and rows that cannot be used stand by the name of their file, then by row")
  func orderOfRejects() throws {
    let run = try run(gha: ["G1,\(person),", "G2,,,,"], tla: ["T2,,,,", "T3,1,,,"])
    #expect(
      try rows(of: "rejects.csv", in: run).dropFirst().map {
        $0.split(separator: ",").prefix(2).joined(separator: ",")
      } == ["gha.csv,3", "results.csv,3", "tla.csv,2", "tla.csv,3"])
  }

  @Test("is ranked at each by the tie values that she brings there")
  func ties() throws {
    let other = "031307000009,Trần Thị Bình,2007-03-15"
    let run = try run(
      gha: ["X1,\(person),1", "X2,\(other),2"], tla: ["X1,\(person),2", "X2,\(other),1"],
      results: ["C3,\(other),one,60"],
      wishes: ["X1,1,GHA,G,", "X2,1,GHA,G,yes"])
    #expect(
      try rows(of: "placements.csv", in: run).dropFirst() == [
        "X1,,,,,unplaced", "X2,GHA,G,1,60.00,placed",
      ])
  }

  @Test("is not placed where the wishes say that she is not eligible")
  func eligibility() throws {
    let run = try run(
      gha: ["X1,\(person),"], tla: ["X1,\(person),"],
      wishes: ["X1,1,GHA,G,No", "X1,2,TLA,T,có", "X1,3,GHA,G,perhaps"])
    #expect(try rows(of: "placements.csv", in: run).last == "X1,TLA,T,2,60.00,placed")
    #expect(run.rejects.map(\.reason.rawValue) == ["missing", "value"])
  }
}
