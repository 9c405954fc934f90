import Parallel
import RecordLinkage
import ScoreExchange
import TestSupport
import Testing

@Suite("Two files of people, linked on their own")
struct FileLinkageTests {
  private let folder = TemporaryFolder()

  private func source(_ text: String, _ name: String, columns: String = "") throws -> TableSource {
    let path = folder.write(text, to: name)
    return TableSource(
      file: NamedFile(text: name, path: path, line: 0),
      layout: try TableLayout(peopleColumns: columns, comparing: []))
  }

  private func link(
    _ left: String, _ right: String, leftColumns: String = "", rightColumns: String = ""
  ) throws -> FileLinkage {
    try FileLinkage(
      LinkRequest(
        left: try source(left, "left.csv", columns: leftColumns),
        right: try source(right, "right.csv", columns: rightColumns)), plan: .sequential)
  }

  private func rows(_ linkage: FileLinkage) -> [[Substring]] {
    String(decoding: linkage.linksCSV(), as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  private static let applicants = """
    Mã hồ sơ,Số CCCD,Họ và tên,Ngày sinh,Giới tính
    A1,001307012345,Nguyễn Thị Hoà,14/02/2007,Nữ
    A2,079207000001,Trần Văn Bình,03/11/2007,Nam

    """

  @Test("are read under Vietnamese and English headings, in any form of Unicode")
  func headings() throws {
    let linkage = try link(
      Self.applicants,
      """
      candidate,citizen id,family name,given name,dob
      R1,001307012345,NGUYE\u{302}\u{303}N THI\u{323},HO\u{300}A,2007-02-14
      R2,079207000001,Tran Van,Binh,20071103

      """)
    #expect(rows(linkage).map { $0[0] + $0[1] + $0[3] } == ["A1R1auto", "A2R2auto"])
    #expect(linkage.rejects.isEmpty)
  }

  @Test("take the column names that the caller gives, headings with commas among them")
  func namedColumns() throws {
    let linkage = try link(
      """
      ID;FULL_NAME;"Ngày, tháng, năm";PAPER
      A1;Nguyễn Thị Hoà;14/02/2007;001307012345

      """,
      """
      number,name,birth_date,national_id
      R1,Nguyễn Thị Hoà,2007-02-14,001307012345

      """,
      leftColumns: "applicant=ID,name=FULL_NAME,birth_date=Ngày, tháng, năm,national_id=PAPER",
      rightColumns: "candidate_number=number")
    #expect(rows(linkage).map { $0[0] + $0[1] } == ["A1R1"])
  }

  @Test("keep rows whose date is no day or whose number names nobody, without that evidence")
  func oddCells() throws {
    let linkage = try link(
      Self.applicants,
      """
      candidate_number,national_id,name,birth_date
      R1,001307012345,Nguyễn Thị Hoà,31/02/2007
      R2,000000000000,Trần Văn Bình,03/11/2007
      R3,7.92E+10,Trần Văn Bình,03/11/2006

      """)
    #expect(linkage.files[1].rowsRead == 3 && linkage.files[1].rowsRejected == 0)
    #expect(linkage.files[1].rowsWarned == 2)
    let explained = try linkage.explanations(of: "R2").flatMap(\.pair.parts)
    #expect(explained.first { $0.field == "national_id" }?.bits == 0)
  }

  @Test("are the same people whether cells are read by columns or, being odd, one by one")
  func columnsAndCells() throws {
    let names = ["Nguyễn Thị Hoà", "Trần Văn Bình", "Lê Thu Hà", "Phạm Gia Bảo", "Đỗ Thuý Lý"]
    func file(_ key: String, number: (String) -> String, date: (Int, Int) -> String) -> String {
      var text = "\(key),national_id,name,birth_date,sex,sitting\n"
      for row in 0..<60 {
        let id = "0013070\(12_345 + row * 37)"
        let name = "\(names[row % 5]) \(names[row / 5 % 5])"
        text += "X\(row),\(number(id)),\(name),\(date(row % 28 + 1, row % 12 + 1)),"
        text += "\(row % 3 == 0 ? "" : "Nữ"),2025-\(row % 2)\n"
      }
      return text
    }
    func spaced(_ id: String) -> String { "\(id.prefix(3)) \(id.dropFirst(3))" }
    func dayFirst(_ day: Int, _ month: Int) -> String { "\(day)/\(month)/2007" }
    func digits(_ day: Int, _ month: Int) -> String {
      "2007-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    let left = file("applicant", number: { $0 }, date: dayFirst)
    let usual = try link(left, file("candidate_number", number: { $0 }, date: digits))
    let odd = try link(left, file("candidate_number", number: spaced, date: dayFirst))
    let mixed = try link(
      left, file("candidate_number", number: { $0.hasSuffix("2") ? spaced($0) : $0 }, date: digits))
    #expect(usual.result.autoCount == 60)
    #expect(odd.linksCSV() == usual.linksCSV() && mixed.linksCSV() == usual.linksCSV())
    #expect(usual.files[1].rowsRead == 60)
  }

  @Test("are linked one to one within each school and sitting of the right file")
  func sources() throws {
    let header = "candidate_number,national_id,name,birth_date,sitting\n"
    func row(_ number: String, _ sitting: String) -> String {
      "\(number),001307012345,Nguyễn Thị Hoà,14/02/2007,\(sitting)\n"
    }
    let sittings = try link(Self.applicants, header + row("R1", "2025-1") + row("R2", "2025-2"))
    #expect(rows(sittings).map { $0[3] } == ["auto", "auto"])
    let one = try link(Self.applicants, header + row("R1", "2025-1") + row("R2", "2025-1"))
    #expect(rows(one).map { $0[3] } == ["review", "review"])
  }

  @Test("with neither name nor identifier are refused with the headings found")
  func noPeople() throws {
    let error = #expect(throws: ExchangeError.self) {
      try link(Self.applicants, "candidate_number,birth_date\nR1,2007-02-14\n")
    }
    #expect(error?.code == .badInput)
    #expect(error?.reason.description.contains("\"birth_date\"") == true)
  }

  @Test("explain a record by its waterfall, whether it is linked or not")
  func explanation() throws {
    let linkage = try link(
      Self.applicants,
      "candidate_number,national_id,name,birth_date\nR1,,Nguyễn Thị Hoà,14/02/2007\n")
    let pair = try #require(try linkage.explanations(of: "A1").first)
    #expect(pair.left == "A1" && pair.right == "R1")
    #expect(abs(pair.pair.parts.reduce(pair.pair.prior) { $0 + $1.bits } - pair.pair.weight) < 1e-9)
    #expect(pair.lines.contains { $0.description.hasSuffix("name: equal") })
    #expect(throws: ExchangeError.self) { try linkage.explanations(of: "A9") }
  }

  @Test("a review that was filled in is read back, and a second person confirms a merge")
  func reviewRoundTrip() throws {
    let left = try source(Self.applicants, "left.csv")
    let right = try source(
      """
      candidate_number,national_id,name,birth_date
      R1,001307012345,Lê Văn Cường,09/09/2005

      """, "right.csv")
    var request = LinkRequest(left: left, right: right)
    let first = try FileLinkage(request, plan: .sequential)
    #expect(rows(first).map { $0[3] } == ["review"])
    let review = String(
      decoding: first.reviewTable.bytes(), as: UTF8.self)
    #expect(review.split(separator: "\n")[0].hasSuffix(",decision,by,on,reason"))
    func decided(_ people: [String], confirmations: Int) throws -> [String] {
      let lines = review.split(separator: "\n").map(String.init)
      let filled = people.map { lines[1].dropLast(4) + ",same,\($0),2025-07-01,same person" }
      request.decisions = try source(
        ([lines[0]] + filled.map { String($0) }).joined(separator: "\n") + "\n", "decisions.csv")
      request.confirmations = confirmations
      return rows(try FileLinkage(request, plan: .sequential)).map { "\($0[3]) \($0[4])" }
    }
    #expect(try decided(["An"], confirmations: 1) == ["auto decision"])
    #expect(try decided(["An"], confirmations: 2) == ["review id"])
    #expect(try decided(["An", "An"], confirmations: 2) == ["review id"])
    #expect(try decided(["An", "Bình"], confirmations: 2) == ["auto decision"])
  }

  @Test("link by keyed tokens as by numbers, and show none")
  func tokens() throws {
    let tokens = IdentifierTokens(key: Array("a key that both schools have".utf8))
    let right = "candidate_number,national_id,name,birth_date\nR1,001307012345,Hoà,14/02/2007\n"
    let tokenised = try TokenisedFile(try source(Self.applicants, "left.csv"), tokens)
    let text = String(decoding: tokenised.csv(), as: UTF8.self)
    #expect(tokenised.tokenCount == 2 && !text.contains("001307012345"))
    var request = LinkRequest(
      left: try source(text, "tokens.csv"), right: try source(right, "right.csv"))
    request.tokens = tokens
    let linkage = try FileLinkage(request, plan: .sequential)
    #expect(rows(linkage).map { $0[0] + $0[1] } == ["A1R1"])
    #expect(rows(linkage)[0][5].hasPrefix("national_id equal"))
    request.tokens = IdentifierTokens(key: Array("another key of somebody".utf8))
    #expect(!String(decoding: try FileLinkage(request).linksCSV(), as: UTF8.self).contains("id+"))
  }

  @Test("identifiers of several rows are told of; a candidate of several sittings has one in each")
  func repeatedNames() throws {
    let heading = "applicant,national_id,name,birth_date\n"
    let twice = try link(
      heading + "A1,001207000021,Trần Văn An,2007-03-14\nA1,001307000022,Lê Thị Bưởi,2007-03-15\n",
      "candidate_number,national_id,name,birth_date\nR1,001207000021,Trần Văn An,2007-03-14\n")
    #expect(
      twice.notes.map(\.description).contains { $0.hasPrefix("left.csv: 1 identifiers stand") })
    let sittings = try link(
      heading + "A1,001207000021,Trần Văn An,2007-03-14\n",
      """
      candidate_number,sitting,national_id,name,birth_date
      R1,1,001207000021,Trần Văn An,2007-03-14
      R1,2,001207000021,Trần Văn An,2007-03-14

      """)
    #expect(!sittings.notes.map(\.description).contains { $0.contains("stand in several rows") })
  }

  @Test("what is typed for a number that nobody has is no token")
  func placeholders() throws {
    let tokens = IdentifierTokens(key: Array("0123456789abcdef".utf8))
    let file = try TokenisedFile(
      try source(
        "applicant,national_id,name\nA1,123456789,An\nA2,000000000000,Bình\nA3,001207012345,Chi\n",
        "left.csv"), tokens, plan: .sequential)
    let token = tokens.token(of: "001207012345")
    #expect(file.tokenCount == 1)
    #expect(
      String(decoding: file.csv(), as: UTF8.self)
        == "applicant,national_id,name\nA1,,An\nA2,,Bình\nA3,\(token),Chi\n")
  }

