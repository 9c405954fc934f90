import ScoreExchange
import Testing

@Suite("A national identifier in a result row")
struct IdentifierTests {
  private func importing(_ identifier: String, sex: String = "Nam") throws -> ImportedResults {
    try ImportSpecimen.importing(rows: [
      "A1,\(identifier),Nguyễn Văn An,14/02/2007,\(sex),2025-1,30.25,12.50,28.00,70.75,"
    ])
  }

  private func stored(_ imported: ImportedResults) -> String? {
    imported.lines.first?.split(separator: ",", omittingEmptySubsequences: false)[4].description
  }

  @Test(
    "Lost leading zeros are put back when birth year and sex confirm them, and that is recorded",
    arguments: ["1207012345", "01207012345"])
  func repair(identifier: String) throws {
    let imported = try importing(identifier)
    #expect(stored(imported) == "001207012345")
    #expect(imported.warnings.map(\.reason.rawValue) == ["repaired"])
  }

  @Test("Lost zeros that nothing confirms are not put back", arguments: ["Nữ", ""])
  func noRepair(sex: String) throws {
    #expect(try importing("1207012345", sex: sex).reasons == ["national_id"])
  }

  @Test("A number of 9 digits may be an old CMND and stays as it is")
  func cmnd() throws {
    let imported = try importing("012345678")
    #expect(stored(imported) == "012345678")
    #expect(imported.warnings.isEmpty)
  }

  @Test("A number that contradicts birth year or sex is kept with a warning")
  func contradiction() throws {
    #expect(try importing("001205012345").warnings.map(\.reason.rawValue) == ["identity"])
    #expect(try importing("001307012345").warnings.map(\.reason.rawValue) == ["identity"])
  }

  @Test("Spaces and points between the digits are no fault")
  func grouping() throws {
    #expect(stored(try importing("001 207 012 345")) == "001207012345")
    #expect(stored(try importing("001.207.012345")) == "001207012345")
  }

  @Test("Messages never show a whole identifier")
  func masking() throws {
    let warning = try #require(try importing("001205012345").warnings.first)
    #expect(!warning.message.contains("001205012345"))
    #expect(warning.message.contains("001*****2345"))
  }
}
