import Placement
import ScoreExchange
import Testing

@Suite("A masked identifier")
struct MaskingTests {
  @Test(
    "is the same in messages about placements and about rows",
    arguments: ["001207012345", "123456789", "1207012345"])
  func agreement(identifier: String) {
    #expect(MaskedIdentifier(identifier).description == masked(identifier))
  }

  @Test("hides five digits of a national identifier and nothing of a number of our own")
  func form() {
    #expect(MaskedIdentifier("001207012345").description == "001*****2345")
    #expect(MaskedIdentifier("123456789").description == "12*****89")
    #expect(MaskedIdentifier("HS000123456").description == "HS000123456")
    #expect(MaskedIdentifier("12345678").description == "12345678")
    #expect(MaskedIdentifier("001 207 012345").description == "001*****2345")
    #expect(MaskedIdentifier("001.207.012.345").description == "001*****2345")
    for text in ["1234567.89", "2007-02-14", "2025 1", "", " ", "1234 5678"] {
      #expect(MaskedIdentifier(text).description == text)
    }
  }

  @Test("hides a long number in whatever it stands, and no digits of a score")
  func embedded() {
    for (text, shown) in [
      ("CCCD001207100777", "CCCD001*****0777"), ("x001207100777", "x001*****0777"),
      ("001207100777x", "001*****0777x"), ("_001207100777", "_001*****0777"),
      ("(001207100777)", "(001*****0777)"), ("120710077700.0", "120*****7700.0"),
      ("001207100777001207100777", "001*****************0777"),
      ("CCCD.001207100777", "CCCD.001*****0777"), ("CMND123456789", "CMND12*****89"),
      ("cmt: 123456789", "cmt: 12*****89"), ("CCCD_1207100777", "CCCD_12*****777"),
    ] {
      #expect(MaskedIdentifier(text).description == shown)
    }
    for text in ["0.333333333333", "33.3333333333333333", "0,333333333333", "TSA20250100012"] {
      #expect(MaskedIdentifier(text).description == text)
    }
  }
}
