import Files
import Placement
import RecordLinkage
import ScoreExchange
import ScoreLinking
import Scores
import Tabular
import Testing

@Suite("The stable names of errors")
struct ErrorCodeTests {
  @Test(
    "are words with hyphens between, whatever module they come from",
    arguments: [
      FileError.Code.tooLarge.rawValue, TabularError.Code.recordTooLong.rawValue,
      LinkageError.Code.tooLarge.rawValue, LinkageError.Code.notConverged.rawValue,
      LinkingError.Code.notConverged.rawValue, LinkingError.Code.notAStep.rawValue,
      PlacementError.Code.tieAtTheLine.rawValue, PlacementError.Code.reservesInPool.rawValue,
      ScoreError.Code.scientificNotation.rawValue, SampleError.Code.faultRate.rawValue,
      ExchangeError.Code.badInput.rawValue,
    ])
  func hyphens(code: String) {
    #expect(code.contains("-"))
    #expect(code.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (97...122).contains($0) })
  }
}
