import ScoreLinking
import Scores
import Testing

@Suite struct PublishedTableTests {
  @Test(
    "Every published table is consistent under both edge rules",
    arguments: [
      "hust-2025", "calculator-2025-tsa", "calculator-2025-hsa", "calculator-2025-transcript",
      "tlu-2025", "tlu-2025-transcript", "utt-2025-tsa", "utt-2025-hsa", "utt-2025-spt",
      "ptit-2025-tsa", "ptit-2025-hsa", "ptit-2025-vact", "haui-2026", "hsa-2025-a00",
      "hsa-2025-b00", "hsa-2025-c00", "hsa-2025-d01", "ftu-2025-hsa", "ftu-2025-vact",
    ])
  func consistent(name: String) throws {
    let left = try PublishedTables.table(name, edges: .leftClosed)
    let right = try PublishedTables.table(name, edges: .rightClosed)
    for band in left.bands {
      for end in [band.fromLow, band.fromHigh] {
        #expect(try left.convert(end).exact == right.convert(end).exact)
      }
    }
  }

  @Test(
    "HUST 2025 prints these cutoffs of the graduation examination with their TSA scores",
    arguments: [("27.68", "70.79"), ("29.39", "86.97"), ("19.5", "46.95")] as [(Score, Score)])
  func hustCutoffs(graduation: Score, tsa: Score) throws {
    let table = try PublishedTables.table("hust-2025")
    #expect(try RoundingRule.standard.rounded(table.inverse(of: graduation).exact) == tsa)
  }

  @Test("The 27.68 of HUST 2025 lies in the printed band 69.88 to 76.23")
  func hustBand() throws {
    let band = try PublishedTables.table("hust-2025").inverse(of: "27.68").band
    #expect(band.fromLow == "69.88" && band.fromHigh == "76.23" && band.row == 3)
  }

  @Test(
    "One TSA score is worth something else at every school",
    arguments: [
      ("hust-2025", ["20.96", "25.15", "27.57", "28.84", "29.53"]),
      ("utt-2025-tsa", ["21.06", "25.05", "26.29", "27.52", "28.76"]),
      ("tlu-2025", ["19.25", "22.75", "25.13", "26.88", "28.75"]),
      ("ptit-2025-tsa", [nil, "20.75", "25.48", "27.75", "28.88"]),
      ("haui-2026", ["21.35", "25.50", "27.50", nil, "30"]),
    ] as [(String, [Score?])])
  func sameScore(name: String, values: [Score?]) throws {
    let table = try PublishedTables.table(name)
    for (score, value) in zip(["50", "60", "70", "80", "90"] as [Score], values) {
      if let value {
        #expect(try RoundingRule.standard.rounded(table.convert(score).exact) == value)
      } else {
        #expect(throws: LinkingError(code: .outside)) { try table.convert(score) }
      }
    }
  }

  @Test("TLU's 70 is exactly 25.125, so the rounding rule decides")
  func tie() throws {
    let exact = try PublishedTables.table("tlu-2025").convert("70").exact
    #expect(try exact == ExactFraction(201, 8))
    #expect(try RoundingRule.halfUp(decimals: 2).rounded(exact) == "25.13")
    #expect(try RoundingRule.halfEven(decimals: 2).rounded(exact) == "25.12")
    #expect(try RoundingRule.truncate(decimals: 2).rounded(exact) == "25.12")
    #expect(try RoundingRule.step("0.25", afterDecimals: 2).rounded(exact) == "25.25")
  }

  @Test("TLU's floor of 18 is 47.22 on the TSA scale, and its flat top has no way back")
  func tluInverse() throws {
    let table = try PublishedTables.table("tlu-2025")
    #expect(try RoundingRule.standard.rounded(table.inverse(of: "18").exact) == "47.22")
    let error = #expect(throws: LinkingError(code: .notInvertible)) { try table.inverse(of: "30") }
    #expect(error?.rows == [6])
    #expect(try table.lowestScore(reaching: "30", on: tsa, rounding: .standard) == "94.98")
    #expect(
      try table.lowestScore(reaching: "30", on: tsa, rounding: .truncate(decimals: 2)) == "95")
  }

  @Test("FTU prints HSA 100 as 27 and V-ACT by 3/350 a point above 850")
  func ftu() throws {
    let vact = try PublishedTables.table("ftu-2025-vact")
    #expect(try vact.convert("1025").exact == ExactFraction(57, 2))
    #expect(try PublishedTables.table("ftu-2025-hsa").convert("100").exact == ExactFraction(27, 1))
  }

  @Test(
    "A step table answers decimals by the whole points it prints, and no wider gap",
    arguments: [
      ("50", "21.35"), ("51", "21.35"), ("51.75", "21.35"), ("51.99", "21.35"), ("52", "22.25"),
      ("73.99", "28.00"), ("74", nil), ("74.2", nil), ("75", "28.50"), ("76.5", "28.50"),
      ("77", nil), ("84.99", nil), ("85", "30"), ("100", "30"), ("49.99", nil), ("100.5", nil),
    ] as [(Score, Score?)])
  func steps(score: Score, value: Score?) throws {
    let table = try PublishedTables.table("haui-2026")
    if let value {
      #expect(try table.convert(score).exact == ExactFraction(value))
    } else {
      #expect(throws: LinkingError(code: .outside)) { try table.convert(score) }
    }
    #expect(throws: LinkingError(code: .notInvertible)) { try table.inverse(of: "28") }
  }

  @Test(
    "The lowest score that reaches a cutoff is the one a search over all scores finds",
    arguments: ["hust-2025", "tlu-2025", "haui-2026", "ptit-2025-tsa"])
  func lowestScore(name: String) throws {
    let table = try PublishedTables.table(name)
    let tsa = try tsa
    for cutoff in ["17", "21.35", "24.37", "27.5", "28.01", "30", "31"] as [Score] {
      let found = try table.lowestScore(reaching: cutoff, on: tsa, rounding: .standard)
      let searched = (0..<tsa.pointCount).lazy.map(tsa.score(at:)).first { score in
        guard let value = try? table.convert(score).exact,
          let rounded = try? RoundingRule.standard.rounded(value)
        else { return false }
        return rounded >= cutoff
      }
      #expect(found == searched, "\(cutoff)")
    }
  }

  @Test("HUST's other combinations stand half a point lower")
  func offsets() throws {
    let offsets = CombinationOffsets(base: "A00", offsets: ["D01": "-0.5", "D04": "-0.5"])
    #expect(try offsets.score(levelWith: "28.19", of: "A00", in: "D01") == "27.69")
    #expect(try offsets.score(levelWith: "27.69", of: "D04", in: "A00") == "28.19")
    #expect(try offsets.score(levelWith: "27.69", of: "D04", in: "D01") == "27.69")
    #expect(throws: LinkingError(code: .settings)) {
      try offsets.score(levelWith: "28", of: "A00", in: "C00")
    }
  }

  private var tsa: ScoreScale {
    get throws { try ScoreScale(minimum: "0", maximum: "100", step: "0.01") }
  }
}
