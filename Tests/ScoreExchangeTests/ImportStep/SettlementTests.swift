import ScoreExchange
import Testing

@Suite("Rows with the same candidate number and sitting")
struct SettlementTests {
  private let row = ImportSpecimen.soundRow
  private let other = "A1,001207012345,Nguyễn Văn An,14/02/2007,Nam,2025-1,31.25,12.50,28.00,71.75,"

  @Test("that say the same count once, the other is repeated")
  func repeated() throws {
    let imported = try ImportSpecimen.importing(rows: [row, row])
    #expect(imported.count == 1)
    #expect(imported.reasons == ["repeated"])
    #expect(imported.rejects.first?.row == 3)
  }

  @Test("that say different things are all rejected, for nobody knows which is right")
  func duplicate() throws {
    let imported = try ImportSpecimen.importing(rows: [row, other, row])
    #expect(imported.count == 0)
    #expect(imported.reasons == ["duplicate", "duplicate", "duplicate"])
  }

  @Test("are found across files, too")
  func acrossFiles() throws {
    let texts = [row, other].map { ImportSpecimen.heading + "\n" + $0 + "\n" }
    let imported = try ImportSpecimen.importing(files: texts)
    #expect(imported.count == 0)
    #expect(imported.files.map(\.rowsRejected) == [1, 1])
  }

  @Test("of another sitting are another result")
  func otherSitting() throws {
    let imported = try ImportSpecimen.importing(rows: [
      row, row.replacing("2025-1", with: "2025-2"),
    ])
    #expect(imported.count == 2)
  }

  @Test("The order of input rows changes nothing in the results", arguments: [1, 2, 8])
  func rowOrder(threads: Int) throws {
    let rows = (0..<200).map {
      "A\($0 * 7 % 200),001207012345,Nguyễn Văn An,14/02/2007,,2025-\($0 % 3 + 1),1,2,3,6,"
    }
    let straight = try ImportSpecimen.importing(rows: rows).lines
    let turned = try ImportSpecimen.importing(
      files: [([ImportSpecimen.heading] + rows.reversed()).joined(separator: "\n") + "\n"],
      threads: threads
    ).lines
    #expect(straight == turned)
    #expect(straight.count == 200)
  }
}
