import Foundation
import TestSupport
import Testing

@Suite("score-exchange person")
struct PersonCommandTests {
  private let folder = TemporaryFolder()
  private var out: String { folder.path + "/out" }

  /// Runs the fixture of odd people, with further rows of results, with keys of its own, so that there
  /// are batches.
  private func makeOutput(adding rows: String = "", _ options: String...) throws {
    let source = Fixtures.path("odd-people")
    try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/odd")
    let path = folder.path + "/odd/exchange.yaml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    if !text.contains("signing:") { text += "\nsigning: development\n" }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    try (try read("odd/results/bka.csv") + rows)
      .write(toFile: folder.path + "/odd/results/bka.csv", atomically: true, encoding: .utf8)
    let outcome = try Tool.run(["run", path, "-o", out, "--quiet"] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  private func tables() throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: out)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".csv") }
        .map { ($0, try read("out/\($0)")) })
  }

  private func verified(_ batch: String) throws -> Tool.Outcome {
    let receiver = batch.hasPrefix("outcomes-") ? String(batch.suffix(3)) : "GHA"
    return try Tool.run(
      "verify", "\(out)/batches/\(batch)", "--redacted", "--as", receiver, "--trust",
      "\(out)/keys/trust")
  }

  @Test("export copies every row about one person, with receipts that verify")
  func export() throws {
    try makeOutput()
    let before = try tables()
    let outcome = try Tool.run(
      "person", "export", out, "--applicant", "P21", "-o", folder.path + "/copy", "--json")
    #expect(outcome.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(try read("copy/person.json").utf8))
    let copy = try #require(document as? [String: Any])
    #expect(copy["applicants"] as? [String] == ["P21"])
    #expect((copy["results"] as? [String])?.count == 3)
    let rows = try #require(copy["tables"] as? [String: [[String: String]]])
    #expect(rows["placements.csv"]?.map { $0["applicant"] } == ["P21"])
    #expect(rows["results.csv"]?.count == 3)
    let receipts = try #require(copy["receipts"] as? [String])
    #expect(!receipts.isEmpty)
    for receipt in receipts {
      let check = try Tool.run(
        "verify-receipt", "\(folder.path)/copy/\(receipt)", "--trust", "\(out)/keys/trust")
      #expect(check.status == 0, "\(receipt): \(check.output)")
    }
    #expect(try tables() == before)
  }

  @Test("follows automatic links from one to the next, wherever they stand, and no others")
  func linkedChain() throws {
    try makeOutput()
    let links = [
      ("P24", "1", "review"), ("P23", "1", "auto"), ("P23", "2", "auto"), ("P22", "2", "auto"),
      ("P22", "3", "auto"), ("P21", "3", "auto"), ("P25", "4", "auto"),
    ].map { "\($0),BKA/TSA/2025-1/\($1),1,\($2),weight," }
    try (["left,right,probability,zone,rule,explanation"] + links + [""])
      .joined(separator: "\n")
      .write(toFile: out + "/links.csv", atomically: true, encoding: .utf8)
    let outcome = try Tool.run(
      "person", "export", out, "--applicant", "P21", "-o", folder.path + "/copy")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let document = try JSONSerialization.jsonObject(with: Data(try read("copy/person.json").utf8))
    let copy = try #require(document as? [String: Any])
    #expect(copy["applicants"] as? [String] == ["P21", "P22", "P23"])
    #expect(
      copy["results"] as? [String] == ["1", "2", "3"].map { "BKA/TSA/2025-1/\($0)" })
  }

  @Test("delete takes her rows out of every table, and every other byte stays")
  func delete() throws {
    try makeOutput()
    let before = try tables()
    let outcome = try Tool.run("person", "delete", out, "--applicant", "P21", "--json")
    #expect(outcome.status == 0)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let deleted = try #require((document as? [String: Any])?["rows"] as? [String: Int])
    #expect(deleted["results.csv"] == 3 && deleted["placements.csv"] == 1)
    for (name, text) in try tables() {
      guard let old = before[name] else {
        #expect(name.hasSuffix("redaction.csv"))
        continue
      }
      let (rows, earlier) = (text.split(separator: "\n"), old.split(separator: "\n"))
      #expect(earlier.count - rows.count == deleted[name] ?? 0, "\(name)")
      #expect(!text.contains("P21,"))
      var rest = earlier[...]
      for row in rows { rest = rest.drop { $0 != row }.dropFirst() }
      #expect(rows.isEmpty || rest.startIndex > earlier.startIndex)
    }
    #expect(!(try read("out/deletions.json")).contains("P21"))
    let page = try read("out/report.html")
    #expect(page.contains("Deletions of a person's rows since the run: 1 "))
    #expect(page.contains("Adds up: ") && !page.contains("Does not add up"))
    #expect(try Tool.run("report", out, "-o", folder.path + "/page.html").status == 0)
    #expect(try Tool.run("person", "export", out, "--applicant", "P21", "-o", "x").status == 65)
  }

  @Test("the list of applicants without a result is hers too where it lies in the output folder")
  func unmatchedList() throws {
    try makeOutput("--unmatched", out + "/waiting.csv", "--xlsx", "--excel")
    #expect(try read("out/waiting.csv").contains("P18,"))
    let export = try Tool.run(
      "person", "export", out, "--applicant", "P18", "-o", folder.path + "/copy")
    #expect(export.errors.contains("waiting.csv: 1"))
    #expect(try Tool.run("person", "delete", out, "--applicant", "P18").status == 0)
    let list = try read("out/waiting.csv")
    #expect(!list.contains("P18,") && list.contains("P19,"))
    #expect(!FileManager.default.fileExists(atPath: out + "/waiting.xlsx"))
  }

  @Test(
    "a deletion that was cut off is finished by the same request, and the record counts all of it")
  func cutOff() throws {
    try makeOutput()
    let whole = try Tool.run("person", "delete", out, "--applicant", "P21", "--json")
    let rows = try #require(rowCounts(of: whole.output))
    #expect(rows.contains { $0.key.hasPrefix("batches/") && $0.value > 0 })
    try FileManager.default.removeItem(atPath: folder.path + "/odd")
    try FileManager.default.removeItem(atPath: out)
    try makeOutput()
    // What a process that was killed left beside a batch is none.
    let batch = out + "/batches/results-BKA"
    try FileManager.default.copyItem(atPath: batch, toPath: batch + ".4194304-0.partial")
    // A folder under the name of the record: the batches change, and the tables cannot.
    folder.write("", to: "out/deletions.json/x")
    let page = try read("out/report.html")
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 73)
    #expect(try read("out/report.html") == page)
    #expect(try read("out/results.csv").contains("025207100223"))
    #expect(!(try read("out/batches/results-BKA/results.csv").contains("025207100223")))
    try FileManager.default.removeItem(atPath: out + "/deletions.json")
    // As if another one had been killed just before the new folder got its name.
    try FileManager.default.moveItem(atPath: out, toPath: out + ".4194304-0.partial.old")
    let rest = try Tool.run("person", "delete", out, "--applicant", "P21", "--json")
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(rowCounts(of: rest.output) == rows)
    #expect(try read("out/report.html") != page)
    let others = try Tool.run("person", "delete", out, "--applicant", "P01", "--json")
    #expect(rowCounts(of: others.output)?["batches/results-BKA/results.csv"] == 1)
  }

  private func rowCounts(of output: String) -> [String: Int]? {
    let document = try? JSONSerialization.jsonObject(with: Data(output.utf8))
    return (document as? [String: Any])?["rows"] as? [String: Int]
  }

  @Test("a folder of which no page can be made is left as it is, and the request can be made again")
  func noPage() throws {
    try makeOutput()
    let (before, facts) = (try tables(), try read("out/report.json"))
    folder.write("{}", to: "out/report.json")
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 65)
    #expect(try tables() == before)
    folder.write(facts, to: "out/report.json")
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 0)
  }

  @Test("a rejected row is hers in whatever form her number stands in it")
  func rejectedRows() throws {
    let numbers = ["25207100223", "025 207 100 223", "'025207100223", "\"025.207.100.223\""]
    let rows = (numbers + ["25207100224"]).enumerated().map { index, number in
      "X\(index),\(number),Tạ Nghĩa,2007-07-07,F,2025-1,1,1,1,99,\n"
    }
    try makeOutput(adding: rows.joined())
    let count = try read("out/rejects.csv").split(separator: "\n").count
    let outcome = try Tool.run("person", "delete", out, "--applicant", "P21", "--json")
    #expect(rowCounts(of: outcome.output)?["rejects.csv"] == numbers.count)
    let rest = try read("out/rejects.csv").split(separator: "\n")
    #expect(rest.count == count - numbers.count)
    #expect(rest.contains { $0.contains("25207100224") })
  }

  @Test("what was signed about others stays provable, and no office takes it for a whole batch")
  func provable() throws {
    try makeOutput()
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 0)
    let batches = try FileManager.default.contentsOfDirectory(atPath: out + "/batches")
    let redacted = batches.filter {
      FileManager.default.fileExists(atPath: "\(out)/batches/\($0)/redaction.csv")
    }
    #expect(!redacted.isEmpty)
    for batch in redacted {
      #expect(!FileManager.default.fileExists(atPath: "\(out)/batches/\(batch)/salt.bin"))
      let outcome = try verified(batch)
      #expect(outcome.status == 0, "\(batch): \(outcome.output)")
      let receiver = batch.hasPrefix("outcomes-") ? String(batch.suffix(3)) : "GHA"
      let whole = try Tool.run(
        "verify", "\(out)/batches/\(batch)", "--as", receiver, "--trust", "\(out)/keys/trust")
      #expect(whole.status == 1)
    }
    // Somebody else's rows can still be handed out with receipts, and deleted too.
    let other = try Tool.run(
      "person", "export", out, "--applicant", "P01", "-o", folder.path + "/copy")
    #expect(other.status == 0)
    for receipt in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/copy")
    where receipt.hasPrefix("receipt-") {
      let check = try Tool.run(
        "verify-receipt", "\(folder.path)/copy/\(receipt)", "--trust", "\(out)/keys/trust")
      #expect(check.status == 0, "\(receipt): \(check.output)")
    }
    #expect(try Tool.run("person", "delete", out, "--applicant", "P01").status == 0)
    for batch in redacted { #expect(try verified(batch).status == 0) }
  }

  @Test("the annual report counts what is left of a batch, and says how many rows went")
  func annual() throws {
    try makeOutput()
    func entries() throws -> [[String: Any]] {
      let outcome = try Tool.run(
        "report", "--annual", out, "--trust", "\(out)/keys/trust", "--json",
        "-o", folder.path + "/annual.html")
      try #require(outcome.status == 0, "\(outcome.errors)")
      let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      return try #require((document as? [String: Any])?["batches"] as? [[String: Any]])
    }
    let before = try entries()
    #expect(before.allSatisfy { $0["verdict"] as? String == "counted" && $0["deleted"] == nil })
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 0)
    let after = try entries()
    #expect(after.allSatisfy { $0["verdict"] as? String == "counted" })
    let deleted = after.reduce(0) { $0 + ($1["deleted"] as? Int ?? 0) }
    let redactions = try FileManager.default.subpathsOfDirectory(atPath: out + "/batches")
      .filter { $0.hasSuffix("redaction.csv") }.map { try read("out/batches/\($0)") }
    // A row that went has its leaf in the last column.
    let leaves = redactions.joined().split(separator: "\n").count { $0.contains(",,") }
    #expect(deleted == leaves && leaves > 0)
    #expect(try read("annual.html").contains("rows were deleted since"))
  }

  @Test("a changed row, salt or leaf of what is left is refused")
  func tampered() throws {
    try makeOutput()
    #expect(try Tool.run("person", "delete", out, "--applicant", "P21").status == 0)
    let batch = "results-BKA"
    let path = "out/batches/\(batch)"
    for (name, from, to) in [
      ("results.csv", "BKA,TSA", "BKA,TSB"), ("redaction.csv", "\n1,", "\n2,"),
    ] {
      let text = try read("\(path)/\(name)")
      let changed = try #require(text.range(of: from)).lowerBound
      var other = text
      other.replaceSubrange(changed..<text.index(changed, offsetBy: from.count), with: to)
      folder.write(other, to: "\(path)/\(name)")
      #expect(try verified(batch).status == 1)
      folder.write(text, to: "\(path)/\(name)")
    }
    #expect(try verified(batch).status == 0)
  }

  @Test("asks for somebody, and ends with 65 where nothing is about her and 66 without a run")
  func refusals() throws {
    #expect(try Tool.run("person", "delete", folder.path).status == 64)
    #expect(
      try Tool.run("person", "delete", folder.path, "--applicant", "P1").status == 66)
  }
}
