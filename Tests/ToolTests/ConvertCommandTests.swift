import Foundation
import TestSupport
import Testing

@Suite("score-exchange convert")
struct ConvertCommandTests {
  private let folder = TemporaryFolder()

  private func bands(_ name: String) -> String { Fixtures.path("conversions/\(name).csv") }

  private func converted(_ arguments: String...) throws -> String {
    let outcome = try Tool.run(["convert"] + arguments)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  @Test("a cell that is no number is shown with its row, and a heading is not made twice")
  func oddColumns() throws {
    let odd = folder.write("id,s\na,70\nb,abc\n", to: "odd.csv")
    let refused = try Tool.run(
      "convert", "--bands", bands("hust-2025"), "--input", odd, "--column", "s")
    #expect(refused.status == 65 && refused.errors.contains("odd.csv:3: s \"abc\": not a number"))
    let twice = folder.write("s,converted\n70,1\n", to: "twice.csv")
    let again = try Tool.run(
      "convert", "--bands", bands("hust-2025"), "--input", twice, "--column", "s")
    #expect(again.status == 65 && again.errors.contains("a column \"converted\" already"))
  }

  @Test(
    "keeps identifiers of the file as text in a spreadsheet, and what a spreadsheet would run out of it"
  )
  func excel() throws {
    let file = folder.write("s,id,n\n70,001207000001,\"=1\"\n", to: "ids.csv")
    let output = try converted(
      "--bands", bands("hust-2025"), "--input", file, "--column", "s", "--excel")
    #expect(output.hasSuffix("70,\u{200B}001207000001,\u{200B}=1,27.57"), "\(output)")
  }

  @Test("shows no national number where the wrong column was named")
  func wrongColumn() throws {
    for cell in ["001207100777", "CCCD001207100777", "1207100777.0"] {
      let file = folder.write("id,s\n\(cell),70\n", to: "people.csv")
      let outcome = try Tool.run(
        "convert", "--bands", bands("hust-2025"), "--input", file, "--column", "id")
      #expect(outcome.status == 65)
      #expect(!outcome.errors.contains("207100777"), "\(outcome.errors)")
    }
  }

  @Test("writes values with the decimal sign of the file that they stand in")
  func decimalComma() throws {
    let file = folder.write("id;s\na;60,5\nb;70\n", to: "comma.csv")
    #expect(
      try converted("--bands", bands("hust-2025"), "--input", file, "--column", "s")
        == "id,s,converted\na,\"60,5\",\"25,27\"\nb,70,\"27,57\"")
  }

  @Test("tells how a negative score is named")
  func negativeScore() throws {
    let outcome = try Tool.run("convert", "--bands", bands("hust-2025"), "-1")
    #expect(outcome.status == 64 && outcome.errors.contains("behind --"))
  }

  @Test("takes knots with as many digits as equate publishes, and more")
  func fineKnots() throws {
    let fine = folder.write(
      """
      from_low,from_high,to_low,to_high
      0,50,0,33.3333333333333333
      50,100,33.3333333333333333,66.6666666666666667

      """, to: "fine.csv")
    #expect(try converted("--bands", fine, "50", "75") == "33.33\n50.00")
  }

  @Test(
    "repeats what the institutions print, forward",
    arguments: [
      ("hust-2025", "70.79", "27.68"), ("hust-2025", "86.97", "29.39"),
      ("hust-2025", "46.95", "19.50"), ("hust-2025", "50", "20.96"), ("hust-2025", "60", "25.15"),
      ("hust-2025", "70", "27.57"), ("hust-2025", "80", "28.84"), ("hust-2025", "90", "29.53"),
      ("utt-2025-tsa", "50", "21.06"), ("utt-2025-tsa", "60", "25.05"),
      ("utt-2025-tsa", "70", "26.29"), ("utt-2025-tsa", "80", "27.52"),
      ("utt-2025-tsa", "90", "28.76"), ("tlu-2025", "45", "17.00"), ("tlu-2025", "50", "19.25"),
      ("tlu-2025", "60", "22.75"), ("tlu-2025", "97", "30.00"),
      ("tlu-2025-transcript", "30", "25.10"), ("ptit-2025-tsa", "60", "20.75"),
      ("ptit-2025-tsa", "70", "25.48"), ("ptit-2025-tsa", "80", "27.75"),
      ("ptit-2025-tsa", "90", "28.88"), ("ptit-2025-hsa", "105", "27.25"),
      ("ptit-2025-vact", "959", "27.25"), ("hsa-2025-a00", "108", "28.25"),
      ("ftu-2025-hsa", "100", "27.00"), ("ftu-2025-vact", "850", "27.00"),
    ])
  func printed(table: String, score: String, value: String) throws {
    #expect(try converted("--bands", bands(table), score) == value)
  }

