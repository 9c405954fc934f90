import Files
import Foundation
import ScoreExchange
import TestSupport
import Testing

/// What a program of one's own does with the files that schools send it.
@Suite("Results as values")
struct ImportedResultTests {
  /// Two schools, each with headings, delimiter, decimal sign and date form of its own.
  private let uploads = [
    """
    candidate_number,national_id,name,birth_date,sitting,sex,mathematics,reading,science,total,status
    A2,001207000012,Trần Văn Bình,2007-03-15,2025-1,,,,,,absent
    A1,001207000011,Nguyễn Văn An,2007-02-14,2025-1,male,30.00,15.00,30.00,75.00,
    A3,001207000015,Vũ Văn Em,2007-03-16,2025-1,,30.00,15.00,30.00,76.00,
    """,
    """
    Số báo danh;CCCD;Họ và tên;Ngày sinh;Đợt thi;Toán;Đọc hiểu;Khoa học;Tổng điểm
    B1;001307000013;Lê Thị Cúc;01/04/2007;2025-1;30,25;15,00;30,00;75,25
    """,
  ].map { Array($0.utf8) }
  private let names = ["bka.csv", "tla.csv"]
  private let assessment: Assessment

  init() throws {
    assessment = try Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml")).assessments[0]
  }

  private func request(_ files: [NamedFile]) throws -> ResultRequest {
    try ResultRequest(files: files, assessments: [assessment])
  }

  @Test("Uploads are read in memory, and every result that counts is a value")
  func uploadsAreRead() throws {
    let files = zip(names, uploads).map { NamedFile(named: $0, bytes: $1) }
    let imported = try ImportedResults(request(files))

    #expect(imported.map(\.candidateNumber) == ["A1", "A2", "B1"])
    let first = try #require(imported.first)
    #expect(first.name == "Nguyễn Văn An" && first.nationalID == "001207000011")
    #expect(first.birthDate == CalendarDate("2007-02-14") && first.sex == .male)
    #expect(first.sitting == "2025-1" && first.assessment == "TSA" && first.issuer == "BKA")
    let scores = try ["30.00", "15.00", "30.00"].map { try Score(parsing: $0) }
    #expect(try first.parts == scores && first.total == Score(parsing: "75"))
    #expect(imported[1].status == .absent && imported[1].total == nil && imported[1].sex == nil)
    #expect(try imported[2].total == Score(parsing: "75.25"))
    #expect(imported.rejects.map(\.file) == ["bka.csv"])
    #expect(imported.rejects.map(\.reason) == [.sum])
  }

  @Test("A file gives the same from memory as from the disk")
  func memoryAndDisk() throws {
    let folder = TemporaryFolder()
    let paths = names.map { "\(folder.path)/\($0)" }
    for (path, bytes) in zip(paths, uploads) { try writeBytes(bytes, to: path) }
    let files = zip(paths, uploads).map { NamedFile(named: $0, bytes: $1) }

    let fromMemory = try ImportedResults(request(files))
    let fromDisk = try ImportedResults(ResultRequest(paths, assessments: [assessment]))

    #expect(fromMemory.elementsEqual(fromDisk))
    #expect(fromMemory.files == fromDisk.files && fromMemory.rejects == fromDisk.rejects)
    let inspected = try Inspection(files[1], assessment: assessment)
    let inspectedFile = try Inspection(paths[1], assessment: assessment)
    #expect(inspected.exchangeLines == inspectedFile.exchangeLines)
  }

  @Test("An upload that has the name of a file of the exchange is read as the exchange says")
  func namedUpload() throws {
    let exchange = try Exchange(contentsOf: Fixtures.path("g7-2025/exchange.yaml"))
    let source = try #require(exchange.results.first { $0.school?.code == "TLA" })
    let file = source.table.file
    let upload = NamedFile(named: file.text, bytes: try readBytes(at: file.path))
    let request = try ResultRequest(
      files: [upload], assessments: exchange.assessments, exchange: exchange)

    let imported = try ImportedResults(request)

    #expect(imported.files.map(\.school) == ["TLA"])
    #expect(imported.count == 279)
  }

  @Test("A score and a date go through JSON as their exact texts")
  func json() throws {
    struct Answer: Codable, Equatable {
      var score: Score
      var day: CalendarDate
    }
    let text = #"{"day":"2007-02-14","score":"27.57"}"#
    let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys

    #expect(try answer.score == Score(parsing: "27.57") && answer.day == CalendarDate("2007-02-14"))
    #expect(try encoder.encode(answer) == Data(text.utf8))
    for wrong in [
      #"{"day":"2007-02-14","score":27.57}"#, #"{"day":"2007-02-14","score":"1e3"}"#,
      #"{"day":"2007-02-30","score":"1"}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(Answer.self, from: Data(wrong.utf8))
      }
    }
  }

  @Test("The code of an error is told as its word")
  func codes() throws {
    let missing = NamedFile(at: "/none/bka.csv")
    let error = #expect(throws: ExchangeError.self) { try ImportedResults(request([missing])) }
    #expect(error.map { "\($0.code)" } == "input-missing")
  }
}
