import RecordLinkage
import ScoreExchange
import TestSupport
import Testing

@Suite("A file of decisions")
struct DecisionImportTests {
  private let folder = TemporaryFolder()

  private func read(_ rows: [String], dateFormat: String? = nil) throws -> DecisionImport {
    let text = (["left_id,right_id,decision,by,on,reason"] + rows).joined(separator: "\n") + "\n"
    let path = folder.write(text, to: "decisions.csv")
    var layout = try TableLayout(peopleColumns: "", comparing: [])
    layout.dateFormat = dateFormat
    return try DecisionImport(
      TableSource(
        file: NamedFile(text: "decisions.csv", path: path, line: 0), layout: layout),
      plan: .sequential)
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

  @Test("writes day and month in the order that is said of it")
  func order() throws {
    let rows = ["A1,R1,same,An,02/03/2025,"]
    #expect(try read(rows).decisions.map(\.on) == ["2025-03-02"])
    #expect(try read(rows, dateFormat: "mm/dd/yyyy").decisions.map(\.on) == ["2025-02-03"])
  }

  @Test(
    "reads the time of day as people and computers write it",
    arguments: [
      ("16/07/2025 10:00 AM", "2025-07-16T10:00"), ("16/07/2025 8:30 PM", "2025-07-16T20:30"),
      ("16/07/2025 8:30 CH", "2025-07-16T20:30"), ("16/07/2025 12:05 SA", "2025-07-16T00:05"),
      ("16/07/2025 12:05pm", "2025-07-16T12:05"), ("16/07/2025 9:05", "2025-07-16T09:05"),
      ("2025-07-16T20:30:15.250", "2025-07-16T20:30:15.250"),
      ("2025-07-16T20:30:15Z", "2025-07-17T03:30:15"),
      ("2025-07-16 09:30+07", "2025-07-16T09:30"), ("2025-07-16 09:30 GMT+7", "2025-07-16T09:30"),
      ("2025-07-16T09:30:00.000+0700", "2025-07-16T09:30:00.000"),
      ("16/07/2025 2:30 chiều", "2025-07-16T14:30"), ("16/07/2025 9:30 sáng", "2025-07-16T09:30"),
      ("16/07/2025 9:30 a.m.", "2025-07-16T09:30"), ("16/07/2025 14:30 CH", "2025-07-16T14:30"),
      ("16/07/2025 0:30 SA", "2025-07-16T00:30"), ("16/07/2025 8:30 c.h.", "2025-07-16T20:30"),
      ("2025-07-16T20:30:15+07:00", "2025-07-16T20:30:15"),
      ("2025-07-16T01:30-05:30", "2025-07-16T14:00"),
      ("2025-07-16T01:30+14:00", "2025-07-15T18:30"),
    ])
  func times(cell: String, moment: String) throws {
    let decisions = try read(["A1,R1,same,An,\(cell),"])
    #expect(decisions.decisions.map(\.on) == [moment])
    #expect(decisions.rejects.isEmpty)
  }

  @Test(
    "rejects a time that no clock shows",
    arguments: [
      "24:00", "0:05 PM", "13:05 AM", "9:5", "9:05+7x", "9:05 GMT7", "9:05.5", "9:05:60", "9:05:3",
      "9:05x", ":", "9:05 XM",
    ])
  func impossibleTime(time: String) throws {
    let decisions = try read(["A1,R1,same,An,2025-07-16 \(time),"])
    #expect(decisions.decisions.isEmpty)
    #expect(decisions.rejects.map(\.reason) == [.date])
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
