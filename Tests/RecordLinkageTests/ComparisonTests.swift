import RecordLinkage
import Testing

@Suite("Comparing two records")
struct ComparisonTests {
  /// The agreement of a field between two people who share an identifier.
  private func agreement(
    _ field: String, _ left: PersonRecord, _ right: PersonRecord, fields: [FurtherField] = []
  ) throws -> String {
    var (lefts, rights) = (PersonTable(furtherFields: fields), PersonTable(furtherFields: fields))
    lefts.append(left)
    rights.append(right)
    let pair = try #require(
      try Linker().explain([(left: 0, right: 0)], left: lefts, right: rights).first)
    return try #require(pair.parts.first { $0.field == field }).agreement
  }

  private func names(_ left: String, _ right: String) throws -> String {
    try agreement("name", PersonRecord(key: "A", name: left), PersonRecord(key: "R", name: right))
  }

  @Test(
    "tells the levels of names apart",
    arguments: [
      ("Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA", "equal"),
      ("Y Čhuang Ƀkrông", "Y CHUANG BKRÔNG", "equal"),
      ("Lý Mỹ", "Lí Mĩ", "equal but for spelling variants"),
      ("Trần Thu Hà", "Trần ThuHà", "equal but for spelling variants"),
      ("Trần Thu Hà", "Tran Thu Ha", "equal without marks on one side"),
      ("Trần Thu Hà", "Hà Trần Thu", "equal in another order"),
      ("Trần Thu Hà", "Tran Thu Hà", "equal but for lost marks"),
      ("Nguyễn Văn Dũng", "Nguyễn Văn Dụng", "same letters with other marks"),
      ("Nguyễn Văn Dũng", "Nguyễn Văn Dũnh", "one letter apart"),
      ("Nguyễn Văn Dũng", "Nguyênn Văn Dũnh", "two letters apart"),
      ("Nguyễn Văn Dũng", "Nguyễn V. Dũng", "shortened"),
      ("Nguyễn Văn Dũng", "Nguyễn Dũng", "shortened"),
      ("Nguyễn Văn Dũng", "Nguyễn Quang Dũng", "other middle name"),
      ("Nguyễn Văn Dũng", "Trần Văn Dũng", "other family name"),
      ("Nguyễn Văn Dũng", "Nguyễn Văn Hải", "other given name"),
      ("Nguyễn Văn Dũng", "Lê Thị Kim Oanh", "different"),
      ("Nguyễn Văn Dũng", "", "missing"),
    ])
  func nameLevels(left: String, right: String, expected: String) throws {
    #expect(try names(left, right) == expected)
    #expect(try names(right, left) == expected)
  }

  @Test("takes no two syllables for one, whatever their tones: Mạnh is not Hanh")
  func tonesAndLetters() throws {
    let beginnings = [
      "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "s", "t",
      "th", "tr", "v", "x",
    ]
    let syllables = beginnings.flatMap { letters in
      ["anh", "ánh", "ành", "ảnh", "ãnh", "ạnh"].map { letters + $0 }
    }
    let table = LinkerTests.table(
      syllables.map { PersonRecord(key: $0, name: "Nguyễn \($0) Phúc") })
    let pairs = syllables.indices.flatMap { one in
      syllables.indices.filter { $0 > one }.map { (left: one, right: $0) }
    }
    let explained = try Linker().explain(pairs, left: table, right: table)
    let levels = Set(explained.flatMap { $0.parts.filter { $0.field == "name" }.map(\.agreement) })
    #expect(explained.count == pairs.count)
    #expect(
      levels.isDisjoint(with: [
        "equal", "equal in another order", "equal but for spelling variants",
      ])
    )
  }

  @Test(
    "reads raw Telex, but leaves foreign names alone",
    arguments: [
      ("Nguyễn Thị Hoà", "Nguyeenx Thij Hoaf"), ("Đỗ Đức Lượng", "DDoox DDuwcs Luwowngj"),
      ("Trương Quỳnh Thư", "Truwowng Quynhf Thuw"), ("Lưu Hữu Bách", "Luwu Huwux Bachs"),
      ("Đỗ Yến Trâm", "Đỗ Yeens Trâm"), ("Nguyễn Thị Hường", "Nguyễn Thị Huwowngf"),
      ("Nguyễn Thị Hường", "Nguyeenx Thị Hường"), ("Ngô Hữu Tú", "Ngô Huwux Tú"),
    ])
  func telex(name: String, typed: String) throws {
    #expect(try names(name, typed) == "equal")
    #expect(NameKeys("Lee Jones").letters == "lee jones")
    #expect(NameKeys("Michaela Rees").letters == "michaela rees")
    #expect(NameKeys("Đỗ Jones").letters == "do jones")
  }

  @Test(
    "reads raw VNI, whose digits stand behind the letter or at the end of the syllable",
    arguments: [
      ("Nguyễn Thị Hoà", "Nguye6n4 Thi5 Hoa2"), ("Đỗ Đức Lượng", "D9O64 D9U71C LUO75NG"),
      ("Trần Đắc Hưởng", "Tran62 D9a8c1 Hu7o7ng3"), ("Hoàng Minh Ý", "Hoang2 Minh Y1"),
    ])
  func vni(name: String, typed: String) throws {
    #expect(try names(name, typed) == "equal")
    #expect(NameKeys("Player 1").letters == "player 1")
    #expect(NameKeys("Anh 2007").letters == "anh 2007")
  }

  @Test(
    "tells the levels of dates apart",
    arguments: [
      (13_558, "equal"), (13_574, "different"), (13_557, "one digit apart"),
      (13_586, "one digit apart"), (13_923, "one digit apart"), (13_568, "one digit apart"),
      (13_565, "two parts of three equal"),
    ] as [(Int32, String)])
  func dateLevels(other: Int32, expected: String) throws {
    let left = PersonRecord(key: "A", birthDate: 13_558)
    #expect(
      try agreement("birth_date", left, PersonRecord(key: "R", birthDate: other)) == expected)
  }

  @Test("knows day and month changed over, and a date that is missing")
  func swappedDates() throws {
    let left = PersonRecord(key: "A", birthDate: 13_519)
    let right = PersonRecord(key: "R", birthDate: 13_665)
    #expect(try agreement("birth_date", left, right) == "day and month changed over")
    let none = PersonRecord(key: "R")
    #expect(try agreement("birth_date", left, none) == "missing or not comparable")
  }

  @Test(
    "tells the levels of identifiers apart",
    arguments: [
      ("001307012345", "equal"), ("001307012354", "one digit apart but both sound"),
      ("001207012345", "one digit apart"), ("1307012345", "one digit apart"),
      ("01307012345", "one digit apart"), ("00130701235", "one digit apart"),
      ("001307012399", "two digits apart"), ("079207654321", "different"),
      ("079307654321", "different but both sound"), ("001308012399", "different"),
      ("012345678", "missing or not comparable"), ("000000000000", "missing or not comparable"),
      ("", "missing or not comparable"),
    ])
  func identifierLevels(other: String, expected: String) throws {
    let left = PersonRecord(key: "A", nationalID: "001307012345", birthDate: 13_558, sex: .female)
    let right = PersonRecord(key: "R", nationalID: other, birthDate: 13_558, sex: .female)
    #expect(try agreement("national_id", left, right) == expected)
  }

  @Test("compares identifiers of any form as they are when they are not Vietnamese numbers")
  func foreignIdentifiers() throws {
    let left = PersonRecord(key: "A", nationalID: "AB-1234")
    #expect(
      try agreement("national_id", left, PersonRecord(key: "R", nationalID: "ab-1234")) == "equal")
    #expect(
      try agreement("national_id", left, PersonRecord(key: "R", nationalID: "AB-1235"))
        == "different")
  }

  @Test(
    "compares address-like fields by words and slips",
    arguments: [
      ("stanley street", "stanley streat", "nearly equal"),
      ("stanley street", "Stanley-Street", "equal"),
      ("stanley street", "street stanley", "nearly equal"),
      ("stanley street", "stanley strt", "nearly equal"),
      ("stanley street", "stanley crescent", "similar"),
      ("stanley street", "rose road", "different"),
      ("stanley street", "", "missing"),
    ])
  func further(left: String, right: String, expected: String) throws {
    let fields = [
      FurtherField(name: "address_1", kind: .text), FurtherField(name: "address_2", kind: .text),
      FurtherField(name: "postcode", kind: .number), FurtherField(name: "state", kind: .exact),
    ]
    func record(_ key: String, _ address: String, _ second: String = "") -> PersonRecord {
      PersonRecord(key: key, further: [address, second, "2600", "nsw"])
    }
    #expect(
      try agreement("address_1", record("A", left), record("R", right), fields: fields) == expected)
    #expect(
      try agreement(
        "address_1", record("A", left), record("R", "other place", left), fields: fields)
        == "nearly equal")
    #expect(
      try agreement("postcode", record("A", left), record("R", right), fields: fields) == "equal")
  }
}
