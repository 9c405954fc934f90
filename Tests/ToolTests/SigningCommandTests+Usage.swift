import Foundation
import TestSupport
import Testing

/// What is asked for wrongly.
extension SigningCommandTests {
  @Test(
    "A value of the command line that no batch can have is wrong usage",
    arguments: [
      ["--session", "2025-13"], ["--recipients", "MDA,MDA"], ["--recipients", ""],
      ["--recipients", "mda"], ["--recipients", "MDA,"], ["--recipients", "MDA,MDB"],
      ["--recipients", "QSB"], ["--row-key", "foo"], ["--row-key", ""],
      ["--exchange", String(repeating: "x", count: 201)],
    ])
  func wrongDescription(options: [String]) throws {
    let outcome = try Tool.run(signing("batch", options))
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("batch/manifest.json")))
    #expect(!FileManager.default.fileExists(atPath: path("ca/QSB.key.ledger")))
  }

  @Test("A key of an office that is no school of the exchange is made, and that is said")
  func unknownSchool() throws {
    for (school, isSaid) in [("BKB", true), ("BKA", false)] {
      let outcome = try Tool.run("keys", "new", "--school", school, "-o", path("new"))
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("\(school) is no school of the exchange") == isSaid)
    }
  }

  @Test(
    "What a spreadsheet makes of a table is named where it cannot be signed",
    arguments: [
      ("\u{FEFF}candidate_number,name\nA1,An\n", "a byte order mark"),
      ("candidate_number,name\r\nA1,An\r\n", "a carriage return"),
    ])
  func spreadsheetTable(rows: String, problem: String) throws {
    try FileManager.default.removeItem(atPath: path("batch/results.csv"))
    _ = folder.write(rows, to: "batch/results.csv")
    let outcome = try Tool.run(signing("batch") + ["--language", "en"])
    #expect(outcome.status == 65 && outcome.errors.contains(problem), "\(outcome.errors)")
  }

  @Test(
    "Rows under Vietnamese headings are told apart by candidate number and sitting, which are text",
    arguments: [
      (
        "Số báo danh,Họ và tên,Đợt thi,Điểm", "A1,An,1,20\nA1,An,2,21", 0,
        #""key":["Đợt thi","Số báo danh"]"#
      ),
      ("SBD,Họ và tên,Điểm", "A1,An,20\nA1,Bình,21", 65, "two rows with one key"),
      ("SBD,Họ và tên,Điểm", "-1,An,20", 65, "a spreadsheet would run"),
      ("SBD,Số báo danh,Điểm", "A1,A1,20", 64, "as --row-key does"),
    ])
  func vietnameseHeadings(headings: String, rows: String, status: Int32, said: String) throws {
    try FileManager.default.removeItem(atPath: path("batch/results.csv"))
    _ = folder.write("\(headings)\n\(rows)\n", to: "batch/results.csv")
    let outcome = try Tool.run(signing("batch") + ["--language", "en"])
    #expect(outcome.status == status, "\(outcome.errors)")
    let manifest = try? String(contentsOfFile: path("batch/manifest.json"), encoding: .utf8)
    #expect((manifest ?? outcome.errors).contains(said), "\(outcome.errors)")
    if status == 0 {
      try cosign()
      #expect(try verify("batch").status == 0)
    }
  }

  @Test("A batch has results or outcomes; a folder with both is not signed")
  func bothTables() throws {
    _ = folder.write("applicant,score\nP1,20\n", to: "batch/outcomes.csv")
    let outcome = try Tool.run(signing("batch") + ["--language", "en"])
    #expect(outcome.status == 64 && outcome.errors.contains("holds results.csv and outcomes.csv"))
    #expect(!FileManager.default.fileExists(atPath: path("batch/manifest.json")))
  }

  @Test("A receiver is named by a school's code", arguments: ["mda", "MDAX", ""])
  func wrongReceiver(receiver: String) throws {
    let verifying = ["verify", path("batch"), "--as", receiver, "--trust", path("ca/trust")]
    #expect(try Tool.run(verifying).status == 64)
  }

  @Test("A packed tar is refused by the name of its file, with what to do")
  func packedTar() throws {
    let packed = folder.write([0x1f, 0x8b] + [UInt8](repeating: 7, count: 1_000), to: "batch.tgz")
    let outcome = try Tool.run(
      "verify", packed, "--as", "MDA", "--trust", path("ca/trust"), "--language", "en")
    #expect(outcome.status == 1 && outcome.output.hasPrefix("E_FORMAT"))
    #expect(
      outcome.errors.contains("batch.tgz") && outcome.errors.contains("it is packed by gzip"))
  }

  @Test("A key or ledger in the folder that is signed stops the signing")
  func keyInFolder() throws {
    try FileManager.default.copyItem(atPath: path("ca/QSB.key"), toPath: path("batch/qsb.key"))
    var command = signing("batch")
    let key = try #require(command.firstIndex(of: "--key"))
    command[key + 1] = path("batch/qsb.key")
    for command in [command, signing("batch", ["--ledger", path("batch/ledger")])] {
      let outcome = try Tool.run(command + ["--language", "en"])
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("lies in the folder that is signed"), "\(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: path("batch/manifest.json")))
  }

  @Test("Nobody answers the issuer for a batch that is no longer whole")
  func answerForTheRest() throws {
    let outcome = try verify(
      "batch", "--redacted", "--acknowledgement", path("answer.json"), "--language", "en")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("does not go with --redacted"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("answer.json")))
  }

  @Test("Standard output is for one thing, and is no file that was written")
  func standardOutput() throws {
    try sign()
    try cosign()
    let commands = [
      ["receipt", "batch", "--row", "1", "-o", "-"],
      ["keys", "request", "--school", "GHA", "--key", "ca/GHA.key", "-o", "-"],
      ["timestamp", "batch", "--query", "-"],
    ]
    for command in commands {
      let outcome = try Tool.run(command, in: folder.path)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(!outcome.output.contains("wrote"))
      #expect(try Tool.run(command + ["--json"], in: folder.path).status == 64)
    }
    let both = try Tool.run(
      ["verify", "batch", "--as", "MDA", "--acknowledgement", "-", "--language", "en"])
    #expect(both.status == 64)
    #expect(both.errors.contains("the verdict and --acknowledgement - both want standard output."))
  }

  @Test("Nothing that a command reads is replaced by its output or spoilt by a further file")
  func keptInputs() throws {
    try sign()
    try cosign()
    try expect(
      0, "verify", path("batch"), "--as", "MDA", "--trust", path("ca/trust"), "--state",
      path("st"), "--at", "2025-07-16T09:00:00Z")
    #expect(
      try Tool.shell("cd '\(folder.path)' && tar cf b.tar -C batch . && mkdir -p run/batches")
        .status == 0)
    folder.write("secret\n", to: "passphrase")
    let (receipt, page) = (
      "receipt batch --row 1 -o", "receipt batch --row 1 --trust ca/trust --page"
    )
    let verify = "verify batch --as MDA --trust ca/trust --state st --acknowledgement"
    let seal = "--key ca/QSB.key --certificate ca/QSB.pem --trust ca/trust -o"
    let open = "--key ca/MDA.seal.key --certificate ca/MDA.seal.pem --trust ca/trust -o"
    let request = "keys request --school QSB --key ca/QSB.key -o"
    let before = try contents()
    for command in [
      "\(receipt) batch/results.csv", "\(receipt) batch/manifest.json", "\(receipt) batch/new.json",
      "\(page) batch/results.csv", "\(page) ca/trust/trust.json", "\(page) ca/trust/page.html",
      "timestamp batch --query batch/manifest.p7s", "timestamp batch --query batch/query",
      "\(verify) batch/results.csv", "\(verify) batch/answer", "\(verify) ca/trust/trust.json",
      "\(verify) st/state.json", "verify batch --as MDA --state no --acknowledgement no/state.json",
      "verify b.tar --as MDA --acknowledgement b.tar",
      "verify batch --as MDA --state batch", "verify batch --as MDA --state batch/st",
      "verify batch --as MDA --trust ca/trust --state ca/trust/st",
      "ledger trust-start --issuer QSB --manifest batch/manifest.json --state batch",
      "ledger trust-start --issuer QSB --manifest batch/manifest.json --ledger batch/led",
      "cosign batch --ledger batch/led --key ca/BKA.key --certificate ca/BKA.pem --trust ca/trust",
      "\(request) ca/QSB.key", "\(request) ca/../ca/QSB.key",
      "\(request) passphrase --passphrase-file passphrase",
      "seal batch --to MDA \(seal) batch/sealed", "seal batch --to MDA \(seal) ca/trust/sealed",
      "open batch \(open) batch/opened", "open batch \(open) batch",
      "open batch \(open) new --state batch/st", "open batch \(open) new --state new/st",
      "report run -o run/batches", "report --annual batch -o batch/annual.html",
      "report --annual run --trust ca/trust -o ca/trust/annual.html",
      "person export run --applicant TS1 -o run/batches/TS1",
    ] {
      let outcome = try Tool.run(
        command.split(separator: " ").map(String.init) + ["--language", "en"], in: folder.path)
      #expect(outcome.status == 64, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("is read; name another file"), "\(command)")
    }
    #expect(try contents() == before)
  }

  /// Every file of the folder with its bytes.
  private func contents() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: path($0)) ?? Data())
      }
    )
  }

  @Test("A request is for a school by its code", arguments: ["gha", "GHAX", "", "G A"])
  func wrongSchool(school: String) throws {
    try expect(
      64, "keys", "request", "--school", school, "--key", path("ca/GHA.key"), "-o", path("csr"))
    #expect(!FileManager.default.fileExists(atPath: path("csr")))
  }

  @Test("The coordinator is not its own deputy, nor is a school that is not there")
  func wrongDeputy() throws {
    for deputy in ["BKA", "ABC"] {
      try expect(64, "keys", "authority", "-o", path("other"), "--deputy", deputy)
    }
    #expect(!FileManager.default.fileExists(atPath: path("other")))
  }

  @Test("A clock of the environment that is no number of seconds is wrong usage, and is named")
  func wrongClock() throws {
    for value in ["abc", "-1", "1.5", ""] {
      let outcome = try Tool.run(
        ["sign", path("batch")] + identity("QSB"), environment: ["SOURCE_DATE_EPOCH": value])
      #expect(outcome.status == 64 && outcome.errors.contains("SOURCE_DATE_EPOCH"))
    }
    let outcome = try Tool.run(
      ["sign", path("batch")] + identity("QSB"), environment: ["SOURCE_DATE_EPOCH": "1752652800"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let manifest = try String(contentsOfFile: path("batch/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"created\":\"2025-07-16T08:00:00Z\""))
  }
}
