import Foundation
import TestSupport
import Testing

@Suite("score-exchange import and inspect")
struct ImportCommandTests {
  private let exchange = Fixtures.path("odd-rows/exchange.yaml")
  private let file = Fixtures.path("odd-rows/results/bka.csv")

  @Test("import writes results to standard output and notes to standard error")
  func standardOutput() throws {
    let outcome = try Tool.run("import", file, "--exchange", exchange)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("issuer,assessment,sitting,candidate_number,"))
    #expect(outcome.errors.contains("rejected"))
  }

  @Test("import reads standard input by an assessment file")
  func standardInput() throws {
    let folder = TemporaryFolder()
    let assessment = folder.write(
      """
      TSA:
        issuer: BKA
        scale: {minimum: 0, maximum: 100, step: 0.01}
        parts: {mathematics: 40, reading: 20, science: 40}
        sittings: {2025-1: 2025-01-19}

      """, to: "tsa.yaml")
    let text = """
      SBD,CCCD,Họ tên,Ngày sinh,Toán,Đọc,Khoa học
      A1,001207012345,Nguyễn Văn An,14/02/2007,30.25,12.50,28

      """
    let outcome = try Tool.run("import", "-", "--assessment-file", assessment, input: text)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("A1,001207012345,Nguyễn Văn An,2007-02-14,30.25,12.50,28.00,70.75,"))
    let summary = try Tool.run(
      "import", "-", "--assessment-file", assessment, "--json", input: text)
    #expect(summary.output.contains(/"sha256"\s*:\s*"[0-9a-f]{64}"/))
  }

  @Test("import ends with 65 and the headings found when nobody knows them")
  func unknownHeadings() throws {
    let folder = TemporaryFolder()
    let odd = folder.write("alpha,beta\n1,2\n", to: "odd.csv")
    let outcome = try Tool.run("import", odd, "--exchange", exchange)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("\"alpha\"") && outcome.errors.contains("odd.csv"))
  }

  @Test("import ends with 64 when nothing describes the assessment")
  func noAssessment() throws {
    #expect(try Tool.run("import", file).status == 64)
  }

  @Test("inspect shows the layout and masks what is personal")
  func inspect() throws {
    let outcome = try Tool.run("inspect", file, "--exchange", exchange)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("encoding") && outcome.output.contains("national_id"))
    #expect(!outcome.output.contains("Nguyễn"))
    let json = try Tool.run("inspect", file, "--json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }
}
