import ScoreExchange
import Testing

@Suite("Messages as a page may show them")
struct ShownMessageTests {
  @Test(
    "Codes and numbers stay, other quoted cells are hidden, long numbers are masked",
    arguments: [
      ("there is no programme \"IT1\" at BKA", "IT1", "there is no programme \"IT1\" at BKA"),
      ("there is no applicant \"Lê An\"", "Lê An", "there is no applicant \"\u{2026}\""),
      ("\"An\" is not a year", "An", "\"\u{2026}\" is not a year"),
      (
        "the status is \"absent\", and the cell holds Lê An", "Lê An",
        "the status is \"absent\", and the cell holds \u{2026}"
      ),
      ("no name has the character \"$\"", "Le $ An", "no name has the character \"$\""),
      (
        "there is no applicant \"001207012345\"", "001207012345",
        "there is no applicant \"001*****2345\""
      ),
      ("\"Lê \"An\" Bình\" is not a year", "Lê \"An\" Bình", "\"\u{2026}\" is not a year"),
      ("\"Lê \"An\" is not a year", "Lê \u{0065}\u{0302}\"", "\"\u{2026}\" is not a year"),
      (
        "TSA has no sitting \"2025-4\"; it has \"2025-1\", \"2025-2\"", "2025-4",
        "TSA has no sitting \"2025-4\"; it has \"2025-1\", \"2025-2\""
      ),
      ("the cell is empty", "", "the cell is empty"),
    ])
  func shown(message: String, cell: String, expected: String) {
    #expect(ShownMessage(message, quoting: cell).text == expected)
  }
}
