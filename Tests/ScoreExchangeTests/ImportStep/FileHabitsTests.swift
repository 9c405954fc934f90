import ScoreExchange
import Testing

@Suite("What a file writes in its own way")
struct FileHabitsTests {
  private func row(_ number: Int, _ date: String) -> String {
    "A\(number),001207012345,Nguyễn Văn An,\(date),,2025-1,30.25,12.50,28.00,70.75,"
  }

  private func dates(_ cells: [String], form: String? = nil) throws -> [String] {
    var layout = TableLayout()
    layout.dateFormat = form
    let text = ([ImportSpecimen.heading] + cells.enumerated().map(row)).joined(separator: "\n")
    return try ImportSpecimen.importing(files: [text + "\n"], layout: layout).lines.map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[6])
    }
  }

  @Test(
    "Every form of a date means the same day",
    arguments: [
      "14/02/2007", "14/2/2007", "2007-02-14", "14022007", "14-02-2007", "14.02.2007", "39127",
    ])
  func forms(cell: String) throws {
    #expect(try dates([cell]) == ["2007-02-14"])
  }

  @Test(
    "A time that names its zone is told in Vietnamese time, by which its day is counted",
    arguments: [
      ("2007-02-13T17:00:00Z", "2007-02-14"), ("2007-02-13T17:00:00.000Z", "2007-02-14"),
      ("2007-02-14T00:00:00Z", "2007-02-14"), ("2007-02-14T00:00:00+07:00", "2007-02-14"),
      ("2007-02-14T00:00:00", "2007-02-14"), ("2007-02-14 23:30", "2007-02-14"),
    ])
  func zones(cell: String, day: String) throws {
    #expect(try dates([cell]) == [day])
  }

  @Test("The order of day and month is read off the whole file, never off a row")
  func monthFirst() throws {
    #expect(try dates(["02/03/2007", "02/14/2007"]) == ["2007-02-03", "2007-02-14"])
    #expect(try dates(["02/03/2007", "14/02/2007"]) == ["2007-03-02", "2007-02-14"])
  }

  @Test("A slip does not turn a file round: few dates that can only be month first are rejected")
  func slips() throws {
    #expect(try dates(["03/04/2007", "05/06/2007", "02/13/2007"]) == ["2007-04-03", "2007-06-05"])
    let many = Array(repeating: "03/04/2007", count: 600) + ["02/14/2007"]
    #expect(Set(try dates(many)) == ["2007-04-03"])
  }

  @Test("A rare or doubtful order of day and month is said, with what decided it")
  func orderWarnings() throws {
    func warnings(_ cells: [String], form: String? = nil, threads: Int = 2) throws -> [String] {
      var layout = TableLayout()
      layout.dateFormat = form
      let lines = [ImportSpecimen.heading] + cells.enumerated().map(row)
      let imported = try ImportSpecimen.importing(
        files: [lines.joined(separator: "\n")], layout: layout, threads: threads)
      return (imported.files[0].warnings ?? []).map(\.description)
    }
    let monthFirst = try warnings(["02/03/2007", "02/14/2007", "02/20/2007"])
    #expect(monthFirst.count == 1)
    #expect(monthFirst.first?.contains("2 dates can only be mm/dd/yyyy") == true)
    #expect(monthFirst.first?.contains("the first in row 3; 1 could be either") == true)
    let both = ["02/03/2007", "14/02/2007", "20/02/2007", "02/13/2007"]
    #expect(
      try warnings(both) == [
        "dates in two orders: 1 can only be mm/dd/yyyy, the first in row 5; 1 that could be either "
          + "were read as dd/mm/yyyy"
      ])
    #expect(try warnings(both, form: "dd/mm/yyyy").isEmpty)
    #expect(try warnings(["02/03/2007", "14/02/2007", "2007-02-13", "05/05/2007"]).isEmpty)
    let long = (0..<40).flatMap { _ in both }
    #expect(try warnings(long, threads: 1) == warnings(long, threads: 4))
  }

  @Test("Without evidence the day stands first, unless the exchange file says otherwise")
  func noEvidence() throws {
    #expect(try dates(["02/03/2007"]) == ["2007-03-02"])
    #expect(try dates(["02/03/2007"], form: "mm/dd/yyyy") == ["2007-02-03"])
  }

  @Test("A decimal comma is read where the file writes it")
  func decimalComma() throws {
    let text = """
      SBD;CCCD;Họ và tên;Ngày sinh;Đợt thi;Toán;Đọc hiểu;Khoa học;Tổng điểm
      A1;001207012345;Nguyễn Văn An;14/02/2007;2025-1;30,25;12,5;28;70,75

      """
    #expect(
      try ImportSpecimen.importing(files: [text]).lines.first?.contains("30.25,12.50,28.00,70.75")
        == true)
  }

  @Test("A point in a file of commas is refused, for it could be a thousand")
  func mixedSigns() throws {
    let text = """
      SBD;CCCD;Họ và tên;Ngày sinh;Đợt thi;Toán;Đọc hiểu;Khoa học;Tổng điểm
      A1;001207012345;Nguyễn Văn An;14/02/2007;2025-1;30,25;12,5;28;70,75
      A2;001207012345;Nguyễn Văn An;14/02/2007;2025-1;30.25;12.5;28;70.75

      """
    #expect(try ImportSpecimen.importing(files: [text]).reasons == ["number"])
  }

  @Test(
    "A sitting is known by its name, its numbers in any order, or its last number",
    arguments: ["2025-2", "Đợt 2", "2", "Đợt 2/2025", "2/2025", "09/03/2025", "2025-03-09"])
  func sittings(word: String) throws {
    let imported = try ImportSpecimen.importing(rows: [
      "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,\(word),30.25,12.50,28.00,70.75,"
    ])
    #expect(imported.lines.first?.hasPrefix("BKA,TSA,2025-2,") == true)
  }

  @Test("UTF-16, a byte order mark, CRLF and quoted fields come out the same")
  func dialects() throws {
    let plain = ImportSpecimen.heading + "\n" + ImportSpecimen.soundRow + "\n"
    let expected = try ImportSpecimen.importing(files: [plain]).lines
    let marked = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
    let quoted = plain.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
        .joined(separator: ",")
    }.joined(separator: "\r\n")
    let wide = marked.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    for bytes in [Array(marked.utf8), Array(quoted.utf8), wide] {
      #expect(try ImportSpecimen.importing(bytes: [bytes]).lines == expected)
    }
  }
}
