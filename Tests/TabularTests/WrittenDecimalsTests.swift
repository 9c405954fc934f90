import Tabular
import Testing

@Suite("Decimals that are written once")
struct WrittenDecimalsTests {
  @Test(
    "read as if each were written anew, on any scale and beyond what is expected",
    arguments: [
      (10_001, 0, 1, 2), (121, 0, 25, 2), (1_201, -30_000, 50, 3), (70_000, 5, 3, 4),
      (12, 99_999_990, 1, 2), (0, 0, 1, 0),
    ] as [(Int, Int64, Int64, Int)])
  func decimals(count: Int, origin: Int64, unitsPerStep: Int64, scaleDigits: Int) {
    let decimals = WrittenDecimals(
      count: count, origin: origin, unitsPerStep: unitsPerStep, scaleDigits: scaleDigits)
    var (written, anew) = (TableWriter(), TableWriter())
    for step in stride(from: -1, through: count + 1, by: 7) {
      decimals.write(step, to: &written)
      anew.append(units: origin + Int64(step) * unitsPerStep, scaleDigits: scaleDigits)
      written.append("x")
      anew.append("x")
      written.endRow()
      anew.endRow()
    }
    #expect(written.bytes == anew.bytes)
  }

  @Test("stand in a spreadsheet as others do, also under zero", arguments: [-1, 0] as [Int64])
  func spreadsheet(origin: Int64) {
    let decimals = WrittenDecimals(count: 3, origin: origin, unitsPerStep: 1, scaleDigits: 1)
    var (written, anew) = (TableWriter(style: .spreadsheet), TableWriter(style: .spreadsheet))
    for step in 0..<3 {
      decimals.write(step, to: &written)
      anew.append(units: origin + Int64(step), scaleDigits: 1)
    }
    #expect(written.bytes == anew.bytes)
  }
}
