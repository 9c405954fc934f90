import Digests
import Foundation
import TestSupport
import Testing

@Suite("score-exchange import with an issuer's sheets, amendments and corrections")
struct ImportFilesTests {
  private let folder = TemporaryFolder()
  private let assessment: String

  init() {
    assessment = folder.write(
      """
      TSA:
        issuer: BKA
        scale: {minimum: 0, maximum: 100, step: 0.01}
        parts: {mathematics: 40, reading: 20, science: 40}
        sittings: {2025-1: 2025-01-19, 2025-3: 2025-04-27}

      """, to: "tsa.yaml")
  }

  private let heading = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Tổng,Trạng thái"

  private func row(_ number: String, science: String = "28.00", total: String = "70.75") -> String {
    "\(number),001207012345,Nguyễn Văn An,14/02/2007,2025-1,30.25,12.50,\(science),\(total),"
  }

  private func file(_ name: String, _ rows: [String]) -> String {
    folder.write(([heading] + rows).joined(separator: "\n") + "\n", to: name)
  }

  private func importing(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["import", "--assessment-file", assessment] + arguments)
  }

  @Test("A file that agrees with its sheet is imported")
  func rightTotals() throws {
    let path = file("a.csv", [row("A1"), row("A2", science: "29.25", total: "72.00")])
    #expect(try importing(path, "--expect", "rows=2,sum=142.75").status == 0)
  }

  @Test(
    "A file that does not ends with 65, and the line names what was expected and found",
    arguments: [("rows=3", "3", "2"), ("sum=142.76", "142.76", "142.75")])
  func wrongTotals(sheet: String, expected: String, found: String) throws {
    let path = file("a.csv", [row("A1"), row("A2", science: "29.25", total: "72.00")])
    let output = folder.path + "/out.csv"
    let outcome = try importing(path, "--expect", sheet, "-o", output)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("a.csv"))
    #expect(outcome.errors.contains(expected) && outcome.errors.contains(found))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test("With several files each has its own sheet")
  func severalSheets() throws {
    let (a, b) = (file("a.csv", [row("A1")]), file("b.csv", [row("B1"), row("B2")]))
    #expect(try importing(a, b, "--expect", "\(a):rows=1", "--expect", "\(b):rows=2").status == 0)
    #expect(try importing(a, b, "--expect", "\(a):rows=1", "--expect", "\(b):rows=1").status == 65)
    #expect(try importing(a, b, "--expect", "rows=1").status == 64)
  }

  @Test("The same file given twice changes nothing, and the counts add up")
  func sameFileTwice() throws {
    let path = file("a.csv", [row("A1"), row("A2")])
    let once = try importing(path)
    let twice = try importing(path, path)
    #expect(once.output == twice.output)
    #expect(twice.errors.contains("2 rows read, 0 accepted, 2 rejected"))
    #expect(twice.errors.contains("(repeated)"))
  }

  @Test("Rejects are corrected in their last column and imported alone")
  func correctedRejects() throws {
    let path = file("a.csv", [row("A1"), row("A2", total: "70.76"), row("A3", science: "x")])
    let rejects = folder.path + "/rejects.csv"
    #expect(try importing(path, "--rejects", rejects).status == 0)
    let text = try String(contentsOfFile: rejects, encoding: .utf8)
      .replacing("28.00,70.76,", with: "28.00,70.75,").replacing("12.50,x,", with: "12.50,28.00,")
    let corrected = folder.write(text, to: "rejects-corrected.csv")
    let outcome = try importing(corrected)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("2 rows read, 2 accepted, 0 rejected"))
    #expect(outcome.output.contains(",A2,") && outcome.output.contains(",A3,"))
    #expect(!outcome.output.contains(",A1,"))
  }

  @Test("Corrected rejects from standard input have the digest of what came, and need a named file")
  func correctedRejectsFromStandardInput() throws {
    let path = file("a.csv", [row("A1"), row("A2", total: "70.76")])
    let rejects = folder.path + "/rejects.csv"
    #expect(try importing(path, "--rejects", rejects).status == 0)
    let text = try String(contentsOfFile: rejects, encoding: .utf8)
    let arguments = ["import", "--assessment-file", assessment, "-", "--json", "-o", rejects + "2"]
    let piped = try Tool.run(arguments, input: text)
    #expect(piped.output.contains(SHA256.digest(of: Array(text.utf8)).hex))
    let nameless = try Tool.run(
      arguments, input: text.replacing("\n\(path),", with: "\n-,"))
    #expect(nameless.status == 65)
    #expect(nameless.errors.contains("its rows are of standard input"))
  }

  @Test("Messages are Vietnamese where the locale or the option says so, tables never change")
  func languages() throws {
    let path = file("a.csv", [row("A1"), row("A2", total: "70.76")])
    let english = try importing(path, "--language", "en")
    let vietnamese = try importing(path, "--language", "vi")
    let byLocale = try Tool.run(
      ["import", "--assessment-file", assessment, path], environment: ["LC_ALL": "vi_VN.UTF-8"])
    #expect(english.errors.contains("2 rows read"))
    #expect(vietnamese.errors.contains("đọc 2 dòng") && vietnamese.errors.contains("(sum)"))
    #expect(byLocale.errors == vietnamese.errors)
    #expect(english.output == vietnamese.output)
    let screen = try Tool.run(["inspect", path, "--language", "vi"])
    #expect(screen.output.contains("bảng mã") && screen.output.contains("kết quả thi"))
  }

  @Test("Amendments and withdrawals supersede, and the history stays visible")
  func revisions() throws {
    _ = file("results.csv", [row("A1"), row("A2"), row("A3")])
    _ = file("amendment.csv", [row("A2", science: "29.25", total: "72.00")])
    _ = folder.write("SBD,Đợt\nA3,2025-1\n", to: "withdrawal.csv")
    _ = folder.write(
      "SBD,CCCD,Họ tên,Ngày sinh,Đợt\nA1,001207012345,Nguyễn Văn An,14/02/2007,2025-1\n"
        + "A9,001207012399,Nguyễn Văn Ba,14/02/2007,2025-1\n", to: "registration.csv")
    let exchange = folder.write(
      """
      exchange: history
      year: 2025
      as_of: 2025-07-16
      coordinator: BKA
      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {2025-1: 2025-01-19}
      results:
        - {file: results.csv, school: BKA, assessment: TSA}
        - {file: amendment.csv, school: BKA, assessment: TSA, kind: amendment}
        - {file: withdrawal.csv, school: BKA, assessment: TSA, kind: withdrawal}
        - {file: registration.csv, school: BKA, assessment: TSA, kind: registration}

      """, to: "exchange.yaml")
    let files = ["results", "amendment", "withdrawal", "registration"].map {
      "\(folder.path)/\($0).csv"
    }
    let outcome = try Tool.run(["import", "--exchange", exchange] + files)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(",72.00,") && !outcome.output.contains(",A3,"))
    #expect(outcome.errors.contains("1 results amended, 1 withdrawn"))
    #expect(outcome.errors.contains("results (results.csv:3) → amendment (amendment.csv:2)"))
    #expect(outcome.errors.contains("1 registered candidates have no result: A9"))
  }

  @Test("A maximum above the published one raises an alarm")
  func alarm() throws {
    let path = file(
      "a.csv",
      [row("A1").replacing("2025-1,30.25,12.50,28.00,70.75", with: "2025-3,40,20,32,92")])
    let outcome = try importing(path, "--json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: TSA 2025-3: the maximum is 92, published was 91.29"))
    #expect(outcome.output.contains("\"figure\" : \"maximum\""))
  }
}
