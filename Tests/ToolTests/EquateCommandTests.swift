import Foundation
import TestSupport
import Testing

@Suite("score-exchange equate")
struct EquateCommandTests {
  private let folder = TemporaryFolder()

  /// ACT Mathematics, forms X and Y (Kolen & Brennan, table 2.5): frequencies of the scores 0...40.
  private static let formX = [
    0, 1, 1, 3, 9, 18, 59, 67, 91, 144, 149, 192, 192, 192, 201, 204, 217, 181, 184, 170, 201, 147,
    163, 147, 140, 147, 126, 113, 100, 106, 107, 91, 83, 73, 72, 75, 50, 37, 38, 23, 15,
  ]
  private static let formY = [
    0, 1, 3, 13, 42, 59, 95, 131, 158, 161, 194, 164, 166, 197, 177, 158, 169, 132, 158, 151, 134,
    137, 122, 110, 116, 132, 104, 104, 114, 97, 107, 88, 80, 79, 70, 61, 48, 47, 29, 32, 12,
  ]

  private func frequencies(_ counts: [Int], _ name: String) -> String {
    let lines = counts.enumerated().map { "\($0.offset),\($0.element)\n" }
    return folder.write("score,count\n" + lines.joined(), to: name)
  }

  /// The arguments for ACT Mathematics.
  private func act(_ further: String...) -> [String] {
    [
      "equate", "--design", "equivalent-groups", "--from", frequencies(Self.formX, "x.csv"),
      "--to", frequencies(Self.formY, "y.csv"), "--from-scale", "0:40:1", "--to-scale", "0:40:1",
    ] + further
  }

  /// Pairs of scores 0...4 and 0...4 of one group, and the arguments for them.
  private func pairs(_ further: String...) -> [String] {
    let table = [
      [5, 2, 1, 0, 0], [2, 9, 3, 1, 0], [0, 4, 9, 4, 1], [0, 1, 3, 8, 2], [0, 0, 1, 2, 4],
    ]
    var text = "from,to,count,region\n"
    for (row, counts) in table.enumerated() {
      for (column, count) in counts.enumerated() where count > 0 {
        text += "\(row),\(column),\(count),north\n\(row),\(column),\(2 * count),south\n"
      }
    }
    return [
      "equate", "--design", "single-group", "--pairs", folder.write(text, to: "pairs.csv"),
      "--from-scale", "0:4:1", "--to-scale", "0:4:1",
    ] + further
  }

