import Foundation
import TestSupport
import Testing

/// Batches that are not sealed.
extension SigningCommandTests {
  @Test("What a bad library lets through is told in the language of the messages")
  func warning() throws {
    func opened(_ language: String) throws -> String {
      try Tool.run(
        ["open", path("none"), "-o", path("opened"), "--language", language]
          + identity("GHA.seal") + clock
      ).errors
    }
    let (english, vietnamese) = (try opened("en"), try opened("vi"))
    #expect(vietnamese.contains("lỗi: "))
    #expect(!vietnamese.contains("takes sealed data"))
    #expect(english.contains("takes sealed data") == vietnamese.contains("một byte"))
  }

  @Test("A batch that its receiver would refuse is not sealed")
  func refusedSealing() throws {
    try sign()
    func seal(_ school: String) throws -> Tool.Outcome {
      try Tool.run(
        ["seal", path("batch"), "--to", "MDA", "-o", path("sealed")] + identity(school) + clock)
    }
    let early = try seal("QSB")
    #expect(early.status == 1 && early.output == "E_THRESHOLD\n")
    try cosign()
    let foreign = try seal("GHA")
    #expect(foreign.status == 77 && foreign.errors.contains("GHA, not QSB"), "\(foreign.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("sealed")))
  }
}
