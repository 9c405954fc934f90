import Foundation
import TestSupport
import Testing

/// A batch on its whole way, as people would walk it: authority, sign, cosign, verify, receipt,
/// seal, open, run.
@Suite("score-exchange sign, cosign, verify, receipt, seal, open, run")
struct SigningCommandTests {
  let folder: TemporaryFolder
  let clock = ["--at", "2025-07-16T09:00:00Z"]

  init() throws {
    folder = TemporaryFolder()
    let rows = """
      assessment,sitting,candidate_number,national_id,name,birth_date,mathematics,reading,science,total
      TSA,2025-1,000123,001307012345,Nguyễn Thị Ánh,2007-02-14,20,10,31.25,61.25
      TSA,2025-1,000124,001207012346,Trần Văn Bình,2007-03-15,20,10,28,58

      """
    folder.write(rows, to: "batch/results.csv")
    try expect(0, "keys", "authority", "-o", path("ca"), "--valid-from", "2025-01-01")
  }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @discardableResult
  func expect(_ status: Int32, _ arguments: String...) throws -> String {
    let outcome = try Tool.run(arguments + ["--quiet"])
    #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  func identity(_ school: String) -> [String] {
    [
      "--key", path("ca/\(school).key"), "--certificate", path("ca/\(school).pem"), "--trust",
      path("ca/trust"), "--quiet",
    ]
  }

  func signing(_ name: String, _ options: [String] = []) -> [String] {
    ["sign", path(name)] + identity("QSB") + ["--created", "2025-07-16T08:00:00Z"] + options
  }

  func sign() throws {
    #expect(try Tool.run(signing("batch")).status == 0)
  }

  func cosign() throws {
    #expect(try Tool.run(["cosign", path("batch")] + identity("BKA") + clock).status == 0)
  }

  func verify(_ batch: String, _ options: String...) throws -> Tool.Outcome {
    try Tool.run(
      ["verify", path(batch), "--as", "MDA", "--trust", path("ca/trust"), "--quiet"] + clock
        + options)
  }

