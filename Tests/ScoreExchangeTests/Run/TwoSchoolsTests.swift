import ScoreExchange
import TestSupport
import Testing

/// One number at two schools, whose files tell of the person in their own words.
@Suite("What two schools say of one applicant")
struct TwoSchoolsTests {
  private let folder = TemporaryFolder()

  /// Runs with one row at each school, in the order given.
  private func run(_ rows: [(school: String, cells: String)], result: String) throws -> ExchangeRun
  {
    let heading = "applicant,national_id,former_id,name,birth_date,sex\n"
    for (school, cells) in rows {
      folder.write("\(heading)X1,\(cells)\n", to: "\(school.lowercased()).csv")
    }
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n\(result),one,60\n",
      to: "results.csv")
    let files = rows.map { "{file: \($0.school.lowercased()).csv, school: \($0.school)}" }
    let path = folder.write(
      """
      \(OneAssessment.head("two", sittings: "one: 2025-01-19"))
      applicants: [\(files.joined(separator: ", "))]
      recognition:
        GHA: [{accepts: TSA}]
        TLA: [{accepts: TSA}]

      """, to: "exchange.yaml")
    return try ExchangeRun(Exchange(contentsOf: path), plan: .sequential)
  }

  private func tables(_ run: ExchangeRun) -> [String] {
    run.tables.filter { ["links.csv", "recognised.csv"].contains($0.name) }.map {
      String(decoding: $0.table.bytes(), as: UTF8.self)
    }
  }

  @Test("is put together, whichever file is read first: an old number that one of them knows")
  func oldNumber() throws {
    let rows = [
      (school: "GHA", cells: "001207000001,145678901,NGUYEN VAN AN,2007-02-14,"),
      (school: "TLA", cells: "001207000001,,Nguyễn Văn An,2007-02-14,Nam"),
    ]
    let result = "C1,145678901,Nguyễn Văn An,2007-02-14"
    let (one, other) = try (run(rows, result: result), run(rows.reversed(), result: result))
    #expect(one.links.links.map(\.rule) == [.formerNameBirth])
    #expect(one.links.links.first?.explanation.contains("name equal;") == true)
    #expect(one.summary.recognition.recognised == 2)
    #expect(tables(one) == tables(other))
  }

  @Test(
    "is rejected at both where it cannot be one person, and nothing is decided by the order of files",
    arguments: [
      ("001207000001,,Nguyễn Văn An,2009-05-24,", "different birth dates: 2007-02-14, 2009-05-24"),
      ("001207000001,,Nguyễn Văn An,2007-02-14,Nữ", "say male and female"),
      ("001207000001,268111222,Nguyễn Văn An,2007-02-14,", "different old numbers"),
      (",,Trần Thị Bình,2007-02-14,", "different names"),
    ])
  func contradictions(cells: String, problem: String) throws {
    let rows = [
      (school: "GHA", cells: "001207000001,145678901,Nguyễn Văn An,2007-02-14,Nam"),
      (school: "TLA", cells: cells),
    ]
    for rows in [rows, rows.reversed()] {
      let run = try run(rows, result: "C1,001207000001,Nguyễn Văn An,2007-02-14")
      #expect(run.links.links.isEmpty)
      #expect(run.rejects.map(\.reason) == [.duplicate, .duplicate])
      #expect(run.rejects.allSatisfy { $0.message.contains(problem) }, "\(run.rejects[0].message)")
    }
  }

  @Test(
    "may differ in the spelling of a name, with a number at one school or at both",
    arguments: [
      "001207000001,,Nguyễn V. An,2007-02-14,", ",,Nguyễn An,2007-02-14,",
      ",,AN NGUYEN VAN,2007-02-14,", ",,Nguyễn V An,2007-02-14,", ",,Nguyễn Vă An,2007-02-14,",
    ])
  func spelling(cells: String) throws {
    let rows = [
      (school: "GHA", cells: cells),
      (school: "TLA", cells: "001207000001,,Nguyễn Văn An,2007-02-14,"),
    ]
    let result = "C1,001207000001,Nguyễn Văn An,2007-02-14"
    let (one, other) = try (run(rows, result: result), run(rows.reversed(), result: result))
    #expect(one.links.links.map(\.zone) == [.auto])
    #expect(tables(one) == tables(other))
  }
}
