import Foundation
import TestSupport
import Testing

/// What a clerk says on the command line of a file's layout, and what import tells of its rows.
@Suite("import and inspect by what is said of a file")
struct ImportLayoutTests {
  private let folder = TemporaryFolder()
  private let headings =
    "SBD,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Đợt thi,Toán,Đọc hiểu,Khoa học,Mã HS\n"
  private let row = "A1,Nguyễn Văn An,14/02/2007,Nam,001207000018,2025-1,21.5,10.25,22,B1\n"

  private func exchange(_ entry: String, sittings: String = "2025-1: 2025-01-19") -> String {
    folder.write(
      """
      exchange: q
      year: 2025
      as_of: 2025-07-16
      coordinator: BKA
      agreement: a
      purpose: p
      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          sittings: {\(sittings)}
      results:
        - {file: a.csv, school: BKA, assessment: TSA\(entry)}

      """, to: "x.yaml")
  }

  @Test("options count before what the exchange file says of a file, and add to it")
  func overrides() throws {
    let file = folder.write(headings + row, to: "a.csv")
    let described = exchange(", columns: {candidate_number: Mã HS}")
    let named = try Tool.run("import", file, "--exchange", described, "--quiet")
    #expect(named.output.contains(",B1,001207000018,"))
    let said = try Tool.run(
      "import", file, "--exchange", described, "--quiet", "--column", "candidate_number=SBD")
    #expect(said.output.contains(",A1,001207000018,"))
    let cut = try Tool.run("import", file, "--exchange", described, "--delimiter", "tab")
    #expect(cut.status == 65 && cut.errors.contains("headings found"))
  }