  @Test(
    "repeats what the institutions print, backward",
    arguments: [
      ("hust-2025", "27.68", "70.79"), ("hust-2025", "29.39", "86.97"),
      ("hust-2025", "19.5", "46.95"), ("tlu-2025", "18", "47.22"), ("tlu-2025", "17", "45.00"),
    ])
  func inverse(table: String, value: String, score: String) throws {
    #expect(try converted("--bands", bands(table), "--inverse", value) == score)
  }

  @Test(
    "rounds by every rule",
    arguments: [
      ("half-up 2", "25.13"), ("half-even 2", "25.12"), ("truncate 2", "25.12"),
      ("half-up 3", "25.125"), ("half-up 0", "25"), ("step 0.25 after 2", "25.25"),
      ("truncate 1", "25.1"),
    ])
  func rounding(rule: String, value: String) throws {
    #expect(try converted("--bands", bands("tlu-2025"), "--rounding", rule, "70") == value)
  }

  @Test("a step of 0.25 comes after the second decimal, as the printed example says")
  func step() throws {
    let same = folder.write("from_low,from_high,to_low,to_high\n0,30,0,30\n", to: "same.csv")
    let output = try converted(
      "--bands", same, "--rounding", "step 0.25 after 2", "17.625", "17.624")
    #expect(output == "17.75\n17.50")
    #expect(try converted("--bands", same, "21.72727") == "21.73")
    #expect(try converted("--bands", same, "--rounding", "truncate 2", "28.2857") == "28.28")
  }

