import Tabular
import Testing

@Suite struct EncodingTests {
  static let names = [
    "Nguyễn Thị Ánh Nguyệt", "Trần Văn Đức", "Lê Hoàng Phương Uyên", "Phạm Quốc Khánh",
    "Đặng Thùy Dương", "Vũ Hữu Lợi", "Bùi Xuân Trường", "Hồ Ngọc Quỳnh Như", "Đỗ Tuệ Mẫn",
    "Ngô Gia Bảo", "Lý Khải Ca", "Mai Hạnh Quyên",
  ]
  static var text: String {
    "SBD,Họ và tên,Tổng điểm\n"
      + names.enumerated().map { "\($0 + 1),\($1),\(50 + $0).5\n" }.joined()
  }

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-16 is found with and without its mark", arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let bytes = Self.utf16(Self.text, bigEndian: bigEndian, mark: mark)
    let file = try TableFile(bytes: bytes, name: "u")
    #expect(file.dialect.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(file.dialect.hasByteOrderMark == mark)
    let rows = file.firstRows(20)
    #expect((1...12).map { rows.text($0, 1) } == Self.names)
    let prefix = Self.text.prefix { $0 != "\n" }.utf16.count + 1
    #expect(rows.byteOffset(of: 1) == 2 * prefix + (mark ? 2 : 0))
  }

  @Test("UTF-8 is found with and without its mark", arguments: [true, false])
  func utf8(mark: Bool) throws {
    let file = try TableFile(
      bytes: Array((mark ? "\u{FEFF}" : "").utf8) + Array(Self.text.utf8), name: "u")
    #expect(file.dialect.encoding == .utf8)
    #expect(file.dialect.hasByteOrderMark == mark)
    #expect(file.firstRows(2).text(0, 0) == "SBD")
  }

  @Test(
    "Legacy Vietnamese encodings are told apart by their syllables",
    arguments: [TextEncoding.windows1258, .tcvn3, .vni])
  func legacy(encoding: TextEncoding) throws {
    let bytes = LegacyText.bytes(Self.text, encoding)
    let file = try TableFile(bytes: bytes, name: "legacy")
    #expect(file.dialect.encoding == encoding, "\(file.evidence.encoding)")
    let rows = file.firstRows(20)
    // Strings compare by canonical equivalence, which Windows-1258 needs; TCVN3 has no capitals
    // with tones, those come from a font.
    let names = (1...12).compactMap { rows.text($0, 1) }
    if encoding == .tcvn3 {
      #expect(names.map { $0.lowercased() } == Self.names.map { $0.lowercased() })
      #expect(names[1] == Self.names[1])
    } else {
      #expect(names == Self.names)
    }
    for row in 0..<rows.rowCount {
      let offset = rows.byteOffset(of: row, column: 0)
      let digits = bytes[offset...].prefix { $0 != 0x2C }
      #expect(String(decoding: digits, as: UTF8.self) == rows.text(row, 0))
    }
  }

  @Test("A few broken rows are flagged, not the file")
  func brokenRow() throws {
    var bytes = Array(Self.text.utf8)
    let place = try #require(bytes.firstIndex(of: 0xE1))
    let rowOfPlace = bytes[..<place].count { $0 == 0x0A }
    bytes[place + 1] = 0x2E
    let file = try TableFile(bytes: bytes, name: "b")
    #expect(file.dialect.encoding == .utf8)
    let rows = file.firstRows(20)
    #expect((0..<rows.rowCount).filter { !rows.isEncodingValid($0) } == [rowOfPlace])
  }

  @Test("A byte that continues nothing is found wherever blocks are cut", arguments: 1...12)
  func strayContinuation(blockLength: Int) throws {
    let bytes = Array("a,b\n1,Lê\n2,ab".utf8) + [0xB5] + Array("cdef\n3,\u{1EC5}\n".utf8)
    let file = try TableFile(
      bytes: bytes, name: "s", overrides: DialectOverrides(encoding: .utf8),
      blockLength: blockLength)
    #expect((0..<4).map { file.firstRows(9).isEncodingValid($0) } == [true, true, false, true])
  }

  @Test("UTF-8 read as Latin-1 is refused with the line where it shows")
  func misread() throws {
    let broken = Array(Self.text.utf8).map { Character(Unicode.Scalar($0)) }
    let error = #expect(throws: TabularError.self) { try table("a,b,c\n1,x,2\n" + String(broken)) }
    #expect(error?.code == .misreadEncoding)
    #expect(error?.line == 3)
  }

  @Test(
    "Another Vietnamese encoding read as Latin-1 and saved as UTF-8 is refused with the line where it shows",
    arguments: [TextEncoding.tcvn3, .vni, .windows1258])
  func misreadLegacy(encoding: TextEncoding) throws {
    let latin = LegacyText.bytes(Self.text, encoding).map { Character(Unicode.Scalar($0)) }
    let error = #expect(throws: TabularError.self) { try table("a,b,c\n" + String(latin)) }
    #expect(error?.code == .misreadEncoding)
    #expect(error?.line == 2)
  }

  @Test("Signs of Latin-1 in good text are no misreading")
  func latinSigns() throws {
    let file = try table(Self.text + "13,Nguyễn® An,7\n14,5µ Trần,8\n15,Lê\u{A0}Lợi,8\n")
    #expect(file.dialect.encoding == .utf8)
    #expect((0..<file.recordCount).allSatisfy { file.firstRows(99).isEncodingValid($0) })
  }

  @Test("Foreign names and an eth for đ are no misreading where they are few")
  func foreignNames() throws {
    let file = try table(Self.text + "13,Nguyễn Zoë,7\n14,Trần Ðức,8\n15,Müller Anna,8\n")
    #expect((0..<file.recordCount).allSatisfy { file.firstRows(99).isEncodingValid($0) })
  }

  @Test("Rows of two encodings in one file are refused with the first line of the rarer one")
  func mixed() throws {
    let bytes =
      Array(Self.text.utf8)
      + LegacyText.bytes("20,Trần Đức,5\n21,Ngô Quyền,6\n22,Lê Lợi,7\n", .tcvn3)
    let error = #expect(throws: TabularError.self) { try TableFile(bytes: bytes, name: "m") }
    #expect(error?.code == .mixedEncodings)
    #expect(error?.line == 14)
  }

  @Test(
    "The line where encodings mix is the same wherever blocks are cut and lines end as they may",
    arguments: [1, 2, 3, 7, 13, 64, 500], ["\n", "\r\n", "\r"])
  func mixedBlocks(blockLength: Int, end: String) throws {
    let good = Array(Self.text.replacing("\n", with: end).utf8)
    let bytes = good + LegacyText.bytes("20,Trần Đức,5\(end)21,Ngô Quyền,6\(end)", .tcvn3)
    let error = #expect(throws: TabularError.self) {
      try TableFile(bytes: bytes, name: "m", blockLength: blockLength)
    }
    #expect(error?.code == .mixedEncodings)
    #expect(error?.line == 14)
    #expect(error?.byte.map { $0 >= good.count && $0 < good.count + 12 } == true)
  }

  @Test(
    "A line that is no text is a fault of its row, in a short file too",
    arguments: [[0], [1], [0, 1], [1, 2, 3]])
  func brokenLines(broken: [Int]) throws {
    let rows = (0..<7).map { index -> [UInt8] in
      broken.contains(index)
        ? Array("\(index),Tr".utf8) + [0xFF, 0xFE] + Array("n,5\n".utf8)
        : Array("\(index),Trần Đức,5\n".utf8)
    }
    let file = try TableFile(bytes: Array(rows.joined()), name: "b")
    #expect(file.dialect.encoding == .utf8)
    let valid = file.firstRows(7)
    #expect((0..<7).map { !valid.isEncodingValid($0) } == (0..<7).map { broken.contains($0) })
  }

  @Test("One line of another encoding is a fault of its row")
  func foreignLine() throws {
    let bytes =
      Array("1,Trần Đức,5\n".utf8) + LegacyText.bytes("2,Ngô Quyền,6\n", .tcvn3)
    let file = try TableFile(bytes: bytes, name: "f")
    #expect((0..<2).map { file.firstRows(2).isEncodingValid($0) } == [true, false])
  }

  @Test("TCVN3 read as UTF-8 and saved again is refused with the line where it shows")
  func lostLetters() throws {
    let bytes = LegacyText.bytes(Self.text, .tcvn3)
    let error = #expect(throws: TabularError.self) {
      try table("a,b,c\n" + String(decoding: bytes, as: UTF8.self))
    }
    #expect(error?.code == .misreadEncoding)
    #expect(error?.line == 2)
  }

  @Test("One lost letter is a fault of its row, not of the file")
  func lostLetter() throws {
    let rows = (0..<30).map { "\($0),Trần Đức,5" } + ["30,Tr\u{FFFD}n,5"]
    let file = try table(rows.joined(separator: "\n"))
    let faults = file.decoded(as: [.integer, .textRange, .integer]).faults
    #expect(faults == [CellFault(row: 30, column: nil, reason: .encoding)])
  }

  @Test("Two damaged lines are faults of their rows where all others are plain ASCII")
  func damagedLines() throws {
    let file = try table("a,b,c\n1,Nguyen,2\n2,Tr\u{FFFD}n,3\n3,Nguyá»…n,4\n")
    let faults = file.decoded(as: [.integer, .textRange, .integer]).faults
    #expect(faults.filter { $0.reason == .encoding }.map(\.row) == [2, 3])
  }

  @Test("TCVN3 that is to be read as UTF-8 has faults in the rows with letters")
  func forcedEncoding() throws {
    let bytes = LegacyText.bytes("1,An\n2,Trần Đức\n3,Bình\n", .tcvn3)
    let file = try TableFile(
      bytes: bytes, name: "t", overrides: DialectOverrides(encoding: .utf8, delimiter: .comma))
    #expect((0..<3).map { file.firstRows(3).isEncodingValid($0) } == [true, false, false])
  }

  @Test("Tones of Windows-1258 stay with their letters")
  func combiningTones() throws {
    let bytes: [UInt8] =
      Array("a,Nguy".utf8) + [0xEA, 0xDE] + Array("n Th".utf8) + [0x69, 0xF2, 0x0A]
    let file = try TableFile(
      bytes: bytes, name: "w", overrides: DialectOverrides(encoding: .windows1258))
    #expect(file.firstRows(1).text(0, 1) == "Nguyễn Thị")
  }

  @Test("Two old encodings in one file are refused with a line of the rarer one")
  func mixedLegacy() throws {
    let bytes = LegacyText.bytes(Self.text, .tcvn3) + LegacyText.bytes(Self.text, .vni)
    let error = #expect(throws: TabularError.self) { try TableFile(bytes: bytes, name: "m") }
    #expect(error?.code == .mixedEncodings)
    #expect((error?.line ?? 0) > 1)
  }

  @Test(
    "A page that a program calls a workbook is no table",
    arguments: [
      "<html><table><tr><td>SBD</td></tr></table></html>", "\u{FEFF}\n <!DOCTYPE html>",
      "<?xml version=\"1.0\"?><Workbook/>",
    ])
  func page(text: String) {
    let error = #expect(throws: TabularError.self) {
      try TableFile(bytes: Array(text.utf8), name: "x.xls")
    }
    #expect(error?.code == .notText)
    #expect(error?.description.contains("a web page") == true)
  }

  @Test("A workbook is no text")
  func workbook() {
    let error = #expect(throws: TabularError.self) {
      try TableFile(bytes: [0x50, 0x4B, 3, 4, 0, 0], name: "x.xlsx")
    }
    #expect(error?.code == .notText)
  }
}
