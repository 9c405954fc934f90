import BatchSigning
import Files
import Foundation
import TestSupport
import Testing

/// The cases of `fixtures/signing`, their verdict at the front of their names; the tests of the
/// tool go through them on the command line.
@Suite("Conformance cases")
struct ConformanceTests {
  static let folder = Fixtures.path("signing")
  static let names = (try? namesInFolder(folder + "/cases")) ?? []

  @Test("There are cases of every kind", .enabled(if: !ConformanceWriter.isWanted))
  func present() throws {
    #expect(Self.names.count >= 90)
    for kind in ["cases", "chains", "receipts", "redacted", "sealed", "trust-bundles"] {
      let names = try namesInFolder("\(Self.folder)/\(kind)")
      #expect(names.contains { $0.hasPrefix("accepted") }, "\(kind)")
    }
  }

  @Test("A case has the verdict in its name", arguments: names)
  func verdict(name: String) throws {
    let expected = name.prefix { $0 != "-" }
    let trust = try TrustBundle(folder: Self.folder + "/trust", at: Pilot.today)
    let verdict = try BatchVerifier(receiver: "MDA", trust: trust, at: Pilot.today).verify(
      at: "\(Self.folder)/cases/\(name)")
    #expect((verdict.reason?.rawValue ?? "accepted") == expected, "\(verdict)")
  }

  @Test(
    "The cases are made anew",
    .enabled(if: ConformanceWriter.isWanted, "SCORE_EXCHANGE_WRITE_CONFORMANCE is not set"))
  func write() throws {
    try ConformanceWriter(folder: Self.folder).writeAll()
  }
}
