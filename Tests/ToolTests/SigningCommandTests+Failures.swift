import Foundation
import TestSupport
import Testing

/// What cannot be done, and what is told of it.
extension SigningCommandTests {
  /// Runs the tool in a shell that first does something else, or sends the output elsewhere.
  func run(
    _ arguments: [String], before: String = "true", to output: String = "/dev/null"
  ) throws -> (status: Int32, errors: String) {
    try Tool.shell("\(before); exec \"$@\" > \(output)", [Tool.executable.path] + arguments)
  }

  @Test(
    "A batch whose answer cannot be written can be verified again; the state moves on before it is told"
  )
  func unwrittenAnswer() throws {
    try sign()
    try cosign()
    let absent = path("no/such/answer.json")
    let unwritten = try verify("batch", "--state", path("state"), "--acknowledgement", absent)
    #expect(unwritten.status == 73 && unwritten.output.isEmpty)
    let folder = try verify("batch", "--state", path("state"), "--acknowledgement", path("ca"))
    #expect(folder.status == 73 && folder.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path("state/state.json")))
    let arguments =
      ["verify", path("batch"), "--as", "MDA", "--trust", path("ca/trust")] + clock
      + ["--state", path("state"), "--quiet"]
    #expect(try run(arguments, to: "/dev/full").status == 74)
    #expect(try verify("batch", "--state", path("state")).output == "E_REPLAY\n")
  }

  @Test("What is wrong with a row is told in the language that was asked for")
  func rowInVietnamese() throws {
    folder.write("candidate_number,name\n1,\"x\"y\n", to: "damaged/results.csv")
    let outcome = try Tool.run(signing("damaged", ["--language", "vi"]))
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("có chữ đứng sau dấu nháy đóng"), "\(outcome.errors)")
  }

  @Test("A reader that has gone changes no verdict")
  func goneReader() throws {
    try sign()
    let arguments =
      ["verify", path("batch"), "--as", "MDA", "--trust", path("ca/trust"), "--quiet"] + clock
    // The pipe has no reader by the time of the answer.
    let file = path("status")
    let script = "{ sleep 1; \"$@\"; echo $? >&3; } 3> \(file) | true; cat \(file)"
    func status() throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", script, "sh", Tool.executable.path] + arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try status() == "1\n")
    try cosign()
    #expect(try status() == "0\n")
  }

  @Test("A disk without room is a failed write: status 74, whatever was to be written")
  func fullDisk() throws {
    func expectFailure(_ arguments: [String]) throws {
      let outcome = try run(arguments + ["--quiet"], before: "ulimit -f 0")
      #expect(outcome.status == 74, "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.contains(".partial"), "\(outcome.errors)")
    }
    try expectFailure(["keys", "new", "--school", "GHA", "-o", path("keys")])
    try expectFailure(["keys", "authority", "-o", path("other")])
    try expectFailure(
      ["keys", "request", "--school", "GHA", "--key", path("ca/GHA.key"), "-o", path("csr")])
    try expectFailure(signing("batch"))
    try sign()
    try cosign()
    try expectFailure(["receipt", path("batch"), "--row", "1", "-o", path("receipt.json")])
    try expectFailure(
      ["receipt", path("batch"), "--row", "1", "--page", path("page.html")]
        + ["--trust", path("ca/trust")] + clock)
    try expectFailure(
      ["seal", path("batch"), "--to", "MDA", "-o", path("sealed")] + identity("QSB") + clock)
    try expectFailure(
      ["verify", path("batch"), "--as", "MDA", "--trust", path("ca/trust")] + clock
        + ["--acknowledgement", path("answer")])
    try expectFailure(
      ["verify", path("batch"), "--as", "MDA", "--trust", path("ca/trust")] + clock
        + ["--state", path("state")])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(left) == ["batch", "ca", "keys", "state"])
  }

  @Test("A row that is not there, or not the only one, is told as such")
  func receiptRows() throws {
    try sign()
    try cosign()
    func receipt(_ options: String...) throws -> (status: Int32, errors: String) {
      let outcome = try Tool.run(
        ["receipt", path("batch"), "-o", path("receipt.json")] + options + ["--language", "en"])
      return (outcome.status, outcome.errors)
    }
    let far = try receipt("--row", "99")
    #expect(far.status == 66 && far.errors.contains("does not have this row (no row 99; rows: 2)"))
    let unknown = try receipt("--key", "999")
    #expect(unknown.status == 66 && unknown.errors.contains("(no row has this key)"))
    let several = try receipt("--key", "TSA")
    #expect(several.status == 65 && several.errors.contains("has several rows with this key"))
    #expect(try receipt("--row", "0").status == 64)
  }
}
