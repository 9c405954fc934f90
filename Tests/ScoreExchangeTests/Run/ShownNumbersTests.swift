import ScoreExchange
import TestSupport
import Testing

/// A school may number its candidates by their national identifiers.
@Suite("A candidate number that is a national identifier")
struct ShownNumbersTests {
  private let number = "001207000001"

  @Test("is hidden in the view of an applicant, in the calculation too")
  func view() throws {
    let folder = TemporaryFolder()
    folder.write(
      "applicant,national_id,name,birth_date\n\(number),\(number),Nguyễn Văn An,2007-02-14\n",
      to: "gha.csv")
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n"
        + "\(number),\(number),Nguyễn Văn An,2007-02-14,one,60\n", to: "results.csv")
    let path = folder.write(
      """
      \(OneAssessment.head("shown", sittings: "one: 2025-01-19"))
      applicants: [{file: gha.csv, school: GHA}]
      recognition: {GHA: [{accepts: TSA}]}

      """, to: "exchange.yaml")
    let run = try ExchangeRun(Exchange(contentsOf: path), plan: .sequential)
    let view = try run.view(of: number, at: .now)
    let decision = try #require(view.decisions.first)
    #expect(decision.candidateNumber == "001*****0001")
    #expect(decision.trace.contains("candidate 001*****0001"))
    let shown = ([view.applicant] + view.lines.map(\.description) + view.decisions.map(\.trace))
    #expect(shown.allSatisfy { !$0.contains(number) })
  }

  @Test("is hidden among what amendments changed and who registered in vain")
  func report() throws {
    let folder = TemporaryFolder()
    let heading = "candidate_number,national_id,name,birth_date,sitting"
    let row = "\(number),\(number),Nguyễn Văn An,2007-02-14,one"
    folder.write("\(heading),all\n\(row),60\n", to: "results.csv")
    folder.write("\(heading),all\n\(row),61\n", to: "amended.csv")
    folder.write("\(heading)\n\(row.replacing("0001", with: "0002"))\n", to: "registered.csv")
    let path = folder.write(
      OneAssessment.head("shown", sittings: "one: 2025-01-19").replacing(
        "TSA}]",
        with: """
          TSA}, {file: amended.csv, school: BKA, assessment: TSA, kind: amendment},
            {file: registered.csv, school: BKA, assessment: TSA, kind: registration}]
          """) + "\n", to: "exchange.yaml")
    let imported = try ImportedResults(ResultRequest(Exchange(contentsOf: path)))
    #expect(imported.revisions.map(\.candidateNumber) == ["001*****0001"])
    #expect(imported.unmatchedRegistrations == ["001*****0002"])
  }
}
