import RecordLinkage
import ScoreExchange
import TestSupport
import Testing

@Suite("A file of decisions")
struct DecisionImportTests {
  private let folder = TemporaryFolder()

  private func read(_ rows: [String]) throws -> DecisionImport {
    let text = (["left_id,right_id,decision,by,on,reason"] + rows).joined(separator: "\n") + "\n"
    let path = folder.write(text, to: "decisions.csv")
    return try DecisionImport(
      TableSource(
        file: NamedFile(text: "decisions.csv", path: path, line: 0),
        layout: try TableLayout(peopleColumns: "", comparing: [])), plan: .sequential)
  }

  @Test("is taken by the days it names, whatever the order of its rows")
  func days() throws {
    let rows = [
      "A1,R1,same,An,01/07/2025 9:05,seen", "A1,R1,different,Bình,01/07/2025 10:00,",
      "A1,R1,same,An,13/07/2025,", "A1,R1,undo,An,,",
    ]
    let forward = try read(rows).decisions
    #expect(forward.map(\.kind) == [.undo, .same, .different, .same])
    #expect(
      forward.map(\.on) == ["", "2025-07-01T09:05", "2025-07-01T10:00", "2025-07-13"])
    #expect(try read(rows.reversed()).decisions == forward)
  }

  @Test("parts two rows that are one and two people on one day, and says so")
  func contradiction() throws {
    let rows = ["A1,R1,same,An,2025-07-02,", "A1,R1,different,Bình,2025-07-02,"]
    for rows in [rows, rows.reversed()] {
      let confirmed = ConfirmedDecisions(try read(rows).decisions, confirmations: 1)
      #expect(confirmed.counting.last?.kind == .different)
      #expect(confirmed.notes([]).map(\.description).contains { $0.contains("A1 and R1") })
    }
  }

  @Test("rejects a day that the calendar lacks")
  func impossibleDay() throws {
    let decisions = try read(["A1,R1,same,An,2025-13-02,"])
    #expect(decisions.decisions.isEmpty)
    #expect(decisions.rejects.map(\.reason) == [.date])
  }
}