  @Test("gives no error to a line through all pairs, which no sample would move")
  func perfectPairs() throws {
    let path = folder.write("from,to,count\n3,4,2\n4,5,3\n7,8,4\n", to: "perfect.csv")
    let outcome = try Tool.run([
      "equate", "--design", "single-group", "--pairs", path, "--from-scale", "0:10:1",
      "--to-scale", "0:12:1", "--method", "linear", "--minimum-sample", "1",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let errors = outcome.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[3]
    }
    #expect(errors.count == 11 && errors.allSatisfy { $0 == "0" }, "\(errors)")
  }

  @Test(
    "says in whole words of the language on which test everybody has one score",
    arguments: [
      ([9, 0], [4, 5], "ở bài thi thứ nhất."), ([4, 5], [9, 0], "ở bài thi thứ hai."),
    ])
  func loneScore(from: [Int], to: [Int], sentence: String) throws {
    let outcome = try Tool.run(
      "equate", "--design", "equivalent-groups", "--from", frequencies(from, "x.csv"), "--to",
      frequencies(to, "y.csv"), "--from-scale", "0:1:1", "--to-scale", "0:1:1", "--method",
      "linear", "--language", "vi")
    #expect(outcome.status == 65 && outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test("names the greatest count in full, for it is nobody's number")
  func greatCount() throws {
    let path = folder.write("from,to,count\n3,4,99999999999999\n", to: "great.csv")
    let outcome = try Tool.run([
      "equate", "--design", "single-group", "--pairs", path, "--from-scale", "0:10:1",
      "--to-scale", "0:10:1", "--method", "linear",
    ])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("is not between 0 and 1"))
    #expect(!(outcome.errors.split(separator: "between").last ?? "*").contains("*"))
  }

  /// Table 5.1 and 5.2 of Kolen & Brennan in hundredths, and the arguments for them.
  private func anchored(_ kind: String, _ further: String...) -> [String] {
    let first = [
      [4, 4, 2, 0], [4, 8, 2, 1], [6, 12, 5, 2], [3, 12, 5, 5], [2, 3, 4, 6], [1, 1, 2, 6],
    ]
    let second = [
      [4, 3, 1, 0], [7, 5, 7, 1], [3, 5, 12, 2], [3, 4, 13, 5], [2, 2, 5, 6], [1, 1, 2, 6],
    ]
    func write(_ table: [[Int]], _ name: String) -> String {
      var text = "score,anchor,count\n"
      for (row, counts) in table.enumerated() {
        for (column, count) in counts.enumerated() { text += "\(row),\(column),\(count)\n" }
      }
      return folder.write(text, to: name)
    }
    return [
      "equate", "--design", "anchor", "--from", write(first, "xv.csv"), "--to",
      write(second, "yv.csv"), "--anchor", kind, "--from-scale", "0:5:1", "--to-scale", "0:5:1",
    ] + further
  }

  /// The lines of a table as columns by heading.
  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let headings = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "writes the values that Kolen & Brennan print for ACT Mathematics",
    arguments: [
      ("equipercentile", 25, 25.0292), ("equipercentile", 1, 0.9796),
      ("equipercentile", 10, 8.1607), ("linear", 36, 36.5583), ("mean", 36, 35.1274),
      ("identity", 36, 36),
    ])
  func printedValues(method: String, score: Int, printed: Double) throws {
    let outcome = try Tool.run(act("--method", method))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("from,to,rounded,standard_error,flag\n0,"))
    let lines = rows(outcome.output)
    #expect(lines.count == 41)
    let value = try #require(lines[score]["to"].flatMap(Double.init))
    #expect(abs(value - printed) < 5.0001e-5)
    let error = try #require(lines[score]["standard_error"].flatMap(Double.init))
    #expect(method == "identity" ? error == 0 : error > 0 && error < 1)
  }

  @Test("marks scores nobody has, and values that left the scale and were clipped")
  func flags() throws {
    let linear = rows(try Tool.run(act("--method", "linear")).output)
    let top = linear[40]
    #expect(top["flag"] == "clipped" && top["rounded"] == "40.00")
    #expect(try #require(top["to"].flatMap(Double.init)) > 40.9)
    let gaps = rows(try Tool.run(act("--method", "equipercentile")).output)
    #expect(gaps[0]["flag"] == "zero-frequency" && gaps[25]["flag"] == "interpolated")
    let floors = rows(
      try Tool.run(
        ["equate", "--design", "equivalent-groups", "--from"]
          + [folder.write("score,count\n2,3\n3,4\n4,1\n", to: "a.csv"), "--to"]
          + [folder.write("score,count\n2,2\n3,4\n4,5\n", to: "b.csv"), "--from-scale", "0:4:1"]
          + ["--to-scale", "0:4:1", "--method", "equipercentile", "--from-floor", "2"]
          + ["--to-floor", "2"]
      ).output)
    #expect(floors.map { $0["flag"] }.prefix(3) == ["outside", "outside", "interpolated"])
  }

  @Test(
    "links groups with an anchor by every method that uses one",
    arguments: [
      ("tucker", "external"), ("levine", "internal"), ("levine", "external"),
      ("levine-true", "internal"), ("chained-linear", "external"),
      ("chained-equipercentile", "external"), ("frequency-estimation", "internal"),
    ])
  func anchorMethods(method: String, kind: String) throws {
    let outcome = try Tool.run(anchored(kind, "--method", method, "--weight", "1"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let values = rows(outcome.output).compactMap { $0["to"].flatMap(Double.init) }
    #expect(values.count == 6)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    if method == "frequency-estimation" {
      for (value, printed) in zip(values, [-0.02, 0.83, 1.76, 2.92, 3.98, 5.0]) {
        #expect(abs(value - printed) < 0.0051)
      }
    }
  }

  @Test("tells in JSON how the table was made and what it rests on")
  func report() throws {
    let outcome = try Tool.run(
      pairs("--method", "equipercentile", "--json", "--groups", "region", "--bootstrap", "20"))
    #expect(outcome.status == 0)
    let report = try json(outcome.output)
    let settings = try #require(report["settings"] as? [String: Any])
    #expect(settings["design"] as? String == "single-group")
    #expect(settings["from_scale"] as? String == "0:4:1")
    let group = try #require(report["single_group"] as? [String: Any])
    let correlation = try #require(group["correlation"] as? Double)
    let reduction = try #require(group["reduction_in_uncertainty"] as? Double)
    #expect(abs(reduction - (1 - (1 - correlation * correlation).squareRoot())) < 1e-15)
    #expect(group["kind"] as? String == "concordance")
    let inputs = try #require(report["inputs"] as? [[String: Any]])
    #expect(inputs[0]["people"] as? Int == 186)
    #expect((inputs[0]["sha256"] as? String)?.count == 64)
    let table = try #require(report["table"] as? [[String: Any]])
    #expect(table.count == 5)
    // Both regions have the same shares, so nobody's conversion depends on the region.
    let invariance = try #require(report["invariance"] as? [String: Any])
    #expect(try #require(invariance["remsd"] as? Double) < 1e-12)
    let groups = try #require(invariance["groups"] as? [[String: Any]])
    #expect(groups.map { $0["people"] as? Int } == [62, 124])
    let bootstrap = try #require(report["bootstrap"] as? [String: Any])
    #expect(bootstrap["replications"] as? Int == 20)
  }

  @Test("gives the same bytes for the same samples, whatever the number of threads")
  func determinism() throws {
    let one = try Tool.run(
      pairs("--method", "kernel", "--bootstrap", "40", "--seed", "7", "--json", "--threads", "1"))
    let many = try Tool.run(
      pairs("--method", "kernel", "--bootstrap", "40", "--seed", "7", "--json", "--threads", "5"))
    #expect(one.status == 0 && one.output == many.output)
    #expect((try json(one.output)["bandwidths"] as? [Double])?.count == 2)
  }

  @Test("draws into a file, or on the terminal without touching the table")
  func plots() throws {
    let file = folder.path + "/plot.svg"
    let drawn = try Tool.run(
      act("--method", "linear", "--plot", file, "-o", folder.path + "/t.csv"))
    #expect(drawn.status == 0 && drawn.output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<svg"))
    let shown = try Tool.run(act("--method", "linear", "--plot", "-"))
    #expect(shown.output.hasPrefix("from,to,") && !shown.output.contains("*"))
    #expect(shown.errors.contains("40 |") && shown.errors.contains("*"))
  }

  @Test("measures how far an official band table lies from the conversion")
  func comparedBands() throws {
    let bands = folder.write("from_low,from_high,to_low,to_high\n0,40,1,41\n", to: "bands.csv")
    let outcome = try Tool.run(
      act("--method", "identity", "--compare-bands", bands, "--json", "-o", folder.path + "/t.csv"))
    let distance = try #require(try json(outcome.output)["band_distance"] as? [String: Any])
    #expect(distance["root_mean_square"] as? Double == 1 && distance["maximum"] as? Double == 1)
    #expect(distance["unanswered"] as? Int == 0)
  }

  @Test("smooths: the first moments of the smoothed data are those of the data")
  func smoothing() throws {
    for presmoothing in ["loglinear:4", "loglinear:aic", "loglinear:bic", "loglinear:lr"] {
      let outcome = try Tool.run(
        act("--method", "equipercentile", "--presmoothing", presmoothing, "--json"))
      #expect(outcome.status == 0)
      let fits = try #require(try json(outcome.output)["fits"] as? [[String: Any]])
      #expect(fits.count == 2)
    }
    let spline = try Tool.run(
      act("--method", "equipercentile", "--postsmoothing", "spline:0.3", "--bootstrap", "10"))
    #expect(rows(spline.output).allSatisfy { !($0["standard_error"] ?? "").isEmpty })
    let bivariate = try Tool.run(
      pairs("--method", "equipercentile", "--presmoothing", "loglinear:2,2,1"))
    #expect(bivariate.status == 0)
  }

  @Test(
    "refuses data that carry no link, with 65 and the reason",
    arguments: [
      ("score,count\n1,2\n2,-1\n", "equipercentile", "count"),
      ("score,count\n1,2\n2.5,1\n", "equipercentile", "bad.csv:3: score 2.5 "),
      ("score,count\n1,2\n7,1\n", "equipercentile", "bad.csv:3: score 7 "),
      ("score,count\n1,2\n", "linear", "do not vary"),
      ("score,count\n1,2\n", "equipercentile", "do not vary"),
      ("score,count\n1,0\n", "mean", "No one has a score"),
      ("score,count\n1,x\n", "mean", "x"),
      ("score,count\n", "mean", "No one has a score"),
    ])
  func badData(text: String, method: String, reason: String) throws {
    let good = folder.write("score,count\n0,1\n1,2\n2,3\n", to: "good.csv")
    let outcome = try Tool.run([
      "equate", "--design", "equivalent-groups", "--from", folder.write(text, to: "bad.csv"),
      "--to", good, "--from-scale", "0:4:1", "--to-scale", "0:4:1", "--method", method, "-o",
      folder.path + "/table.csv",
    ])
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/table.csv"))
  }

  @Test("refuses too high a degree, too few people, one floor alone and anchors apart")
  func refusals() throws {
    func refused(_ arguments: [String], _ reason: String) throws {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
    try refused(
      pairs("--method", "equipercentile", "--presmoothing", "loglinear:5"), "too many terms")
    try refused(act("--method", "linear", "--minimum-sample", "4200"), "too few")
    try refused(act("--method", "mean", "--from-floor", "1"), "cut at a floor")
    try refused(act("--method", "mean", "--from-floor", "9", "--to-floor", "9"), "under the floor")
    try refused(anchored("internal", "--method", "linear"), "links the two groups")
    let apart = folder.write("score,anchor,count\n0,7,1\n1,8,2\n2,9,1\n", to: "apart.csv")
    var arguments = anchored("external", "--method", "chained-linear")
    arguments[4] = apart
    try refused(arguments, "links the two groups")
  }

  @Test(
    "ends with 64 for words it does not know",
    arguments: [
      ["--method", "magic"], ["--method", "composite:linear=1"],
      ["--method", "linear", "--presmoothing", "loglinear:0"],
      ["--method", "linear", "--presmoothing", "loglinear:2"],
      ["--method", "composite:mean=0.5,identity=0.5", "--presmoothing", "loglinear:2"],
      ["--method", "linear", "--postsmoothing", "spline:1"],
      ["--method", "kernel", "--bandwidth", "-1"], ["--method", "linear", "--rounding", "up 2"],
      ["--method", "linear", "--weight", "0.5"], ["--method", "linear", "--bootstrap", "1"],
      ["--method", "linear", "--bootstrap", "99999999999"],
      ["--method", "linear", "--pairs", "p.csv"], ["--method", "tucker"],
    ])
  func usage(further: [String]) throws {
    #expect(try Tool.run(act() + further).status == 64)
  }

  @Test("ends with 66 when a file is missing")
  func missing() throws {
    var arguments = act("--method", "mean")
    arguments[4] = folder.path + "/nowhere.csv"
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 66 && outcome.errors.contains("nowhere.csv"))
  }
}