  @Test("a heading that stands twice names no column, also where somebody names it")
  func twice() throws {
    let file = folder.write(
      headings.replacingOccurrences(of: "SBD", with: "Mã HS") + row, to: "a.csv")
    let outcome = try Tool.run(
      "import", file, "--exchange", exchange(""), "--column", "candidate_number=Mã HS")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("2 columns are called \"Mã HS\""), "\(outcome.errors)")
    let table = folder.write("id,score,score\n1,90,50\n", to: "twice.csv")
    let bands = folder.write("from_low,from_high,to_low,to_high\n0,100,0,30\n", to: "bands.csv")
    let converted = try Tool.run("convert", "--bands", bands, "--input", table, "--column", "score")
    #expect(converted.status == 65)
  }

  @Test("inspect tells which headings import would stop at")
  func doubts() throws {
    let file = folder.write(
      headings.replacingOccurrences(of: "Mã HS", with: "Số báo danh") + row, to: "a.csv")
    let outcome = try Tool.run("inspect", file)
    let problem = "2 columns may be candidate_number: \"SBD\", \"Số báo danh\""
    #expect(outcome.status == 0 && outcome.output.contains(problem), "\(outcome.output)")
    let stopped = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(stopped.status == 65 && stopped.errors.contains(problem))
    #expect(try Tool.run("inspect", file, "--json").output.contains("\"doubts\":[\"2 columns"))
  }

  @Test("a sitting is not another one whose digits are the same in other places")
  func sittings() throws {
    let labels = [
      "2025-1-2", "2025-1 2", "202-512", "2025-1-1", "2025-12", "Đợt 11 năm 2025", "20251",
    ]
    let rows = labels.enumerated().map { index, label in
      row.replacingOccurrences(of: "A1,", with: "A\(index),")
        .replacingOccurrences(of: ",2025-1,", with: ",\(label),")
    }
    let file = folder.write(headings + rows.joined(), to: "a.csv")
    let outcome = try Tool.run(
      "import", file, "--exchange",
      exchange(
        "", sittings: "2025-1: 2025-01-19, 2025-11: 2025-03-19, 2025-12: 2025-05-19"), "--column",
      "candidate_number=SBD", "--quiet")
    let read = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[2...3].joined(separator: " ")
    }
    #expect(read == ["2025-1 A6", "2025-11 A5", "2025-12 A4"])
  }

  @Test("inspect tells the decimal sign that import finds, and advises what import can read")
  func decimalSign() throws {
    let semicolons = (headings + row).replacingOccurrences(of: ",", with: ";")
    let points = folder.write(semicolons, to: "points.csv")
    let outcome = try Tool.run("inspect", points)
    #expect(outcome.output.contains("decimal point"), "\(outcome.output)")
    #expect(!outcome.output.contains("decimal: comma"))
    let commas = folder.write(semicolons.replacingOccurrences(of: ".", with: ","), to: "commas.csv")
    #expect(try Tool.run("inspect", commas).output.contains("decimal: comma"))
    let empty = folder.write(headings.replacingOccurrences(of: ",", with: ";"), to: "empty.csv")
    #expect(try !Tool.run("inspect", empty).output.contains("decimal: comma"))
  }

  @Test("a table for a spreadsheet keeps a sitting from becoming a month")
  func spreadsheetSitting() throws {
    let file = folder.write(headings + row, to: "a.csv")
    let outcome = try Tool.run(
      "import", file, "--exchange", exchange(""), "--column", "candidate_number=SBD", "--quiet",
      "--excel")
    #expect(outcome.output.contains(",\u{200B}2025-1,\u{200B}A1,"))
    let again = folder.write(outcome.output, to: "a.csv")
    let back = try Tool.run("import", again, "--exchange", exchange(""), "--quiet")
    #expect(back.status == 0 && back.output.contains("BKA,TSA,2025-1,A1,"), "\(back.errors)")
  }

  @Test("inspect reads a file that the exchange file names by what is said there")
  func inspectNamed() throws {
    let file = folder.write(headings + row, to: "a.csv")
    let outcome = try Tool.run(
      "inspect", file, "--exchange", exchange(", columns: {candidate_number: Mã HS}"))
    let line = outcome.output.split(separator: "\n").first { $0.contains("candidate_number") }
    #expect(line?.contains("Mã HS") == true)
  }

  @Test(
    "a word that means nothing ends with 64 and names what could be meant",
    arguments: [
      ("--encoding", "latin1", "windows-1258"), ("--delimiter", "colon", "semicolon"),
      ("--decimal", "dot", "point"), ("--date-format", "yy", "dd/mm/yyyy"),
      ("--column", "candidat_number=SBD", "candidate_number"),
    ])
  func unknownWords(option: String, word: String, known: String) throws {
    let file = folder.write(headings + row, to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""), option, word)
    #expect(outcome.status == 64 && outcome.errors.contains(known), "\(outcome.errors)")
  }

  @Test("a file that nowhere says its sitting is refused where there are several")
  func noSitting() throws {
    let file = folder.write(
      headings.replacing("Đợt thi,", with: "") + row.replacing("2025-1,", with: ""), to: "a.csv")
    #expect(try Tool.run("import", file, "--exchange", exchange("")).status == 0)
    let several = try Tool.run(
      "import", file, "--exchange",
      exchange("", sittings: "2025-1: 2025-01-19, 2025-2: 2025-03-09"))
    #expect(several.status == 65)
    #expect(several.errors.contains("no heading for sitting") && several.errors.contains("\"SBD\""))
    let dated = folder.write(
      headings.replacing("Đợt thi", with: "Ngày thi") + row.replacing("2025-1", with: "9/3/2025"),
      to: "a.csv")
    let found = try Tool.run(
      "import", dated, "--exchange",
      exchange("", sittings: "2025-1: 2025-01-19, 2025-2: 2025-03-09"))
    #expect(found.output.contains("TSA,2025-2,A1"), "\(found.errors)")
  }

  @Test("warnings name their rows, in both languages and as JSON, identifiers masked")
  func warnings() throws {
    let file = folder.write(
      headings + row.replacing("001207000018", with: "1207000018")
        + row.replacing("A1", with: "A2").replacing("001207", with: "001205"), to: "a.csv")
    let english = try Tool.run("import", file, "--exchange", exchange(""), "--language", "en")
    #expect(
      english.errors.contains("a.csv, row 2: 001*****0018: lost leading zeros put back (repaired)"))
    #expect(english.errors.contains("row 3") && english.errors.contains("(identity)"))
    let vietnamese = try Tool.run("import", file, "--exchange", exchange(""), "--language", "vi")
    #expect(vietnamese.errors.contains("cảnh báo: a.csv, dòng 2"))
    let json = try Tool.run("import", file, "--exchange", exchange(""), "--json", "--quiet")
    #expect(
      json.output.contains("\"reason\" : \"repaired\"") && json.output.contains("\"row\" : 3"))
    #expect(!json.output.contains("001207000018"))
  }

  @Test("--strict names the first rejected rows, and how to get all of them")
  func strict() throws {
    let rows = (1...4).map { row.replacing("A1", with: "A\($0)").replacing("21.5,", with: "x,") }
    let file = folder.write(headings + rows.joined(), to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""), "--strict")
    #expect(outcome.status == 65)
    for number in 1...4 {
      let isNamed = outcome.errors.contains("a.csv, row \(number + 1), Toán: not a number (number)")
      #expect(isNamed == (number < 4), "\(outcome.errors)")
    }
    #expect(outcome.errors.hasSuffix("; without --strict --rejects FILE lists them all\n"))
  }

  @Test("a row whose letters an earlier program damaged is told so")
  func damagedRow() throws {
    let good = (2...40).map { row.replacing("A1", with: "A\($0)") }.joined()
    let file = folder.write(
      headings + row.replacing("Nguyễn Văn", with: "Nguyá»…n VÄƒn") + good, to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("row 2: the letters were damaged"), "\(outcome.errors)")
  }

  @Test("a line of totals is called so, also where its word stands under the candidate numbers")
  func totalsLine() throws {
    let file = folder.write(
      headings + row + "Tổng cộng,,,,,,21.5,10.25,22,\n" + ",Cộng,,,,,21.5,10.25,22,\n"
        + ",,,,,,\"Hà Nội, ngày 20 tháng 1 năm 2025\",,,\n",
      to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("4 rows read, 1 accepted, 3 rejected"))
    for number in 3...5 {
      #expect(
        outcome.errors.contains("row \(number), SBD: a line of totals or a note"),
        "\(outcome.errors)")
    }
  }

  @Test("a name of thousands of letters is refused")
  func longName() throws {
    let long = String(repeating: "ă", count: 501)
    let file = folder.write(
      headings + row + row.replacing("A1", with: "A2").replacing("Văn", with: long)
        + row.replacing("A1", with: "A3").replacing("Văn", with: long.dropLast(10)), to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("3 rows read, 2 accepted, 1 rejected"))
    #expect(outcome.errors.contains("row 3, Họ và tên: the cell holds"), "\(outcome.errors)")
    #expect(outcome.output.contains(",A3,"))
  }

  @Test("a candidate number in scientific notation is refused, one with a letter E is not")
  func scientificNumber() throws {
    let numbers = ["1.23457E+11", "2E+05", "2,5e+10", "12E005", "AE+05", "3E+x5"]
    let file = folder.write(
      headings + numbers.map { row.replacing("A1", with: "\"\($0)\"") }.joined(), to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("6 rows read, 3 accepted, 3 rejected"), "\(outcome.errors)")
    #expect(outcome.errors.contains("row 4, SBD: scientific notation has lost digits"))
    for number in numbers.suffix(3) { #expect(outcome.output.contains(",\(number),")) }
  }

  @Test("a mark that nobody sees is refused inside a word and left out at its ends")
  func invisibleMarks() throws {
    let names = [
      "Nguyễn V\u{200B}ăn An", "Nguyễn V\u{FEFF}ăn An", "Nguyễn V\u{AD}ăn An",
      "\u{200B}Nguyễn Văn An\u{FEFF}", "Nguyễn \u{200B}Văn An",
    ]
    let rows = names.enumerated().map { index, name in
      row.replacing("A1", with: "A\(index)").replacing("Nguyễn Văn An", with: name)
    }
    let file = folder.write(
      headings + rows.joined() + row.replacing("A1", with: "B\u{200B}1"), to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("6 rows read, 2 accepted, 4 rejected"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("row 2, Họ và tên: the cell holds the invisible character U+200B"))
    #expect(outcome.errors.contains("row 7, SBD: the cell holds the invisible character U+200B"))
    #expect(
      outcome.output.split(separator: "\n").dropFirst().allSatisfy {
        $0.contains(",Nguyễn Văn An,")
      })
  }

  @Test("inspect shows a heading of several lines on one")
  func headingOfLines() throws {
    let file = folder.write(
      """
      SBD,CCCD,Họ tên,Ngày sinh,Đợt,"Tư duy
      Toán học
      (40 điểm)",Đọc,Khoa học
      A1,001207012345,Nguyễn Văn An,14/02/2007,2025-1,30.25,12.50,28.00

      """, to: "lines.csv")
    let lines = try Tool.run("inspect", file).output.split(separator: "\n")
    let columns = lines.filter { $0.contains("→") }
    #expect(columns.contains { $0.hasPrefix("  Tư duy Toán học (40 điểm)  → mathematics") })
    let arrows = Set(columns.map { $0.prefix { $0 != "→" }.count })
    #expect(columns.count == 8 && arrows.count == 1)
  }

  @Test(
    "inspect shows the form of dates that the file has",
    arguments: [
      (["14/02/2007", "03/04/2006"], "dd/mm/yyyy"), (["02/14/2007", "03/04/2006"], "mm/dd/yyyy"),
      (["14/2/2007", "13/10/2006"], "d/m/yyyy"), (["2007-02-14", "2006-04-03"], "yyyy-mm-dd"),
      (["14022007", "03042006"], "ddmmyyyy"), (["39127", "38810"], "excel"),
    ])
  func dateForms(dates: [String], form: String) throws {
    let file = folder.write(
      headings + dates.map { row.replacing("14/02/2007", with: $0) }.joined(), to: "a.csv")
    let outcome = try Tool.run("inspect", file)
    #expect(outcome.output.contains("dates \(form)\n"), "\(outcome.output)")
    #expect(outcome.output.contains("date_format: mm") == (form == "mm/dd/yyyy"))
  }

  @Test(
    "a date that is none is refused by its form",
    arguments: [
      ("31/02/2007", "not a day of the calendar; this file's form is dd/mm/yyyy"),
      ("2007-02-30", "not a day of the calendar (date)"),
      ("không rõ", "not a day of the calendar (date)"),
      ("2007", "a year alone is no day; day and month are needed too (date)"),
      ("14/02/07", "the year needs four digits"),
    ])
  func oddDates(date: String, reason: String) throws {
    let file = folder.write(headings + row.replacing("14/02/2007", with: date), to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.errors.contains("row 2, Ngày sinh: \(reason)"), "\(outcome.errors)")
  }

  @Test(
    "a file whose one row has both decimal signs, or both orders of day and month, ends as a reject",
    arguments: [
      ("14/02/2007", "2025-1", "\"10,5\",10,10,30.5", ""),
      ("02/14/2007", "2025-1", "10,10,10,30", ",19/01/2025"),
    ])
  func contradiction(birth: String, sitting: String, scores: String, exam: String) throws {
    let headings =
      "candidate_number,national_id,name,birth_date,sitting,mathematics,reading,science,total"
    let file = folder.write(
      headings + (exam.isEmpty ? "" : ",exam_date")
        + "\nA1,123456789,Lê An,\(birth),\(sitting),\(scores)\(exam)\n", to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("1 rows read, 0 accepted, 1 rejected"), "\(outcome.errors)")
  }

  @Test("a national number is masked where a heading, a sitting or a status was expected")
  func masked() throws {
    let file = folder.write(row.replacing("2025-1", with: "001207000018"), to: "b.csv")
    let headless = try Tool.run("import", file, "--exchange", exchange(""))
    let shifted = folder.write(
      headings + row.replacing("2025-1", with: "001207000018"), to: "a.csv")
    let inspected = try Tool.run("inspect", shifted, "--exchange", exchange(""))
    let seen = try Tool.run("inspect", file, "--json")
    #expect(headless.status == 65 && headless.errors.contains("\"001*****0018\""))
    #expect(inspected.output.contains("has no sitting \"001*****0018\""), "\(inspected.output)")
    for text in [headless.errors, inspected.output, seen.output] {
      #expect(!text.contains("001207000018"))
    }
  }

  @Test("inspect checks rows that come by standard input, and refuses an empty file as import does")
  func inspectStandardInput() throws {
    let described = exchange("")
    let text = headings + row.replacing("2025-1", with: "2025-9")
    let outcome = try Tool.run("inspect", "-", "--exchange", described, input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("has no sitting \"2025-9\""), "\(outcome.errors)")
    #expect(try Tool.run("inspect", "-", input: "").status == 65)
  }

  @Test("standard output takes one table, and no file is named -")
  func secondOutput() throws {
    let file = folder.write(headings + row, to: "a.csv")
    let outcome = try Tool.run(
      ["import", file, "--exchange", exchange(""), "--rejects", "-"], in: folder.path)
    #expect(outcome.status == 64)
    let rejects = try Tool.run(
      ["import", file, "--exchange", exchange(""), "-o", "o.csv", "--rejects", "-"],
      in: folder.path)
    #expect(rejects.output.hasPrefix("file,row,byte,"), "\(rejects.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/-"))
  }

  @Test(
    "rejects with letters lost in a wrong encoding are read back, the mended ones among them used")
  func damagedRejects() throws {
    let good = (1...200).map { "G\($0),Lê Văn Tám,14/02/2007,Nam,001207000018,2025-1,20,10,20,B\n" }
    let lost = (1...5).map {
      "L\($0),L\u{FFFD} V\u{FFFD}n,14/02/2007,Nam,001207000018,2025-1,20,10,20,B\n"
    }
    let file = folder.write(
      headings + good.joined() + lost.joined()
        + "M1,Lê An,14/02/2007,Nam,001207000018,2025-1,x,10,20,B\n", to: "a.csv")
    let rejects = folder.path + "/rejects.csv"
    let first = try Tool.run(
      "import", file, "--exchange", exchange(""), "-o", folder.path + "/o.csv", "--rejects", rejects
    )
    #expect(first.errors.contains("206 rows read, 200 accepted, 6 rejected"), "\(first.errors)")
    let mended = try String(contentsOfFile: rejects, encoding: .utf8)
      .replacing("2025-1,x,10", with: "2025-1,20,10")
    let again = try Tool.run(
      "import", folder.write(mended, to: "mended.csv"), "--exchange", exchange(""), "-o",
      folder.path + "/p.csv")
    #expect(again.status == 0)
    #expect(again.errors.contains("6 rows read, 1 accepted, 5 rejected"), "\(again.errors)")
  }

  @Test(
    "a row that says it is of another assessment or issuer is a reject, a title in its place is not",
    arguments: [
      ("BKA,TSA", ""), ("bka,Đánh giá tư duy", ""), (",", ""),
      ("BKA,HSA", "the row is of HSA, and the file is read as TSA"),
      ("QSB,TSA", "the row is of QSB, and TSA is of BKA"),
    ])
  func origin(cells: String, problem: String) throws {
    let file = folder.write("issuer,assessment," + headings + "\(cells),\(row)", to: "a.csv")
    let outcome = try Tool.run("import", file, "--exchange", exchange(""))
    #expect(outcome.status == 0)
    #expect(problem.isEmpty || outcome.errors.contains(problem), "\(outcome.errors)")
    #expect(outcome.errors.contains("1 rows read, \(problem.isEmpty ? 1 : 0) accepted"))
  }
}
