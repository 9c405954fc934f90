import ScoreExchange
import TestSupport
import Testing

@Suite("What an applicant claims for priority")
struct PriorityClaimTests {
  private let folder = TemporaryFolder()

  /// The rows rejected of a file with one claim a row.
  private func rejectedRows(heading: String, claims: [String]) throws -> [Int] {
    let rows = claims.enumerated().map { index, claim in
      "A\(index),00120700000\(index),Nguyễn Văn An,14/02/2007,\(claim)\n"
    }
    folder.write(
      "applicant,national_id,name,birth_date,\(heading)\n" + rows.joined(), to: "applicants.csv")
    let path = folder.write(
      """
      exchange: claims
      year: 2025
      as_of: 2025-07-16
      assessments:
      \(ImportSpecimen.yaml.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      results: []
      applicants:
        - {file: applicants.csv, school: GHA}
      """, to: "exchange.yaml")
    return try ApplicantImport(Exchange(contentsOf: path), plan: .sequential).rejects.map(\.row)
  }

  @Test("is a group in any way of writing it")
  func groups() throws {
    let claims = ["ƯT2", "ưt1", "UT 1", "ƯT 2", "UT1; 04", "UT3", "UT", "UT 01"]
    #expect(try rejectedRows(heading: "Nhóm ưu tiên", claims: claims) == [7, 8, 9])
    #expect(PriorityClaim.all(in: "ƯT 2; 04") == [.group(.ut2), .object(4)])
  }

  @Test(
    "is no bare 2 under a heading of groups, for object 02 belongs to the other group than UT2",
    arguments: [("Nhóm ưu tiên", [3]), ("Đối tượng ưu tiên", []), ("priority_group", [])])
  func bareTwo(heading: String, rejected: [Int]) throws {
    #expect(
      try rejectedRows(heading: heading, claims: ["UT2", "2", "02", "1", "7", ""]) == rejected)
  }
}
