import ScoreExchange
import TestSupport
import Testing

@Suite("Links of a run")
struct LinkKeyOrderTests {
  @Test(
    "stand by the bytes of whole keys, also where a sitting's name begins with another's",
    arguments: [
      ["2025", "2025-1", "2025/1"], ["2025/1", "2025", "2025-1"], ["a", "B", "ă"],
      ["1", "10", "2"],
    ])
  func order(sittings: [String]) throws {
    let folder = TemporaryFolder()
    let person = "001207000001,Nguyễn Văn An,2007-02-14"
    folder.write("applicant,national_id,name,birth_date\nA1,\(person)\n", to: "applicants.csv")
    let numbers = ["1", "1-2", "9", "10"]
    let results = sittings.flatMap { sitting in
      numbers.map { "\($0),\(person),\(sitting),60\n" }
    }
    folder.write(
      "candidate_number,national_id,name,birth_date,sitting,all\n" + results.joined(),
      to: "results.csv")
    let dates = sittings.map { "\"\($0)\": 2025-01-19" }.joined(separator: ", ")
    let path = folder.write(
      """
      \(OneAssessment.head("order", sittings: dates))
      applicants: [{file: applicants.csv}]
      recognition:
        GHA: [{accepts: TSA}]

      """, to: "exchange.yaml")
    let run = try ExchangeRun(Exchange(contentsOf: path), plan: .sequential)
    let table = try #require(run.tables.first { $0.name == "links.csv" }).table
    let keys = String(decoding: table.bytes(), as: UTF8.self).split(separator: "\n").dropFirst()
      .map { String($0.split(separator: ",")[1]) }
    let expected = sittings.flatMap { sitting in numbers.map { "BKA/TSA/\(sitting)/\($0)" } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(keys == expected)
  }
}