  @Test("Keys that stand in a folder are never replaced by those of another authority")
  func keptKeys() throws {
    let key = try Data(contentsOf: URL(fileURLWithPath: path("ca/ca.key")))
    try expect(73, "keys", "authority", "-o", path("ca"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path("ca/ca.key"))) == key)
  }

  @Test("A batch is accepted once both offices have signed, each time by its own state once")
  func signed() throws {
    try sign()
    #expect(try verify("batch").output == "E_THRESHOLD\n")
    try cosign()
    let answer = path("answer.json")
    let outcome = try verify("batch", "--state", path("state"), "--acknowledgement", answer)
    #expect(outcome.output == "accepted\n")
    #expect(outcome.status == 0)
    let text = try String(contentsOfFile: answer, encoding: .utf8)
    #expect(text.contains("\"accepted\":2,") && text.contains("\"unmatched\":0"))
    let again = try verify("batch", "--state", path("state"), "--json")
    #expect(again.status == 1)
    #expect(again.output.contains("\"reason\":\"E_REPLAY\""))
    #expect(try expect(0, "ledger", "show", path("ca/QSB.key.ledger")).hasPrefix("QSB\t1\t"))
  }

  @Test(
    "A passphrase that is missing, wrong or cannot be read is told as such, and nobody is asked")
  func passphrases() throws {
    func request(_ options: [String]) throws -> Tool.Outcome {
      try Tool.run(
        ["keys", "request", "--key", path("keys/GHA.key"), "--school", "GHA", "-o", path("csr")]
          + options, environment: ["RIGHT": "sesame", "WRONG": "barley"])
    }
    let made = try Tool.run(
      ["keys", "new", "--school", "GHA", "--passphrase-env", "RIGHT", "-o", path("keys")],
      environment: ["RIGHT": "sesame"])
    #expect(made.status == 0)
    folder.write("\nsecond line\n", to: "empty")
    for source in [["--passphrase-env", "NONE"], ["--passphrase-file", path("empty")]] {
      let empty = try Tool.run(
        ["keys", "new", "--school", "MDA", "-o", path("keys")] + source, environment: ["NONE": ""])
      #expect(empty.status == 77 && empty.errors.contains("no passphrase was given"))
      #expect(!FileManager.default.fileExists(atPath: path("keys/MDA.key")))
    }
    let none = try request([])
    #expect(none.status == 77 && none.errors.contains("no passphrase was given"), "\(none.errors)")
    let wrong = try request(["--passphrase-env", "WRONG"])
    #expect(wrong.status == 77 && wrong.errors.contains("does not open this key\n"))
    let closed = try request(["--passphrase-fd", "77"])
    #expect(closed.status == 74 && closed.errors.contains("descriptor 77"), "\(closed.errors)")
    #expect(try request(["--passphrase-env", "RIGHT"]).status == 0)
  }

  @Test("A receipt and its page, or the two keys of a school, appear together or not at all")
  func together() throws {
    try sign()
    try cosign()
    let row = ["receipt", path("batch"), "--row", "1", "--trust", path("ca/trust")] + clock
    folder.write("old", to: "page.html")
    for (page, receipt) in [("page.html", "nowhere/r"), ("nowhere/p", "receipt.json")] {
      let outcome = try Tool.run(row + ["--page", path(page), "-o", path(receipt)])
      #expect(outcome.status == 73, "\(outcome.errors)")
    }
    #expect(try String(contentsOfFile: path("page.html"), encoding: .utf8) == "old")
    #expect(!FileManager.default.fileExists(atPath: path("receipt.json")))
    folder.write("old", to: "keys/MDA.seal.key")
    try expect(
      73, "keys", "new", "--school", "MDA", "--roles", "issuer,recipient", "-o", path("keys"))
    #expect(!FileManager.default.fileExists(atPath: path("keys/MDA.key")))
  }

  @Test("Two signings at one time wait for each other and get two numbers")
  func atOneTime() async throws {
    let rows = try String(contentsOfFile: path("batch/results.csv"), encoding: .utf8)
    for number in 0..<3 { folder.write(rows, to: "batch\(number)/results.csv") }
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 0..<3 {
        let arguments = ["sign", path("batch\(number)")] + identity("QSB")
        group.addTask { try Tool.run(arguments).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [0, 0, 0])
    let chain = try expect(0, "ledger", "show", path("ca/QSB.key.ledger"))
    #expect(chain.split(separator: "\n").map { $0.split(separator: "\t")[1] } == ["1", "2", "3"])
  }

  @Test("Where a file may not grow as long as the batch, opening fails and leaves nothing behind")
  func fileSizeLimit() throws {
    var rows = try String(contentsOfFile: path("batch/results.csv"), encoding: .utf8)
    for number in 0..<999 { rows += "TSA,2025-1,1\(number),,,,,,,61.25\n" }
    folder.write(rows, to: "batch/results.csv")
    try sign()
    try cosign()
    let sealed = try Tool.run(
      ["seal", path("batch"), "--to", "MDA", "-o", path("sealed")] + identity("QSB") + clock)
    #expect(sealed.status == 0, "\(sealed.errors)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      [
        "-c", "ulimit -f 8; exec \"$@\"", "sh", Tool.executable.path, "open", path("sealed"),
        "--key",
        path("ca/MDA.seal.key"), "--certificate", path("ca/MDA.seal.pem"), "--trust",
        path("ca/trust"), "-o", path("opened"), "--quiet",
      ] + clock
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.hasPrefix("opened") }, "\(left)")
  }

  @Test("A receipt proves its row to anybody who trusts the offices")
  func receipt() throws {
    try sign()
    try cosign()
    try expect(0, "receipt", path("batch"), "--key", "000124", "-o", path("receipt.json"))
    let outcome = try Tool.run(
      ["verify-receipt", path("receipt.json"), "--trust", path("ca/trust"), "--json", "--quiet"]
        + clock)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"candidate_number\":\"000124\""))
    #expect(!outcome.output.contains("000123"))
    let piped = try Tool.run(
      ["verify-receipt", "-", "--trust", path("ca/trust"), "--json", "--quiet"] + clock,
      input: String(contentsOfFile: path("receipt.json"), encoding: .utf8))
    #expect(piped.output == outcome.output)
  }

  @Test("A sealed batch is opened by its receiver and nobody else")
  func sealed() throws {
    try sign()
    try cosign()
    let sealed = try Tool.run(
      ["seal", path("batch"), "--to", "MDA", "-o", path("sealed")] + identity("QSB") + clock)
    #expect(sealed.status == 0, "\(sealed.errors)")
    func open(_ school: String) throws -> String {
      try Tool.run(
        ["open", path("sealed"), "-o", path("opened")] + identity("\(school).seal") + clock
      ).output
    }
    #expect(try open("GHA") == "E_RECIPIENT\n")
    #expect(!FileManager.default.fileExists(atPath: path("opened")))
    #expect(try open("MDA") == "accepted\n")
    #expect(
      FileManager.default.contentsEqual(atPath: path("opened"), andPath: path("batch")))
  }

  @Test("A run takes a batch in the place of a results file, and nothing of a refused one")
  func run() throws {
    let exchange = exchange(issuer: "QSB", school: "QSB", isCosigned: false)
    try sign()
    let early = try run(exchange)
    #expect(early.status == 77)
    #expect(early.errors.contains("E_THRESHOLD"))
    #expect(!FileManager.default.fileExists(atPath: path("out")))
    try cosign()
    #expect(try run(exchange).status == 0)
    let results = try String(contentsOfFile: path("out/results.csv"), encoding: .utf8)
    #expect(results.contains("\nQSB,TSA,2025-1,000123,001307012345,"))
    // Nobody applies here, so both results are answered as unmatched.
    let answer = try String(
      contentsOfFile: path("out/acknowledgements/QSB-1.json"), encoding: .utf8)
    #expect(answer.hasPrefix("{\"accepted\":0,") && answer.contains("\"unmatched\":2,"))
    #expect(answer.contains("\"receiver\":\"BKA\",") && answer.contains("\"rejected\":0,"))
  }

  @Test("A key or bundle that does not permit the work ends with 77, a used folder with 73")
  func notPermitted() throws {
    try sign()
    #expect(try Tool.run(["cosign", path("batch")] + identity("GHA") + clock).status == 1)
    #expect(try Tool.run(["sign", path("batch")] + identity("QSB")).status == 73)
    folder.write("candidate_number\n1\n", to: "other/results.csv")
    #expect(try Tool.run(["sign", path("other")] + identity("QSB.seal")).status == 77)
    try expect(66, "verify", path("nothing"), "--as", "MDA", "--trust", path("ca/trust"))
    try expect(64, "verify", path("batch"))
  }
}
