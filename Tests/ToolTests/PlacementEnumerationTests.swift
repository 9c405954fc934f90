import Foundation
import Testing

@Suite("score-exchange place and check, beside an exhaustive search", .enabled(if: Python.isThere))
struct PlacementEnumerationTests {
  @Test("agree with it on every placement of small random problems under every rule")
  func agreement() throws {
    let outcome = try Python.run(
      peer: "placement_enumeration.py", [Tool.executable.path, "100", "119"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "seeds 100 to 119: 0 faults\n")
  }

  @Test("explain, try, emulate, forecast, settle and compare as plain re-computations do")
  func studies() throws {
    let outcome = try Python.run(
      peer: "placement_studies.py", [Tool.executable.path, "100", "114"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "seeds 100 to 114: 0 faults\n")
  }
}
