import RecordLinkage
import Testing

@Suite("A personal number")
struct PersonalNumberTests {
  @Test("of 12 digits tells province, sex and birth year")
  func structure() {
    let number = PersonalNumber("001307012345")
    #expect(number.kind == .cccd)
    #expect(number.province == 1)
    #expect(number.sex == .female)
    #expect(number.birthYear == 2007)
    let older = PersonalNumber("079099012345")
    #expect(older.birthYear == 1999)
    #expect(older.sex == .male)
  }

  @Test(
    "is no CCCD with a province that does not exist, another length or a letter",
    arguments: ["000307012345", "097307012345", "101307012345", "01307012345", "00130701234A", ""])
  func refused(text: String) {
    #expect(PersonalNumber(text).kind == .other)
    #expect(PersonalNumber(text).birthYear == nil)
  }

  @Test("of 9 digits is an old CMND, about which nothing is known")
  func cmnd() {
    #expect(PersonalNumber("012345678").kind == .cmnd)
    #expect(PersonalNumber("012345678").agrees(year: 2007, sex: .male) == nil)
  }

  @Test("agrees with its row or contradicts it; missing values do neither")
  func agreement() {
    let number = PersonalNumber("001307012345")
    #expect(number.agrees(year: 2007, sex: .female) == true)
    #expect(number.agrees(year: 2007, sex: .male) == false)
    #expect(number.agrees(year: 2006, sex: nil) == false)
    #expect(number.agrees(year: nil, sex: nil) == nil)
  }
}
