import ScoreExchange
import Testing

@Suite("Rows that are read column by column")
struct ColumnReadingTests {
  /// More rows than those by which a file's words and forms are learnt.
  private static let rowCount = 1_200

  private func row(
    _ number: Int, name: String = "Nguyễn Văn An", id: String = "001207012345",
    date: String = "14/02/2007", sitting: String = "2025-1", total: String = "70.75"
  ) -> String {
    "A\(number),\(id),\(name),\(date),Nam,\(sitting),30.25,12.50,28.00,\(total),"
  }

  private func importing(last: String) throws -> ImportedResults {
    try ImportSpecimen.importing(rows: (1..<Self.rowCount).map { row($0) } + [last])
  }

  @Test(
    "A word, a form or a sign that comes late means what it means anywhere",
    arguments: [
      ("Đợt 3/2025", "14/02/2007", "2025-3"), ("2025-1", "2007-02-14", "2025-1"),
      ("2025-1", "14022007", "2025-1"), ("2025-1", "39127", "2025-1"),
    ])
  func lateForms(sitting: String, date: String, expected: String) throws {
    let imported = try importing(last: row(Self.rowCount, date: date, sitting: sitting))
    #expect(imported.rejects.isEmpty)
    #expect(imported.count == Self.rowCount)
    let line = imported.lines.first { $0.contains(",A\(Self.rowCount),") }
    #expect(line?.hasPrefix("BKA,TSA,\(expected),") == true)
    #expect(line?.contains(",2007-02-14,") == true)
  }

  @Test(
    "What a whole column would let pass is still refused in one cell",
    arguments: [
      ("+70.75", "number"), ("70.75\t", "text"), ("70.755", "lattice"), ("7.075e1", "number"),
      ("70,75", "status"), ("70.76", "sum"),
    ])
  func strictness(total: String, reason: String) throws {
    let imported = try importing(last: row(Self.rowCount, total: total))
    #expect(imported.reasons == [reason])
    #expect(imported.count == Self.rowCount - 1)
  }

  @Test(
    "Names are composed and freed of needless spaces",
    arguments: ["Nguye\u{302}\u{303}n Va\u{306}n An", " Nguyễn  Văn An ", "Nguyễn\u{A0}Văn An"])
  func names(name: String) throws {
    let imported = try importing(last: row(Self.rowCount, name: name))
    #expect(imported.rejects.isEmpty)
    let scalars = Array("Nguyễn Văn An".unicodeScalars)
    for line in imported.lines {
      let cell = line.split(separator: ",", omittingEmptySubsequences: false)[5]
      #expect(Array(cell.unicodeScalars) == scalars)
    }
  }

  @Test("A number of nine digits and one that contradicts the row stand among many others")
  func identifiers() throws {
    let rows = (1...Self.rowCount).map { number in
      switch number {
      case 700: row(number, id: "012345678")
      case 900: row(number, id: "001205012345")
      default: row(number)
      }
    }
    let imported = try ImportSpecimen.importing(rows: rows)
    #expect(imported.rejects.isEmpty)
    #expect(imported.warnings.map(\.reason.rawValue) == ["identity"])
    #expect(imported.warnings.map(\.row) == [901])
    #expect(imported.lines.count { $0.contains(",012345678,") } == 1)
  }

  @Test("Results come out in the order of sitting and candidate number, however they came in")
  func order() throws {
    let long = (0..<300).map { row($0 * 7 % 300, sitting: "2025-\($0 % 3 + 1)") }
    let odd = ["B1-\(String(repeating: "x", count: 20))", "A", "Đ-1"].map {
      row(0).replacing("A0,", with: "\($0),")
    }
    let lines = try ImportSpecimen.importing(rows: long + odd).lines
    let keys = lines.map { line in
      line.split(separator: ",").prefix(4).map { Array($0.utf8) }
    }
    #expect(lines.count == 303)
    for (left, right) in zip(keys, keys.dropFirst()) {
      let first = zip(left, right).first { $0 != $1 }
      #expect(first.map { $0.0.lexicographicallyPrecedes($0.1) } == true)
    }
  }
}
