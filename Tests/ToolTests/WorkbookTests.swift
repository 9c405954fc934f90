import Foundation
import TestSupport
import Testing

@Suite("Workbooks at the command line")
struct WorkbookTests {
  private let folder = TemporaryFolder()
  private let tables = Fixtures.path("workbooks/faculty.xlsx")

  private func faculty(_ name: String) -> String { Fixtures.path("placement/faculty/\(name).csv") }

  @Test("--sheet says which of its sheets a table stands on")
  func sheets() throws {
    let pools = ["--pools", faculty("pools"), "--quiet"]
    let plain = try Tool.run(
      ["place", "--programmes", faculty("programmes"), "--wishes", faculty("wishes")] + pools)
    let books = try Tool.run(
      [
        "place", "--programmes", tables, "--wishes", tables, "--sheet", "programmes=Ngành",
        "--sheet", "wishes=Nguyện vọng",
      ] + pools)
    #expect(books.status == 0 && books.output == plain.output && plain.output.contains("HS01,"))
    let command = ["place", "--programmes", tables, "--wishes", tables, "--sheet"]
    #expect(try Tool.run(command + ["wishes"]).status == 64)
    let unknown = try Tool.run(command + ["results=Ngành"])
    #expect(unknown.status == 64 && unknown.errors.contains("programmes, wishes"))
    #expect(try Tool.run(command + ["wishes=Nothing"]).status == 65)
    let scores = ["convert", "--bands", Fixtures.path("conversions/hust-2025.csv")]
    let column = ["--input", tables, "--column", "score", "--outside", "clip"]
    let converted = try Tool.run(scores + column + ["--sheet", "Nguyện vọng"])
    #expect(converted.output.contains("HS01,1,IT1,27.5,8,,,19.50\n"))
    #expect(try Tool.run(scores + ["--sheet", "Nguyện vọng", "70"]).status == 64)
    let people = Fixtures.path("workbooks/odd-cells.xlsx")
    let linked = try Tool.run(
      "link", people, people, "--sheet", "left=Điểm", "--sheet", "right=Điểm", "--quiet")
    #expect(linked.status == 0 && linked.output.contains("A1,A1,"))
    #expect(try Tool.run("link", people, people, "--sheet", "left=Ghi chú").status == 65)
  }

  @Test("--xlsx writes beside each table a workbook that is read as the same table")
  func written() throws {
    let output = folder.path + "/placements.csv"
    let cutoffs = folder.path + "/cutoffs.csv"
    let placed = try Tool.run(
      "place", "--programmes", faculty("programmes"), "--wishes", faculty("wishes"), "--pools",
      faculty("pools"), "-o", output, "--cutoffs", cutoffs, "--xlsx", "--quiet")
    #expect(placed.status == 0, "\(placed.errors)")
    for path in [output, cutoffs] {
      let book = path.replacing(".csv", with: ".xlsx")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: book))
      #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
      func headings(_ file: String) throws -> [String] {
        let seen = try Tool.run("inspect", file, "--json").output
        let document =
          try JSONSerialization.jsonObject(with: Data(seen.utf8)) as? [String: Any] ?? [:]
        let columns = document["columns"] as? [[String: Any]] ?? []
        return columns.map { "\($0["heading"] ?? "") \($0["filled"] ?? "")" }
      }
      #expect(try headings(book) == headings(path) && !headings(path).isEmpty)
    }
    let checked = try Tool.run(
      "check", "--programmes", faculty("programmes"), "--wishes", faculty("wishes"), "--pools",
      faculty("pools"), "--placements", output.replacing(".csv", with: ".xlsx"), "--quiet")
    #expect(checked.status == 0, "\(checked.errors)\(checked.output)")
    #expect(
      try Tool.run(
        "place", "--programmes", faculty("programmes"), "--wishes", faculty("wishes"), "--xlsx"
      ).status == 64)
  }
}
