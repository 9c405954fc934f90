import Foundation
import TestSupport
import Testing

@Suite("An input that somebody empties while it is read")
struct ShortenedInputTests {
  @Test("ends the command with a status and a sentence, never with a crash")
  func emptied() throws {
    let folder = TemporaryFolder()
    let headings =
      "candidate_number,national_id,name,birth_date,sitting,mathematics,reading,science,total\n"
    let rows = (0..<200_000).map {
      "A\($0),001207\($0 + 100_000),Nguyễn Văn An,2007-02-14,2025-1,20,10,20,50\n"
    }.joined()
    let assessment = folder.write(
      """
      code: TSA
      issuer: BKA
      scale: {minimum: 0, maximum: 100, step: 0.01}
      parts: {mathematics: 40, reading: 20, science: 40}
      sittings: {2025-1: 2025-01-19}

      """, to: "tsa.yaml")
    // Reading takes seconds; when it begins depends on the machine.
    var isMet = false
    for milliseconds in [100, 400, 1_600, 5_000, 15_000] as [UInt32] where !isMet {
      let file = folder.write(headings + rows, to: "a.csv")
      let process = Process()
      process.executableURL = Tool.executable
      process.arguments = [
        "import", file, "--assessment-file", assessment, "-o", folder.path + "/o.csv", "--quiet",
      ]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      usleep(milliseconds * 1_000)
      try FileHandle(forWritingTo: URL(fileURLWithPath: file)).truncate(atOffset: 0)
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit, "\(text)")
      #expect([0, 65, 74].contains(process.terminationStatus), "\(text)")
      #expect(!text.contains("crashed"))
      isMet = text.contains("cut short while it was read")
    }
    #expect(isMet)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasSuffix(".partial") }, "\(left)")
  }
}
