import ScoreExchange
import TestSupport
import Testing

@Suite("Rules of one school that end on different scales")
struct RecognitionNotesTests {
  private let folder = TemporaryFolder()

  private func notes(_ rules: String) throws -> [String] {
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n"
        + "C1,001207000001,Nguyễn Văn An,2007-02-14,one,60\n", to: "results.csv")
    folder.write(
      "applicant,national_id,name,birth_date\nX1,001207000001,Nguyễn Văn An,2007-02-14\n",
      to: "gha.csv")
    folder.write("from_low,from_high,to_low,to_high\n0,100,0,30\n", to: "bands.csv")
    folder.write("school,programme,quota\nGHA,P1,1\nGHA,P2,1\n", to: "programmes.csv")
    let path = folder.write(
      """
      \(OneAssessment.head("scales", sittings: "one: 2025-01-19"))
      applicants: [{file: gha.csv, school: GHA}]
      programmes: programmes.csv
      conversions:
        linear:
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
          bands: bands.csv
      recognition:
        GHA:
      \(rules)

      """, to: "exchange.yaml")
    return try ExchangeRun(Exchange(contentsOf: path), plan: .sequential).notes.map(\.description)
  }

  @Test("are named where they count for one programme")
  func together() throws {
    let notes = try notes(
      """
          - {accepts: TSA, convert: linear}
          - {accepts: TSA, programmes: [P2]}
      """)
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("GHA: the rules in lines 24 and 25 of") == true)
  }

  @Test(
    "are nothing to speak of on one scale, or where no programme has both",
    arguments: [
      """
          - {accepts: TSA, convert: linear}
          - {accepts: TSA, convert: linear, programmes: [P2]}
      """,
      """
          - {accepts: TSA, convert: linear, programmes: [P1]}
          - {accepts: TSA, programmes: [P2]}
      """,
    ])
  func apart(rules: String) throws {
    #expect(try notes(rules).isEmpty)
  }
}
