import Placement
import ScoreExchange
import TestSupport
import Testing

@Suite("Seats that a run's programmes share or keep")
struct SharedSeatsTests {
  /// Four people with totals 90, 80, 70 and 60, who all want P0 first and P1 second.
  private func makeRun(pools: String?, reserves: String?) throws -> ExchangeRun {
    let folder = TemporaryFolder()
    let people = (1...4).map { index in
      (
        id: "A\(index)", number: "00120700000\(index)",
        name: "Nguyễn Văn \(["An", "Bình", "Cường", "Dũng"][index - 1])"
      )
    }
    folder.write(
      "SBD,CCCD,Họ tên,Ngày sinh,Toán,Đọc,Khoa học\n"
        + people.enumerated().map { index, person in
          "S\(index),\(person.number),\(person.name),14/02/2007,30,20,\(40 - index * 10)\n"
        }.joined(), to: "results.csv")
    folder.write(
      "applicant,national_id,name,birth_date\n"
        + people.map { "\($0.id),\($0.number),\($0.name),2007-02-14\n" }.joined(),
      to: "applicants.csv")
    let pool = pools == nil ? "" : "faculty"
    folder.write(
      "school,programme,quota,pool\nGHA,P0,1,\(pool)\nGHA,P1,2,\(pool)\n", to: "programmes.csv")
    folder.write(
      "applicant,rank,school,programme,group\n"
        + people.enumerated().map { index, person in
          let group = index == 3 ? "g" : ""
          return "\(person.id),1,GHA,P0,\(group)\n\(person.id),2,GHA,P1,\(group)\n"
        }.joined(), to: "wishes.csv")
    var keys = ""
    if let pools {
      folder.write(pools, to: "pools.csv")
      keys += "pools: pools.csv\n"
    }
    if let reserves {
      folder.write(reserves, to: "reserves.csv")
      keys += "reserves: reserves.csv\n"
    }
    let path = folder.write(
      """
      exchange: shared
      year: 2025
      as_of: 2025-07-16
      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {2025-1: 2025-01-19}
      results:
        - {file: results.csv, school: BKA, assessment: TSA}
      applicants:
        - {file: applicants.csv, school: GHA}
      programmes: programmes.csv
      wishes: wishes.csv
      recognition:
        GHA:
          - {accepts: TSA, choose: best, programmes: all}
      \(keys)
      """, to: "exchange.yaml")
    let run = try ExchangeRun(Exchange(contentsOf: path))
    #expect(run.rejects.isEmpty)
    let kinds = run.summary.files.map(\.kind)
    #expect(kinds.contains("pools") == (pools != nil))
    #expect(kinds.contains("reserves") == (reserves != nil))
    return run
  }

  /// The programme of each of them who got one.
  private func run(pools: String?, reserves: String?) throws -> [String: String] {
    let run = try makeRun(pools: pools, reserves: reserves)
    var placed: [String: String] = [:]
    for (index, applicant) in run.placement.problem.applicants.enumerated() {
      placed[applicant] = run.placement.result.programme(of: index).map {
        run.programmes.programmes[$0].code
      }
    }
    return placed
  }

  @Test("are each programme's own where nothing else is said")
  func plain() throws {
    #expect(try run(pools: nil, reserves: nil) == ["A1": "P0", "A2": "P1", "A3": "P1"])
  }

  @Test("are limited by a pool")
  func pooled() throws {
    let placed = try run(pools: "pool,quota\nfaculty,2\n", reserves: nil)
    #expect(placed == ["A1": "P0", "A2": "P1"])
  }

  @Test(
    "are free on the page as far as the pool has seats left",
    arguments: [
      // Where two are placed P1 has a seat that nobody can have, for the pool is full.
      ("pool,quota\nfaculty,2\n", [8, 2, 0]), ("pool,quota\nfaculty,3\n", [8, 3, 0]),
      ("pool,quota,parent\nfaculty,3,all\nall,2,\n", [8, 2, 0]),
      ("pool,quota\nfaculty,0\n", [8, 0, 0]),
    ])
  func free(pools: String, figures: [Int]) throws {
    let html = try RunReport(RunFigures(makeRun(pools: pools, reserves: nil))).html()
    #expect(
      html.contains(
        ([2, 3] + figures).map { "<td class=\"n\">\($0)</td>" }.joined()), "\(figures)")
  }

  @Test("are kept for the group that wishes name")
  func reserved() throws {
    let placed = try run(pools: nil, reserves: "school,programme,group,seats\nGHA,P1,g,1\n")
    #expect(placed == ["A1": "P0", "A2": "P1", "A4": "P1"])
  }

  @Test("are refused where a row of the table cannot be read")
  func refused() throws {
    #expect(throws: ExchangeError.self) {
      try run(pools: nil, reserves: "school,programme,group,seats\nGHA,P9,g,1\n")
    }
  }

  @Test("are refused with file, row, column and value where a cell of them makes no sense")
  func cell() throws {
    let error = #expect(throws: ExchangeError.self) {
      try run(pools: "pool,quota\nfaculty,-2\n", reserves: nil)
    }
    let text = try #require(error?.description)
    #expect(text.contains("pools.csv:2: quota: ") && text.contains("-2"), "\(text)")
  }
}
