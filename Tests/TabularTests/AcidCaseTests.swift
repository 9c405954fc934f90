import Tabular
import TestSupport
import Testing

/// The files of `fixtures/csv` and how each must be read.
@Suite struct AcidCaseTests {
  static let cases: [(file: String, rows: [[String]])] = [
    (
      "comma-in-quotes",
      [
        ["first", "last", "address", "city", "zip"],
        ["John", "Doe", "120 any st.", "Anytown, WW", "08123"],
      ]
    ),
    ("empty", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    ("empty-crlf", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    ("escaped-quotes", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
    (
      "json",
      [
        ["key", "val"],
        ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"],
      ]
    ),
    (
      "newlines",
      [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]
    ),
    (
      "newlines-crlf",
      [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]
    ),
    ("quotes-and-newlines", [["a", "b"], ["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
    ("simple-cr", [["a", "b", "c"], ["1", "2", "3"]]),
    ("no-final-line-end", [["a", "b", "c"], ["1", "2", "3"]]),
    ("utf8", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
    ("separator-line", [["SBD", "Họ và tên", "Tổng"], ["1", "Nguyễn; Ánh", "80,5"]]),
    ("utf16le", [["SBD", "Họ và tên", "Tổng"], ["1", "Nguyễn Ánh", "80,5"]]),
    ("windows-1258", [["SBD", "Họ và tên"], ["1", "Nguyễn Thị Lệ"], ["2", "Trần Đức"]]),
    (
      "forgotten-quote",
      [["a", "b"], ["1", "\"An"], ["2", "Bình"], ["3", "Lê, C"], ["4", "D"]]
    ),
    ("quotes-in-text", [["a", "b"], ["1", "Văn \"Tý\" C"], ["2", "An Bình"]]),
  ]

  @Test("Every small difficulty is read as it was meant", arguments: cases)
  func acid(file name: String, rows: [[String]]) throws {
    let file = try TableFile(path: Fixtures.path("csv/\(name).csv"))
    #expect(file.preview(recordCount: 99) == rows, "\(file.evidence)")
    #expect(allRows(file, target: 1) == rows)
  }

  @Test("A file that is not there is named")
  func missing() {
    let error = #expect(throws: TabularError.self) {
      try TableFile(path: Fixtures.path("csv/none.csv"))
    }
    #expect(error?.code == .missing)
  }
}
