import Foundation
import TestSupport
import Testing

/// What becomes of outputs that cannot go where they should, and of what quoted text may do.
@Suite("Outputs of the tool")
struct OutputPathTests {
  private let folder = TemporaryFolder()
  private let exchange = Fixtures.path("odd-rows/exchange.yaml")
  private let file = Fixtures.path("odd-rows/results/bka.csv")
  private let bands = Fixtures.path("conversions/hust-2025.csv")

  #if os(Linux)
    @Test("a full disk behind standard output ends with 74 and is said")
    func fullStandardOutput() throws {
      let outcome = try Tool.shell(
        "'\(Tool.executable.path)' convert --bands '\(bands)' 70 > /dev/full")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("standard output cannot be written"))
    }

    @Test("a device takes the bytes and is not replaced, a full one ends with 74")
    func device() throws {
      let link = folder.path + "/full"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
      let outcome = try Tool.run("import", file, "--exchange", exchange, "-o", link)
      #expect(outcome.status == 74, "\(outcome.errors)")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/full")
    }
  #endif

  @Test(
    "a table that cannot be written is named as it was asked for, once, with the reason",
    arguments: ["import FILE --exchange EX -o OUT/results.csv", "run EX -o OUT"])
  func failedTable(command: String) throws {
    let words = command.replacing("FILE", with: file).replacing("EX", with: exchange)
      .replacing("OUT", with: folder.path + "/out")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/out", withIntermediateDirectories: true)
    let outcome = try Tool.shell("ulimit -f 0; \"$@\" \(words) --quiet", [Tool.executable.path])
    #expect(outcome.status == 74)
    let said = outcome.errors.wholeMatch(
      of: #/error: (.+)/[a-z]+\.csv: the table cannot be written \((.+)\)\n/#)
    #expect(said.map { String($0.1) } == folder.path + "/out", "\(outcome.errors)")
    #expect(said.map { String($0.2) } == "the file would be too large")
  }

  @Test("a reader that goes away is no failure")
  func brokenPipe() throws {
    let outcome = try Tool.shell(
      "'\(Tool.executable.path)' import '\(file)' --exchange '\(exchange)' --quiet | true")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
  }

  @Test(
    "a reader that goes away is no failure of any command that prints",
    arguments: [
      "--help", "run --help", "--generate-completion-script bash", "inspect BKA --exchange EX",
      "run EX --dry-run", "explain P01 EX", "link BKA BKA", "link BKA BKA --json",
      "cluster BKA BKA", "convert --bands BANDS 70", "sample --results 10 -o OUT --json",
      "import BKA --exchange EX --json", "run --no-such-option",
    ])
  func brokenPipes(command: String) throws {
    let people = Fixtures.path("odd-people")
    let words = command.replacing("BKA", with: people + "/results/bka.csv")
      .replacing("EX", with: people + "/exchange.yaml").replacing("BANDS", with: bands)
      .replacing("OUT", with: folder.path + "/sample")
    let isUsage = command == "run --no-such-option"
    // The reader is gone before the first byte is written.
    let outcome = try Tool.shell(
      "{ sleep 0.3; '\(Tool.executable.path)' \(words) --quiet; echo status $? >&2; } | true")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.last == (isUsage ? "status 64" : "status 0"), "\(outcome.errors)")
    if !isUsage { #expect(lines.count == 1, "\(outcome.errors)") }
  }

  @Test("an output does not replace an input, nor another output")
  func sharedPaths() throws {
    let copy = folder.path + "/bka.csv"
    try FileManager.default.copyItem(atPath: file, toPath: copy)
    let before = try Data(contentsOf: URL(fileURLWithPath: copy))
    let over = try Tool.run(
      "import", copy, "--exchange", exchange, "-o", folder.path + "/./bka.csv")
    #expect(over.status == 64 && over.errors.contains("bka.csv is read"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
    let out = folder.path + "/out.csv"
    let twice = try Tool.run("import", file, "--exchange", exchange, "-o", out, "--rejects", out)
    #expect(twice.status == 64)
    let spelt = try Tool.run(
      "import", file, "--exchange", exchange, "-o", out, "--rejects", folder.path + "/./out.csv")
    #expect(spelt.status == 64)
    let scores = folder.write("score\n70\n", to: "scores.csv")
    let converted = try Tool.run(
      "convert", "--bands", bands, "--input", scores, "--column", "score", "-o", scores)
    #expect(converted.status == 64)
    let key = folder.write("0123456789abcdef", to: "shared.key")
    for output in [copy, key] {
      #expect(try Tool.run("tokens", copy, "--key", key, "-o", output).status == 64)
    }
    #expect(try Tool.run("cluster", copy, file, "-o", copy).status == 64)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
    #expect(
      try Tool.run(
        "import", file, "--exchange", exchange, "-o", "/dev/null", "--rejects", "/dev/null"
      ).status == 0)
  }

  @Test(
    "no file of a placement, a link or a conversion is lost to an output, however it is named",
    arguments: [
      "equate -o x.csv", "equate -o ./y.csv", "equate -o link", "equate -o o.csv --plot x.csv",
      "equate -o o.csv --plot o.csv", "equate -o o.csv --compare-bands o.csv",
      "network --link A=x.csv -o x.csv", "network --link A=x.csv -o link",
      "network --link A=y.csv --people A=x.csv -o link",
      "place --programmes p.csv --wishes w.csv --pools x.csv -o x.csv",
      "place --programmes p.csv --wishes w.csv --yields x.csv --cutoffs x.csv",
      "link y.csv y.csv --model x.csv -o x.csv", "link y.csv y.csv --train --model o -o o",
    ])
  func keptInputs(command: String) throws {
    let table = "score,count\n0,5\n1,6\n2,5\n"
    let files = ["x.csv", "y.csv"].map { folder.write(table, to: $0) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "x.csv")
    let further = [
      "equate": [
        "--design", "equivalent-groups", "--from", "x.csv", "--to", "y.csv", "--from-scale",
        "0:2:1", "--to-scale", "0:2:1", "--method", "linear",
      ], "network": ["--base", "B", "--link", "C=y.csv", "--from", "A", "--to", "C"],
    ]
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Tool.run(words + (further[words[0]] ?? []), in: folder.path)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(try files.allSatisfy { try String(contentsOfFile: $0, encoding: .utf8) == table })
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(left) == ["x.csv", "y.csv", "link"])
  }

  @Test(
    "where one output of a command cannot be made, none of the others changes",
    arguments: [
      "link L R -o old --review nowhere/r",
      "link L R --review old --train --model nowhere/m -o new",
      "link L R -o old.csv --xlsx --review nowhere/r", "cluster L R -o old --review nowhere/r",
      "equate EQ -o old --plot nowhere/p", "place PL -o old --certificate nowhere/c",
      "place PL --cutoffs old --rejects new -o nowhere/p",
      "import RESULTS --exchange EX --rejects old -o nowhere/r.csv",
      "import RESULTS --exchange EX -o old --rejects nowhere/r",
    ])
  func jointOutputs(command: String) throws {
    // Enough people for a model to be estimated.
    let people = (0..<100).reduce("id,name,birth_date\n") { rows, number in
      let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"][number % 5]
      let middle = ["Văn", "Thị", "Minh", "Ngọc"][number / 5 % 4]
      let given = ["An", "Bình", "Chi", "Dũng", "Hà"][number / 20]
      let birth = "2007-0\(1 + number % 9)-1\(number % 7)"
      return rows + "\(number),\(family) \(middle) \(given),\(birth)\n"
    }
    let inputs = [
      folder.write(people, to: "L"), folder.write(people, to: "R"),
      folder.write("from,to\n0,0\n1,2\n2,1\n1,1\n2,2\n", to: "pairs"),
      folder.write("programme,quota\nA,1\n", to: "P"),
      folder.write("applicant,rank,programme,score\na,1,A,20\nb,1,B,20\n", to: "W"),
    ]
    let old = command.contains("old.csv") ? "old.csv" : "old"
    folder.write("old", to: old)
    let words =
      command
      .replacing(
        "EQ",
        with: "--design single-group --pairs pairs --from-scale 0:2:1 --to-scale 0:2:1 "
          + "--method linear"
      )
      .replacing("PL", with: "--programmes P --wishes W").replacing("EX", with: exchange)
      .replacing("RESULTS", with: file)
    let outcome = try Tool.run(words.split(separator: " ").map(String.init), in: folder.path)
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(try String(contentsOfFile: folder.path + "/" + old, encoding: .utf8) == "old")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.count == inputs.count + 1, "\(left)")
  }

  @Test("a heading on two lines is quoted on one")
  func brokenHeading() throws {
    let odd = folder.write("\"S\nBD\",beta\n1,2\n", to: "broken.csv")
    let outcome = try Tool.run("import", odd, "--exchange", exchange)
    #expect(outcome.status == 65 && outcome.errors.contains("\"S BD\", \"beta\""))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("control characters of a file are shown, not sent to the terminal")
  func controlCharacters() throws {
    let odd = folder.write("S\u{1B}[31mBD,beta\n1,2\n", to: "odd.csv")
    let outcome = try Tool.run("import", odd, "--exchange", exchange)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("S\\u{1b}[31mBD") && !outcome.errors.contains("\u{1B}"))
  }
}