  @Test("read a number as spreadsheets and programs write it, and tell what they mended")
  func writtenNumbers() throws {
    let linkage = try link(
      #"""
      applicant,national_id,name,birth_date,sex
      A1,"=""001207100099""",Nguyễn Văn Hải,2007-05-08,M
      A2,79207100097.0,Nguyễn Văn Hòa,2007-05-06,M
      A3,079.207.100.055,Nguyễn Văn Huy,2007-05-07,M
      A4,079207100033,Nguyễn Văn Hùng,2007-02-30,M

      """#,
      """
      candidate_number,national_id,name,birth_date,sex
      R1,001207100099,Nguyễn Văn Hải,2007-05-08,M
      R2,079207100097,Nguyễn Văn Hòa,2007-05-06,M
      R3,079207100055,Nguyễn Văn Huy,2007-05-07,M

      """)
    #expect(
      rows(linkage).map { $0[0] + $0[1] + $0[4] }
        == ["A1R1id+name+birth", "A2R2id+name+birth", "A3R3id+name+birth"])
    #expect(linkage.warnings.map(\.row) == [3, 5])
    #expect(linkage.warnings.map(\.reason) == [.repaired, .date])
  }

  @Test("tokens are HMAC-SHA-256 as RFC 4231 publishes it")
  func publishedToken() {
    #expect(
      IdentifierTokens(key: Array("Jefe".utf8)).token(of: "what do ya want for nothing?")
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      IdentifierTokens(key: Array(repeating: 0xAA, count: 131)).token(
        of: "Test Using Larger Than Block-Size Key - Hash Key First")
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test(
    "the options that name columns are refused where they make no sense",
    arguments: ["name", "nmae=Tên", "=x"])
  func wrongColumns(list: String) {
    let error = #expect(throws: ExchangeError.self) {
      try TableLayout(peopleColumns: list, comparing: [])
    }
    #expect(error?.code == .usage)
  }

  @Test(
    "the options that name comparisons are refused where they make no sense",
    arguments: ["postcode", "postcode=near", "name=text", "a=text,a=exact"])
  func wrongComparisons(list: String) {
    let error = #expect(throws: ExchangeError.self) { try FurtherField.list(list) }
    #expect(error?.code == .usage)
  }
}
