import Foundation
import TestSupport
import Testing

/// Batches as the results files of a run.
extension SigningCommandTests {
  /// An exchange whose one results file is the batch.
  func exchange(
    issuer: String, school: String?, recognition: String = "", isCosigned: Bool = true,
    ledger: String? = nil
  ) -> String {
    folder.write(
      """
      exchange: small
      year: 2025
      as_of: 2025-07-16
      coordinator: BKA
      agreement: "MOU of 22/01/2021"
      purpose: "Recognition"
      assessments:
        TSA:
          issuer: \(issuer)
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {2025-1: 2025-01-19}
      results:
        - {file: batch, \(school.map { "school: \($0), " } ?? "")assessment: TSA}
      \(recognition)
      signing:
        key: ca/BKA.key
        certificate: ca/BKA.pem
        trust: ca/trust
        \(isCosigned ? "cosigner: {key: ca/DDK.key, certificate: ca/DDK.pem}" : "")
        \(ledger.map { "ledger: \($0)" } ?? "")

      """, to: "exchange.yaml")
  }

  func run(_ exchange: String) throws -> Tool.Outcome {
    try Tool.run("run", exchange, "-o", path("out"), "--created", "2025-07-16T09:00:00Z")
  }

  @Test("A batch speaks only for the school that signed it, whatever the exchange file says")
  func foreignIssuer() throws {
    try sign()
    try cosign()
    let other = try run(exchange(issuer: "MDA", school: "MDA"))
    #expect(other.status == 77)
    #expect(
      other.errors.contains("E_OFFICE") && other.errors.contains("issued by QSB")
        && other.errors.contains("issued by MDA"), "\(other.errors)")
    #expect(try run(exchange(issuer: "MDA", school: "QSB")).status == 77)
    #expect(try run(exchange(issuer: "QSB", school: "MDA")).status == 77)
    #expect(!FileManager.default.fileExists(atPath: path("out")))
    #expect(try run(exchange(issuer: "QSB", school: nil)).status == 0)
  }

  @Test("A batch decides nothing at a school for which it is not meant")
  func foreignReceiver() throws {
    #expect(try Tool.run(signing("batch", ["--recipients", "XDA"])).status == 0)
    try cosign()
    func recognition(_ schools: String...) -> String {
      "recognition:\n" + schools.map { "  \($0): [{accepts: TSA}]" }.joined(separator: "\n")
    }
    let wide = try run(
      exchange(issuer: "QSB", school: "QSB", recognition: recognition("XDA", "QSB", "GHA")))
    #expect(wide.status == 77)
    #expect(
      wide.errors.contains("E_RECIPIENT") && wide.errors.contains("GHA recognises TSA"),
      "\(wide.errors)")
    let narrow = try run(
      exchange(issuer: "QSB", school: "QSB", recognition: recognition("XDA", "QSB")))
    #expect(narrow.status == 0, "\(narrow.errors)")
  }

  @Test("A batch in a tar is verified as its folder is; one that was changed is no table either")
  func tars() throws {
    try sign()
    try cosign()
    func pack() throws {
      let tar = Process()
      tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      tar.arguments = ["tar", "cf", path("batch.tar"), "-C", path("batch"), "."]
      try tar.run()
      tar.waitUntilExit()
      #expect(tar.terminationStatus == 0)
    }
    try pack()
    let packed = try String(
      contentsOfFile: exchange(issuer: "QSB", school: "QSB"), encoding: .utf8
    ).replacingOccurrences(of: "file: batch,", with: "file: batch.tar,")
    let good = try run(folder.write(packed, to: "tar.yaml"))
    #expect(good.status == 0, "\(good.errors)")
    let rows = try String(contentsOfFile: path("batch/results.csv"), encoding: .utf8)
    try FileManager.default.removeItem(atPath: path("out"))
    folder.write(rows.replacingOccurrences(of: "2007", with: "2006"), to: "batch/results.csv")
    try pack()
    let changed = try run(path("tar.yaml"))
    #expect(changed.status == 77 && changed.errors.contains("E_"), "\(changed.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("out")))
    let plain = try Tool.run("inspect", path("batch.tar"))
    #expect(plain.status == 65 && plain.errors.contains("this is a tar"), "\(plain.errors)")
  }

  private func number(of batch: String) throws -> String? {
    let manifest = path("out/batches/\(batch)/manifest.json")
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    return text.firstMatch(of: /"seq":(\d+)/).map { String($0.1) }
  }

  @Test("A run goes on with the numbers of its ledger, and says so where it has none")
  func numbers() throws {
    try sign()
    try cosign()
    let recognition = "recognition: {XDA: [{accepts: TSA}]}"
    let bare = exchange(issuer: "QSB", school: "QSB", recognition: recognition)
    for _ in 1...2 {
      let outcome = try run(bare)
      #expect(outcome.errors.contains("Add \"ledger: FILE\""), "\(outcome.errors)")
      #expect(try number(of: "outcomes-XDA") == "1")
    }
    let kept = exchange(
      issuer: "QSB", school: "QSB", recognition: recognition, ledger: "run.ledger")
    for expected in ["1", "2"] {
      let outcome = try run(kept)
      #expect(outcome.status == 0 && !outcome.errors.contains("ledger"), "\(outcome.errors)")
      #expect(try number(of: "outcomes-XDA") == expected)
    }
  }

  @Test("A run that fails after signing uses up no number")
  func returnedNumbers() throws {
    try sign()
    try cosign()
    let exchange = exchange(
      issuer: "QSB", school: "QSB", recognition: "recognition: {XDA: [{accepts: TSA}]}",
      ledger: "run.ledger")
    // The page is larger than any file may be, the batches before it are not.
    let outcome = try run(
      ["run", exchange, "-o", path("out"), "--created", "2025-07-16T09:00:00Z"],
      before: "ulimit -f 40")
    #expect(outcome.status == 74 && outcome.errors.contains("report.html"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("run.ledger")))
    #expect(try run(exchange).status == 0)
    #expect(try number(of: "outcomes-XDA") == "1")
  }

  @Test("A run of which nobody can be told, or whose list cannot be written, replaces nothing")
  func untold() throws {
    try sign()
    try cosign()
    let exchange = exchange(
      issuer: "QSB", school: "QSB", recognition: "recognition: {XDA: [{accepts: TSA}]}",
      ledger: "run.ledger")
    let list = folder.write("mine", to: "list.csv")
    #expect(try run(exchange).status == 0)
    let ledger = try String(contentsOfFile: path("run.ledger"), encoding: .utf8)
    let failures: [(options: [String], output: String, status: Int32)] = [
      (["--json", "--unmatched", list], "/dev/full", 74), (["--unmatched", list], "/dev/full", 74),
      (["--unmatched", path("no/such/list.csv")], "/dev/null", 73),
      (["--unmatched", "/dev/full"], "/dev/null", 74),
    ]
    for failure in failures {
      let outcome = try run(
        ["run", exchange, "-o", path("out"), "--created", "2025-07-16T09:00:00Z"] + failure.options,
        to: failure.output)
      #expect(outcome.status == failure.status, "\(failure.options): \(outcome.errors)")
      #expect(try number(of: "outcomes-XDA") == "1")
      #expect(try String(contentsOfFile: path("run.ledger"), encoding: .utf8) == ledger)
      #expect(try String(contentsOfFile: list, encoding: .utf8) == "mine")
    }
    let last = try Tool.run(
      "run", exchange, "-o", path("out"), "--unmatched", list, "--created", "2025-07-16T09:00:00Z")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try number(of: "outcomes-XDA") == "2")
    #expect(try String(contentsOfFile: list, encoding: .utf8).hasPrefix("applicant,"))
  }
}
