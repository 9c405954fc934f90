import ScoreExchange
import TestSupport
import Testing

@Suite("The headings of a results file")
struct HeadingTests {
  @Test("A row of garbage is quoted in part, and looked at no longer than any other")
  func endlessHeadings() throws {
    let endless = String(repeating: "mathematics", count: 100_000)
    let many = (0..<3_000).map { "x\($0)" }.joined(separator: ",")
    for text in [endless, many, "\(endless),\(many)"] {
      let error = #expect(throws: ExchangeError.self) {
        try ImportSpecimen.importing(files: [text + "\n"])
      }
      #expect((error?.description.count ?? .max) < 3_000)
    }
  }

  @Test("Headings in two rows are refused with both rows named")
  func twoRows() throws {
    let text = """
      SBD,CCCD,Họ và tên,Ngày sinh,Đợt thi,Điểm thành phần,,
      ,,,,,Toán,Đọc hiểu,Khoa học
      A1,001207012345,Nguyễn Văn An,14/02/2007,2025-1,30.25,12.5,28

      """
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: [text])
    }
    #expect(error?.description.hasSuffix("put all of them into one row") == true)
    #expect(error?.description.contains("Row 2 has headings, too") == true)
  }

  private let cells = "A1,001207012345,Nguyễn Văn An,14/02/2007,2025-1,30.25,12.50,28.00,70.75"

  @Test(
    "are known in Vietnamese and English, with or without tone marks, in any case",
    arguments: [
      "Số báo danh,Số CCCD,Họ và tên,Ngày sinh,Đợt thi,Tư duy Toán học,Tư duy Đọc hiểu,Tư duy Khoa học,Tổng điểm",
      "SO BAO DANH,SO CCCD,HO VA TEN,NGAY SINH,DOT THI,TU DUY TOAN HOC,TU DUY DOC HIEU,TU DUY KHOA HOC / GIAI QUYET VAN DE,TONG DIEM",
      "Candidate_Number,National ID,Full name,Date of birth,Sitting,Mathematics,Reading,Science,Total",
      " sbd , cccd , HovaTen , NgaySinh , dot , toan , doc hieu , khoa hoc , TongDiem ",
    ])
  func known(heading: String) throws {
    let imported = try ImportSpecimen.importing(files: ["\(heading)\n\(cells)\n"])
    #expect(imported.count == 1)
  }

  @Test("that are merged over family and given names stop the import before any are lost")
  func mergedName() throws {
    let heading = "SBD,CCCD,Họ và tên,,Ngày sinh,Đợt thi,Toán,Đọc,Khoa học,Tổng"
    let row = "A1,001207012345,Nguyễn Văn,An,14/02/2007,2025-1,30.25,12.50,28.00,70.75"
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: ["\(heading)\n\(row)\n"])
    }
    #expect("\(try #require(error))".contains("\"Họ và tên\" holds text without a heading"))
    let empty = row.replacing("Nguyễn Văn,An", with: "Nguyễn Văn An,")
    #expect(try ImportSpecimen.importing(files: ["\(heading)\n\(empty)\n"]).count == 1)
  }

  @Test(
    "A sitting named by its month is the one held in it; a month or a number is neither",
    arguments: [
      ("Tháng 3/2025", "2025-2"), ("T3/2025", "2025-2"), ("3/2025", "2025-3"),
      ("01/2025", "2025-1"), ("Đợt 03/2025", "2025-3"), ("03/2025", nil), ("Tháng 5/2025", nil),
      ("Tháng 3", "2025-2"), ("T3", "2025-2"), ("Thg 3 2025", "2025-2"), ("Th3/2025", "2025-2"),
      ("Kỳ thi tháng 3/2025", "2025-2"), ("2025-03", nil), ("2025-01", "2025-1"), ("03", "2025-3"),
    ])
  func months(cell: String, sitting: String?) throws {
    let heading = "SBD,CCCD,Họ và tên,Ngày sinh,Đợt thi,Toán,Đọc,Khoa học,Tổng"
    let row = "A1,001207012345,Nguyễn Văn An,14/02/2007,\(cell),30.25,12.50,28.00,70.75"
    let imported = try ImportSpecimen.importing(files: ["\(heading)\n\(row)\n"])
    #expect(imported.lines.first?.split(separator: ",")[2].description == sitting)
    #expect(imported.reasons == (sitting == nil ? ["sitting"] : []))
  }

  @Test(
    "A cell with a sitting's own name is that sitting, even where the name looks like a month",
    arguments: ["03-2025", "03/2025"])
  func nameLikeAMonth(cell: String) throws {
    let yaml = ImportSpecimen.yaml.replacing(
      "2025-1: 2025-01-19, 2025-2: 2025-03-09, 2025-3: 2025-04-27",
      with: "01-2025: 2025-01-19, 02-2025: 2025-03-09, 03-2025: 2025-04-27")
    let row = ImportSpecimen.soundRow.replacing("2025-1", with: cell)
    let folder = TemporaryFolder()
    let request = try ResultRequest(
      [folder.write("\(ImportSpecimen.heading)\n\(row)\n", to: "results.csv")],
      assessments: try Assessment.all(yaml: Array(yaml.utf8), path: "assessment.yaml"))
    let imported = try ImportedResults(request, plan: .sequential)
    #expect(imported.lines.first?.split(separator: ",")[2] == "03-2025")
  }

  @Test("may stand in any order among columns that are kept aside")
  func order() throws {
    let text = """
      STT,Điểm thi,Tổng,KH,Khoa học,Đọc,Toán,Đợt,Ngày sinh,Tên,Họ đệm,CCCD,SBD
      1,THPT Kim Liên,70.75,x,28.00,12.50,30.25,2025-1,14/02/2007,An,Nguyễn Văn,001207012345,A1

      """
    #expect(
      try ImportSpecimen.importing(files: [text]).lines == [
        "BKA,TSA,2025-1,A1,001207012345,Nguyễn Văn An,2007-02-14,30.25,12.50,28.00,70.75,"
      ])
  }

  @Test("Điểm thi is the total where the parts add up to it in most rows, whatever their order")
  func examScoreInMostRows() throws {
    let heading = "SBD,CCCD,Họ và tên,Ngày sinh,Đợt thi,Toán,Đọc,Khoa học,Điểm thi"
    func rows(_ count: Int, _ letter: String, _ scores: String) -> [String] {
      (0..<count).map { "\(letter)\($0),001207012345,Nguyễn Văn An,14/02/2007,2025-1,\(scores)" }
    }
    let absent = rows(60, "V", ",,,Vắng")
    let wrong = rows(40, "W", "30.25,12.50,28.00,71")
    let right = rows(100, "R", "30.25,12.50,28.00,70.75")
    let void = rows(1, "H", "30.25,12.50,28.00,hủy")
    let orders = [
      [absent, wrong, right, void], [void, right, wrong, absent], [wrong, void, right, absent],
    ]
    for order in orders {
      let lines = ([heading] + order.joined()).joined(separator: "\n") + "\n"
      let imported = try ImportSpecimen.importing(files: [lines])
      #expect(imported.count == 161)
      #expect(imported.lines.contains { $0.contains(",H0,") && $0.hasSuffix(",void") })
      #expect(imported.reasons == Array(repeating: "sum", count: 40))
    }
  }

  @Test(
    "of a wish's rank may be written short",
    arguments: ["Thứ tự nguyện vọng", "Thứ tự NV", "THU TU NV", "TT NV", "TTNV", "NV"])
  func ranks(heading: String) throws {
    let columns = try ColumnMap(
      headings: ["STT", "Mã hồ sơ", heading, "Mã trường", "Mã ngành"], schema: .wishes,
      overrides: [:], file: "wishes.csv")
    #expect(columns["rank"] == 2)
  }

  @Test("may serve for several fields, which are then told in the order of their names")
  func shared() throws {
    let fields = ["tie_1", "score", "school", "rank", "programme", "group", "applicant"]
    let columns = try ColumnMap(
      headings: ["x"], schema: .wishes,
      overrides: Dictionary(uniqueKeysWithValues: fields.map { field in (field, "x") }),
      file: "wishes.csv")
    #expect(columns.used.map(\.field) == fields.sorted())
  }

  @Test("may stand under title lines")
  func titles() throws {
    let text = """
      TRƯỜNG ĐẠI HỌC,,,,,,,,
      KẾT QUẢ THI,,,,,,,,
      SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Tổng
      \(cells)

      """
    #expect(try ImportSpecimen.importing(files: [text]).count == 1)
  }

  @Test("may end in brackets that tell the maximum or the form of their cells")
  func measures() throws {
    let text = """
      SBD,CCCD,Họ tên,Ngày sinh (dd/mm/yyyy),Đợt,"Toán
      (40 điểm)",Đọc (tối đa 20),Khoa học (40),Tổng điểm (100)
      \(cells)
      A2,001207012346,Nguyễn Văn Bình,15/02/2007,2025-1,30.25,12.50,28.00,70.76

      """
    let imported = try ImportSpecimen.importing(files: [text])
    #expect(
      imported.lines == [
        "BKA,TSA,2025-1,A1,001207012345,Nguyễn Văn An,2007-02-14,30.25,12.50,28.00,70.75,"
      ], "a total under such a heading is held against its parts")
  }

  @Test(
    "in whose brackets stands anything else are kept aside, as one beside the plain heading is",
    arguments: ["Tổng điểm (2024)", "Tổng điểm (đã nhân hệ số)", "Tổng điểm (30) quy đổi"])
  func notes(heading: String) throws {
    let plain = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học"
    let other = cells.replacing(",70.75", with: ",1.00")
    #expect(try ImportSpecimen.importing(files: ["\(plain),\(heading)\n\(other)\n"]).count == 1)
    #expect(
      try ImportSpecimen.importing(
        files: ["\(plain),Tổng điểm,Tổng điểm (30)\n\(cells),1.00\n"]
      ).count == 1)
  }

  @Test("that nobody knows are an error with the headings found and the nearest guess")
  func unknown() throws {
    let text = "So bao dan,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Tổng\n\(cells)\n"
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: [text])
    }
    let message = try #require(error?.description)
    #expect(error?.code == .badInput)
    #expect(message.contains("candidate_number") && message.contains("nearest: \"So bao dan\""))
  }

  @Test("that stand twice are an error, not a choice")
  func ambiguous() throws {
    let text = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Toán,Khoa học,Tổng\n\(cells)\n"
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: [text])
    }
    #expect(error?.code == .badInput)
  }

  @Test(
    "that mean one field by two words are an error that names both",
    arguments: [
      ("Số báo danh,SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học", "candidate_number"),
      ("SBD,CCCD,Họ tên,Ngày sinh,Date of birth,Đợt,Toán,Đọc,Khoa học", "birth_date"),
      ("SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Tư duy Toán học,Đọc,Khoa học", "mathematics"),
    ])
  func twoWords(heading: String, field: String) throws {
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: ["\(heading)\n\(cells)\n"])
    }
    #expect(error?.code == .badInput)
    #expect(error?.description.contains("2 columns may be \(field): ") == true)
  }

  @Test("that stand beside a clearer word for the same field are kept aside")
  func vague() throws {
    let text = """
      Mã thí sinh,SBD,CCCD,CMND,Họ tên,Ngày sinh,Kỳ thi,Đợt,Toán,Đọc,Khoa học,Tổng,Kết quả
      7,A1,001207012345,012345678,Nguyễn Văn An,14/02/2007,TSA,2025-1,30.25,12.50,28.00,70.75,Đạt

      """
    #expect(
      try ImportSpecimen.importing(files: [text]).lines == [
        "BKA,TSA,2025-1,A1,001207012345,Nguyễn Văn An,2007-02-14,30.25,12.50,28.00,70.75,"
      ])
  }

  @Test("say \"Điểm thi\" for a site or for the score, and the cells tell which")
  func examScore() throws {
    let heading = "SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Điểm thi"
    func row(_ number: Int, _ last: String) -> String {
      "A\(number),00120701234\(number),Nguyễn Văn An,14/02/2007,2025-1,30.25,12.50,28.00,\(last)"
    }
    let score = [heading, row(1, "70.75"), row(2, "70.75"), row(3, "70.57"), ""]
    let scored = try ImportSpecimen.importing(files: [score.joined(separator: "\n")])
    #expect(scored.count == 2 && scored.reasons == ["sum"])
    let site = [heading, row(1, "12"), row(2, "12"), row(3, "7"), ""]
    #expect(try ImportSpecimen.importing(files: [site.joined(separator: "\n")]).count == 3)
  }

  @Test("must name the candidate in one column or in two")
  func noName() throws {
    let text = "SBD,CCCD,Ngày sinh,Đợt,Toán,Đọc,Khoa học\nA1,001207012345,14/02/2007,1,1,1,1\n"
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: [text])
    }
    #expect(error?.description.contains("no heading for name") == true)
  }

  @Test(
    "for given names alone are refused, unless whole names stand under them",
    arguments: [("An", false), ("Nguyễn Văn An", true)])
  func givenNamesAlone(name: String, isWhole: Bool) throws {
    let text = """
      SBD,CCCD,,Tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học
      A1,001207012345,Nguyễn Văn,\(name),14/02/2007,1,1,1,1

      """
    if isWhole {
      #expect(try ImportSpecimen.importing(files: [text]).lines.first?.contains(name) == true)
    } else {
      let error = #expect(throws: ExchangeError.self) {
        try ImportSpecimen.importing(files: [text])
      }
      #expect(error?.description.contains("\"Tên\" holds given names alone") == true)
    }
  }

  @Test("that come again below rows of results, as in files that were joined, hide none of these")
  func joinedFiles() throws {
    let (heading, row) = (ImportSpecimen.heading, ImportSpecimen.soundRow)
    let first = heading.replacing(",status", with: ",").replacing("sex,", with: "x,")
    let joined = [first, row, heading, row.replacing("A1", with: "A2")]
    let imported = try ImportSpecimen.importing(files: [joined.joined(separator: "\n") + "\n"])
    #expect(imported.lines.count == 2)
    #expect(imported.rejects.map(\.row) == [3])
    let turned = heading.replacing("mathematics,reading", with: "reading,mathematics")
    let error = #expect(throws: ExchangeError.self) {
      try ImportSpecimen.importing(files: ["\(heading)\n\(row)\n\(turned)\n\(row)\n"])
    }
    #expect(error?.description.contains("row 3 has headings again, in another order") == true)
  }

  @Test("of remarks count as a status only where the word is known")
  func remarks() throws {
    let text = """
      SBD,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Ghi chú
      A1,001207012345,Nguyễn Văn An,14/02/2007,1,,,,Vắng
      A2,001207012346,Nguyễn Văn Ba,15/02/2007,1,1,1,1,đổi phòng thi

      """
    let imported = try ImportSpecimen.importing(files: [text])
    #expect(imported.lines.map { $0.hasSuffix(",absent") } == [true, false])
  }

  @Test("can be said where the guess fails")
  func overridden() throws {
    var layout = TableLayout()
    layout.columns = ["candidate_number": "Ký hiệu"]
    let text = "Ký hiệu,CCCD,Họ tên,Ngày sinh,Đợt,Toán,Đọc,Khoa học,Tổng\n\(cells)\n"
    #expect(try ImportSpecimen.importing(files: [text], layout: layout).count == 1)
  }
}