  @Test("a step table gives its one value a band, and nothing between its bands")
  func stepTable() throws {
    let table = bands("haui-2026")
    #expect(
      try converted("--bands", table, "--step-table", "50", "51", "66", "85")
        == "21.35\n21.35\n27.00\n30.00")
    let gap = try Tool.run("convert", "--bands", table, "--step-table", "74")
    #expect(gap.status == 65 && gap.output.isEmpty)
  }

  @Test("a shared end belongs to the band that --edges names")
  func edges() throws {
    let steps = folder.write(
      "from_low,from_high,to_low,to_high\n0,10,1,1\n10,20,2,2\n", to: "steps.csv")
    #expect(try converted("--bands", steps, "--step-table", "0", "10", "20") == "1.00\n1.00\n2.00")
    #expect(
      try converted("--bands", steps, "--step-table", "--edges", "left-closed", "0", "10", "20")
        == "1.00\n2.00\n2.00")
  }

  @Test("a score outside is refused, or counts as the nearest end")
  func outside() throws {
    let table = bands("hust-2025")
    let refused = try Tool.run("convert", "--bands", table, "46.94")
    #expect(refused.status == 65 && refused.errors.contains("46.94"))
    #expect(try converted("--bands", table, "--outside", "clip", "46.94", "100") == "19.50\n30.00")
    let steps = folder.write(
      "from_low,from_high,to_low,to_high\n69,71,1,1\n73,75,2,2\n", to: "steps.csv")
    let clipped = ["convert", "--bands", steps, "--step-table", "--outside", "clip"]
    #expect(try Tool.run(clipped + ["76"]).output == "2.00\n")
    #expect(try Tool.run(clipped + ["72"]).errors.contains("No band holds the score 72"))
    let flat = try Tool.run("convert", "--bands", bands("tlu-2025"), "--inverse", "30")
    #expect(flat.status == 65)
  }

  @Test("a file gets a column, by name or from standard input, and empty cells stay empty")
  func column() throws {
    let text = "name,TSA\nAn,70.79\nBình,\nChi,86.97\n"
    let expected = "name,TSA,converted\nAn,70.79,27.68\nBình,,\nChi,86.97,29.39\n"
    let file = folder.write(text, to: "scores.csv")
    let table = bands("hust-2025")
    let named = try Tool.run("convert", "--bands", table, "--input", file, "--column", "TSA")
    #expect(named.status == 0 && named.output == expected)
    let piped = try Tool.run(
      "convert", "--bands", table, "--input", "-", "--column", "TSA", "--quiet", input: text)
    #expect(piped.output == expected && piped.errors.isEmpty)
    let wrong = folder.write("TSA\n70.79\n12\n", to: "wrong.csv")
    let refused = try Tool.run(
      "convert", "--bands", table, "--input", wrong, "--column", "TSA", "-o",
      folder.path + "/out.csv")
    #expect(refused.status == 65 && refused.errors.contains("wrong.csv"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.csv"))
  }

  @Test("a table that equate wrote converts with its standard error, and back to cutoffs")
  func estimatedTable() throws {
    let text = """
      from,to,rounded,standard_error,flag
      0,0.2,0.20,0.1,interpolated
      1,1.5,1.50,0.2,interpolated
      2,1.9,1.90,0.2,interpolated

      """
    let table = folder.write(text, to: "table.csv")
    #expect(try converted("--table", table, "1", "2") == "1.50\n1.90")
    #expect(try converted("--table", table, "--inverse", "1.6", "1.5") == "2\n1")
    let range = try converted("--table", table, "--confidence", "95", "1")
      .split(separator: ",").compactMap { Double($0) }
    #expect(range.count == 3 && range[0] == 1.5)
    #expect(abs(range[1] - (1.5 - 0.391_992_796_908)) < 1e-9)
    #expect(abs(range[2] - (1.5 + 0.391_992_796_908)) < 1e-9)
    let piped = try Tool.run(
      "convert", "--table", table, "--input", "-", "--column", "s", "--confidence", "50",
      input: "s\n1\n")
    #expect(piped.output.hasPrefix("s,converted,converted_low,converted_high\n1,1.50,1.365"))
    #expect(try Tool.run("convert", "--table", table, "0.5").status == 65)
  }

  @Test("a table that a spreadsheet saved with decimal commas gives what the original gives")
  func tableWithDecimalCommas() throws {
    let text = """
      from,to,rounded,standard_error,flag
      0,0.3,0.30,0.1,interpolated
      1,1.54321098765,1.54,0.234567890123,interpolated
      2,2.8,2.80,0.1,interpolated

      """
    let original = folder.write(text, to: "point.csv")
    let saved = folder.write(
      text.replacing(",", with: ";").replacing(".", with: ",").replacing("2,80;", with: "2,8;"),
      to: "comma.csv")
    for options in [["--confidence", "95"], ["--rounding", "half-up 5"], ["--json"]] {
      let outcomes = try [original, saved].map {
        try Tool.run(["convert", "--table", $0] + options + ["1", "2"])
      }
      #expect(outcomes[0].status == 0 && outcomes[0].output == outcomes[1].output)
    }
  }

  @Test("what an estimated table does not hold is refused, or counts as its nearest end")
  func outsideEstimatedTable() throws {
    let text = """
      from,to,rounded,standard_error,flag
      3,-0.5,-0.50,,outside
      4,0.2,0.20,0.1,interpolated
      5,1.5,1.50,0.2,interpolated

      """
    let table = folder.write(text, to: "floored.csv")
    func outcome(_ arguments: String...) throws -> Tool.Outcome {
      try Tool.run(["convert", "--table", table] + arguments)
    }
    #expect(try outcome("4").output == "0.20\n")
    #expect(try outcome("--inverse", "1.51", "--outside", "clip").output == "5\n")
    for value in ["0.19", "-0.5", "-1000"] {
      let under = try outcome("--inverse", "--language", "en", "--", value)
      #expect(under.status == 65 && under.output.isEmpty)
      #expect(under.errors.contains("The value is \(value), the table holds 0.2 to 1.5"))
      #expect(try outcome("--inverse", "--outside", "clip", "--", value).output == "4\n")
    }
    for score in ["3", "2"] {
      let under = try outcome(score, "--language", "en")
      #expect(under.status == 65 && under.errors.contains("the table holds 4 to 5"))
      #expect(try outcome(score, "--outside", "clip").output == "0.20\n")
    }
    let nobody = folder.write("from,to,rounded,flag\n3,1,1.00,outside\n", to: "nobody.csv")
    #expect(try Tool.run("convert", "--table", nobody, "3", "--outside", "clip").status == 65)
  }

  @Test("JSON holds the exact value and the row that decided")
  func json() throws {
    let output = try converted("--bands", bands("tlu-2025"), "--json", "70")
    let answers = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    #expect(answers[0]["converted"] as? String == "25.13")
    #expect(answers[0]["exact"] as? String == "201/8")
    #expect(answers[0]["clipped"] as? Bool == false)
  }

  @Test(
    "a table with a fault is refused by its rows",
    arguments: [
      ("0,10,0,5\n12,20,5,9\n", "belong to neither"), ("0,10,0,5\n8,20,5,9\n", "share scores"),
      ("10,0,0,5\n", "low end"), ("0,10,0,5\n10,20,6,9\n", "two values"),
      ("0,0,0,5\n0,10,5,9\n", "no width"), ("0,10,0,x\n", "x"),
    ])
  func faults(rows: String, reason: String) throws {
    let file = folder.write("from_low,from_high,to_low,to_high\n" + rows, to: "faulty.csv")
    let outcome = try Tool.run("convert", "--bands", file, "5")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test(
    "ends with 64 for wrong usage",
    arguments: [
      ["5"], ["--bands", "b.csv"], ["--bands", "b.csv", "--table", "t.csv", "5"],
      ["--bands", "b.csv", "--input", "f.csv"], ["--table", "t.csv", "--step-table", "5"],
      ["--bands", "b.csv", "--confidence", "95", "5"],
      ["--table", "t.csv", "--confidence", "100", "5"],
      ["--bands", "b.csv", "--edges", "open", "5"], ["--bands", "b.csv", "--outside", "wrap", "5"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Tool.run(["convert"] + arguments).status == 64)
  }

  @Test("ends with 66 when the table is missing and with 64 for a score that is no number")
  func missing() throws {
    #expect(try Tool.run("convert", "--bands", folder.path + "/none.csv", "5").status == 66)
    #expect(try Tool.run("convert", "--bands", bands("hust-2025"), "5,5").status == 64)
  }

  @Test("takes a conversion that an exchange file names: bands, a composite, groups, floors")
  func exchangeFile() throws {
    folder.write("from_low,from_high,to_low,to_high\n0,10,0,20\n", to: "bands.csv")
    let pairs = (0...10).flatMap { score in
      ["north", "south"].map { "\(score),\(2 * score),\(5 + score),\($0)\n" }
    }
    folder.write("from,to,count,region\n" + pairs.joined(), to: "pairs.csv")
    let frequencies = (3...10).map { "\($0),\(4 + $0)\n" }
    folder.write("score,count\n" + frequencies.joined(), to: "x.csv")
    let exchange = folder.write(
      """
      exchange: small
      year: 2025
      as_of: 2025-07-16
      assessments:
        TSA: {issuer: BKA, scale: {minimum: 0, maximum: 10, step: 1}, sittings: {2025-1: 2025-01-19}}
      results:
        - {file: results.csv, school: BKA, assessment: TSA}
      conversions:
        official:
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 20, step: 0.25}
          bands: bands.csv
          rounding: half-up 1
        half:
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 20, step: 1}
          equate: {pairs: pairs.csv, design: single-group, groups: region, method: "composite:identity=0.5,linear=0.5"}
        floored:
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 10, step: 1}
          equate: {from: x.csv, to: x.csv, design: equivalent-groups, method: equipercentile, from_floor: 3, to_floor: 3}

      """, to: "exchange.yaml")
    func value(_ name: String, _ further: String...) throws -> Tool.Outcome {
      try Tool.run(["convert", "--exchange", exchange, "--conversion", name] + further)
    }
    #expect(try value("official", "7").output == "14.0\n")
    #expect(try value("official", "--inverse", "7").output == "3.5\n")
    // The mean of x and 2x.
    #expect(try value("half", "6").output == "9.00\n")
    #expect(try value("floored", "7").output == "7.00\n")
    #expect(try value("none", "7").status == 64)
    #expect(try value("official", "7", "--rounding", "half-up 2").status == 64)
    #expect(try value("official", "7", "--confidence", "95").status == 64)
    #expect(try Tool.run("convert", "--exchange", exchange, "7").status == 64)
    let bad = try String(contentsOfFile: exchange, encoding: .utf8)
      .replacingOccurrences(of: "linear=0.5", with: "linear=0.6")
    let refused = try Tool.run(
      "convert", "--exchange", folder.write(bad, to: "bad.yaml"), "--conversion", "half", "6")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("bad.yaml:17:"), "\(refused.errors)")
    #expect(refused.errors.contains("weights that add up to 1"))
  }
}
