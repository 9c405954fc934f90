import Parallel
@_spi(Measuring) import Tabular
import Testing
import TestSupport

@Suite struct DecodingTests {
  static func decode(
    _ text: String, _ forms: [FieldForm], usesBlocks: Bool = true
  ) throws -> DecodedBatch {
    let file = try table(text, overrides: DialectOverrides(delimiter: .semicolon))
    return try #require(
      file.mapBatches { $0.decoded(as: forms, usesBlocks: usesBlocks) }.first)
  }

  static let schools = CodeTable([
    ("BKA", 0), ("GHA", 1), ("Trường Đại học Thủy lợi", 2), ("2025-1", 3),
  ])

  @Test("A row of every kind of column is decoded", arguments: [true, false])
  func everyKind(usesBlocks: Bool) throws {
    let batch = try Self.decode(
      "123456;\"Nguyễn \"\"Tý\"\"\";14/02/2007;001207001234;GHA;80,50;x\r\n"
        + "9;;1/3/2008;;Trường Đại học Thủy lợi;7;y\r\n",
      [
        .integer, .text, .date(.dayMonthYear), .identifier, .code(Self.schools),
        .decimal(scaleDigits: 2, sign: .comma), .text,
      ], usesBlocks: usesBlocks)
    #expect(batch.faults.isEmpty)
    guard case .int64(let numbers) = batch.columns[0], case .texts(let names) = batch.columns[1],
      case .int32(let dates) = batch.columns[2], case .int64(let people) = batch.columns[3],
      case .codes(let codes) = batch.columns[4], case .int32(let scores) = batch.columns[5],
      case .texts(let last) = batch.columns[6]
    else {
      Issue.record("columns of other kinds: \(batch.columns)")
      return
    }
    #expect(numbers == [123_456, 9])
    #expect(names[0] == "Nguyễn \"Tý\"" && names[1].isEmpty)
    #expect(dates == [13_558, 13_939])
    #expect(people == [1_207_001_234, DecodedBatch.missing64])
    #expect(codes == [1, 2])
    #expect(scores == [8_050, 700])
    #expect(last[0] == "x" && last[1] == "y")
  }

  @Test(
    "Decimals are exact or refused",
    arguments: [
      ("80", 8_000), ("80,5", 8_050), ("0,25", 25), ("100,00", 10_000), ("80,500", 8_050),
      (" 80,5 ", 8_050), ("-1,5", -150), ("+1", 100), ("\"7,25\"", 725), ("99999999", nil),
      ("80,505", nil), ("80.5", nil), ("8e1", nil), ("80,", nil), (",5", nil), ("1,2,3", nil),
      ("1 000", nil), ("21474836,47", 2_147_483_647), ("21474836,48", nil), ("a", nil),
      ("99999999999999999999", nil), ("-", nil), ("０", nil),
    ] as [(String, Int32?)])
  func decimals(text: String, units: Int32?) throws {
    for usesBlocks in [true, false] {
      let batch = try Self.decode(
        "0000000000;x\n1234567;\(text)\n",
        [.skipped, .decimal(scaleDigits: 2, sign: .comma)], usesBlocks: usesBlocks)
      let values = try #require(batch.columns[1].int32Values)
      #expect(values[1] == units ?? DecodedBatch.missing32)
      #expect(batch.faults.map(\.row) == (units == nil ? [0, 1] : [0]))
    }
  }

  @Test(
    "Dates are days that exist",
    arguments: [
      (DateForm.dayMonthYear, "01/01/1970", 0), (.dayMonthYear, "29/02/2000", 11_016),
      (.dayMonthYear, "29/02/1900", nil), (.dayMonthYear, "29/02/2007", nil),
      (.dayMonthYear, "31-12-2099", 47_481), (.dayMonthYear, "1.1.1900", -25_567),
      (.dayMonthYear, "01/13/2007", nil), (.dayMonthYear, "01/01-2007", nil),
      (.dayMonthYear, "2007/01/01", nil), (.dayMonthYear, "01/01/07", nil),
      (.yearMonthDay, "2007-02-14", 13_558), (.yearMonthDay, "2007/2/14", 13_558),
      (.yearMonthDay, "2007-02-30", nil), (.monthDayYear, "02/14/2007", 13_558),
      (.dayMonthYearDigits, "14022007", 13_558), (.dayMonthYearDigits, "1422007", nil),
      (.spreadsheetSerial, "39127", 13_558), (.spreadsheetSerial, "1", -25_567),
      (.spreadsheetSerial, "60", nil), (.spreadsheetSerial, "61", -25_508),
    ] as [(DateForm, String, Int32?)])
  func dates(form: DateForm, text: String, days: Int32?) throws {
    for usesBlocks in [true, false] {
      let batch = try Self.decode(
        "0;\(text);\n", [.skipped, .date(form), .skipped], usesBlocks: usesBlocks)
      let values = try #require(batch.columns[1].int32Values)
      #expect(values[0] == days ?? DecodedBatch.missing32)
      #expect(batch.faults.map(\.reason) == (days == nil ? [.date] : []))
    }
  }

  @Test("Rows of another length, empty rows and stray quotes are faults of the row")
  func rowFaults() throws {
    let batch = try Self.decode(
      "1;a\n2\n\n;\n3;b;c\n4;x\"y\n5;e\n", [.integer, .text])
    #expect(
      batch.faults == [
        CellFault(row: 1, column: nil, reason: .columns),
        CellFault(row: 2, column: nil, reason: .blank),
        CellFault(row: 3, column: nil, reason: .blank),
        CellFault(row: 4, column: nil, reason: .columns),
        CellFault(row: 5, column: nil, reason: .quote),
      ])
    let texts = try #require(batch.columns[1].texts)
    #expect((0..<texts.count).map { texts[$0] } == ["a", "", "", "", "", "x\"y", "e"])
  }

  @Test("Usual rows with a few odd cells decode to the same values at every level")
  func usualRows() throws {
    var random = SplitMix64(seed: 5)
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(random.next(below: 10)) }.joined()
    }
    let forms: [FieldForm] = [
      .integer, .text, .date(.dayMonthYear), .date(.yearMonthDay), .identifier,
      .code(Self.schools), .decimal(scaleDigits: 2, sign: .comma), .date(.monthDayYear),
    ]
    for round in 0..<16 {
      var text = ""
      for _ in 0..<100 {
        var cells = [
          digits(1 + random.next(below: 16)), digits(random.next(below: 40)),
          "\(digits(1 + random.next(below: 2)))/\(digits(1 + random.next(below: 2)))/20\(digits(2))",
          "19\(digits(2))-0\(digits(1))-\(digits(2))",
          digits(12), random.next(below: 2) == 0 ? "BKA" : "2025-1",
          "\(digits(1 + random.next(below: 3))),\(digits(1 + random.next(below: 2)))",
          "0\(digits(1)).1\(digits(1)).2000",
        ]
        if random.next(below: 6) == 0 {
          let column = random.next(below: cells.count)
          var cell = Array(cells[column].utf8)
          let sign = Array("/:,.- x9".utf8)[random.next(below: 8)]
          if !cell.isEmpty && random.next(below: 3) > 0 {
            cell[random.next(below: cell.count)] = sign
          } else {
            cell = random.next(below: 2) == 0 ? [] : cell + [sign]
          }
          cells[column] = String(decoding: cell, as: UTF8.self)
        }
        // No quotes, all fields, whole columns, or some fields in quotes.
        let quoting = round / 2 % 4
        for column in cells.indices
        where quoting == 1 || quoting == 2 && column % 3 == 0
          || quoting == 3 && random.next(below: 9) == 0
        {
          cells[column] = "\"\(cells[column])\""
        }
        text += cells.joined(separator: ";") + (round % 2 == 0 ? "\n" : "\r\n")
      }
      let file = try table(
        text, overrides: DialectOverrides(encoding: .utf8, delimiter: .semicolon))
      func decode(usesBlocks: Bool) -> [String] {
        file.mapBatches { batch in
          let decoded = batch.decoded(as: forms, usesBlocks: usesBlocks)
          return "\(decoded.columns) \(decoded.faults)"
        }
      }
      let plain = decode(usesBlocks: false)
      for level in 0...2 {
        TableFile.limitInstructions(to: level)
        #expect(decode(usesBlocks: true) == plain)
      }
    }
  }

  @Test("Blocks and single cells decode to the same values, whatever the fields hold")
  func agreement() throws {
    var random = SplitMix64(seed: 99)
    let pieces = [
      "0", "1", "9", "12", "2007", "/", "-", ".", ",", "14/02/2007", "001207001234", "BKA", "GHA",
      " ", "\"\"", "ễ", "a", "80.5", "\u{200B}", "\0", "2025-1",
    ]
    let forms: [FieldForm] = [
      .integer, .text, .date(.dayMonthYear), .date(.yearMonthDay), .identifier,
      .code(Self.schools), .decimal(scaleDigits: 2, sign: .point),
      .decimal(scaleDigits: 0, sign: .comma), .date(.monthDayYear), .text,
    ]
    for round in 0..<12 {
      var text = ""
      for _ in 0..<random.next(below: 60) {
        let width = random.next(below: 12) == 0 ? random.next(below: 12) + 1 : forms.count
        let cells = (0..<width).map { _ in
          let cell = (0..<random.next(below: 4)).map { _ in pieces[random.next(below: pieces.count)]
          }
          .joined()
          return cell.contains("\"") ? "\"\(cell)\"" : cell
        }
        text += cells.joined(separator: ";") + (round % 2 == 0 ? "\n" : "\r\n")
      }
      let file = try table(
        text, overrides: DialectOverrides(encoding: .utf8, delimiter: .semicolon))
      func decode(usesBlocks: Bool) -> [String] {
        file.mapBatches(targetByteCount: 500) { batch in
          let decoded = batch.decoded(as: forms, usesBlocks: usesBlocks)
          return "\(decoded.columns) \(decoded.faults)"
        }
      }
      let plain = decode(usesBlocks: false)
      for level in 0...2 {
        TableFile.limitInstructions(to: level)
        #expect(decode(usesBlocks: true) == plain)
      }
    }
  }
}
