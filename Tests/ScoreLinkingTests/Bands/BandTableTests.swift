import ScoreLinking
import Scores
import Testing
import TestSupport

@Suite struct BandTableTests {
  typealias Row = (Score, Score, Score, Score)

  func table(
    _ rows: [Row], edges: BandTable.EdgeRule = .rightClosed, isInterpolated: Bool = true
  ) throws(LinkingError) -> BandTable {
    let bands = rows.enumerated().map { index, row in
      BandTable.Band(
        fromLow: row.0, fromHigh: row.1, toLow: row.2, toHigh: row.3, row: index + 1)
    }
    return try BandTable(bands: bands, edges: edges, isInterpolated: isInterpolated)
  }

  @Test(
    "A table with a fault is refused, and the refusal names the rows",
    arguments: [
      ([], .empty, []),
      ([("50", "40", "10", "20")], .reversed, [1]),
      ([("40", "50", "20", "10")], .order, [1]),
      ([("40", "40", "10", "20")], .zeroWidth, [1]),
      ([("40", "50", "10", "20"), ("49", "60", "20", "30")], .overlap, [1, 2]),
      ([("40", "60", "10", "20"), ("45", "50", "20", "30")], .overlap, [1, 2]),
      ([("40", "50", "10", "20"), ("51", "60", "20", "30")], .gap, [1, 2]),
      ([("40", "50", "10", "20"), ("50", "60", "21", "30")], .jump, [1, 2]),
      ([("40", "50", "10", "20"), ("50", "60", "15", "30")], .order, [1, 2]),
      (
        [("40", "50", "1", "2"), ("50", "60", "2", "3"), ("45", "70", "3", "4")], .overlap, [1, 3]
      ),
    ] as [([Row], LinkingError.Code, [Int])])
  func faults(rows: [Row], code: LinkingError.Code, atFault: [Int]) {
    let error = #expect(throws: LinkingError.self) { try table(rows) }
    #expect(error?.code == code)
    #expect(error?.rows.sorted() == atFault)
  }

  @Test("A step table has one value a band, and single scores only where they stand alone")
  func stepFaults() throws {
    #expect(throws: LinkingError(code: .notAStep)) {
      try table([("40", "50", "10", "20")], isInterpolated: false)
    }
    #expect(throws: LinkingError(code: .zeroWidth)) {
      try table([("40", "40", "10", "10"), ("40", "50", "20", "20")], isInterpolated: false)
    }
    let single = try table(
      [("40", "40", "10", "10"), ("41", "50", "20", "20")], isInterpolated: false)
    #expect(try single.convert("40").exact == ExactFraction(10, 1))
  }

  @Test("A shared end belongs to the band that the edge rule says; outer ends always belong")
  func edges() throws {
    let rows: [Row] = [("40", "50", "10", "10"), ("50", "60", "20", "20")]
    let left = try table(rows, edges: .leftClosed, isInterpolated: false)
    let right = try table(rows, edges: .rightClosed, isInterpolated: false)
    #expect(try left.convert("50").band.row == 2)
    #expect(try right.convert("50").band.row == 1)
    for table in [left, right] {
      #expect(table.band(containing: "40") == 0)
      #expect(table.band(containing: "60") == 1)
      #expect(table.band(containing: "39.999") == nil)
      #expect(table.band(containing: "60.001") == nil)
    }
    #expect(try BandTable.EdgeRule(parsing: "left-closed") == .leftClosed)
    #expect(throws: LinkingError(code: .settings)) { try BandTable.EdgeRule(parsing: "closed") }
  }

  @Test("A table listed downward, or in any order, is the same table")
  func listing() throws {
    let rows: [Row] = [
      ("40", "50", "10", "20"), ("50", "60", "20", "25"), ("60", "61", "25", "30"),
    ]
    let upward = try table(rows)
    let downward = try table(rows.reversed())
    let mixed = try table([rows[1], rows[2], rows[0]])
    for score in ["40", "45.5", "50", "60.3"] as [Score] {
      #expect(try upward.convert(score).exact == downward.convert(score).exact)
      #expect(try upward.convert(score).exact == mixed.convert(score).exact)
    }
  }

  @Test("A score outside is refused with the range, or counts as the nearest end when asked")
  func outside() throws {
    let table = try table([("40", "50", "10", "20")])
    let error = #expect(throws: LinkingError(code: .outside)) { try table.convert("39.5") }
    #expect(error?.description.contains("39.5") == true)
    #expect(error?.description.contains("40 to 50") == true)
    let clipped = try table.convert("55", outside: .clip)
    #expect(clipped.isClipped)
    #expect(try clipped.exact == ExactFraction(20, 1))
    #expect(try !table.convert("50", outside: .clip).isClipped)
    #expect(try table.inverse(of: "5", outside: .clip).exact == ExactFraction(40, 1))
    #expect(throws: LinkingError(code: .outside)) { try table.inverse(of: "20.1") }
  }

  @Test("There and back is the same score, exactly, on random tables")
  func roundTrip() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<100 {
      var (from, to) = (Int64.random(in: -500...500, using: &random), Int64(0))
      let rows: [Row] = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        let (low, value) = (from, to)
        from += .random(in: 1...999, using: &random)
        to += .random(in: 1...999, using: &random)
        return (cents(low), cents(from), cents(value), cents(to))
      }
      let edges = Bool.random(using: &random) ? BandTable.EdgeRule.leftClosed : .rightClosed
      let table = try table(rows, edges: edges)
      var previous: ExactFraction?
      for value in stride(from: rows[0].0.billionths, through: from * 10_000_000, by: 70_000_000) {
        let score = Score(billionths: value)
        let forward = try table.convert(score)
        if let previous { #expect(previous < forward.exact) }
        previous = forward.exact
        if let exact = score9(forward.exact) {
          let back = try table.inverse(of: exact)
          #expect(back.exact == ExactFraction(score))
          #expect(back.band == forward.band)
        }
      }
    }
  }

  @Test("Scores of absurd size are an error, never a trap")
  func absurd() throws {
    let (least, greatest) = (Score(billionths: .min), Score(billionths: .max))
    let table = try table([(least, greatest, least, greatest)])
    for score in [least, .zero, greatest] {
      _ = try? table.convert(score)
      _ = try? table.inverse(of: score)
    }
    #expect(throws: LinkingError(code: .overflow)) { try table.convert(greatest) }
  }

  private func cents(_ count: Int64) -> Score { Score(billionths: count * 10_000_000) }

  /// The fraction as a score, when it is one.
  private func score9(_ fraction: ExactFraction) -> Score? {
    guard let score = try? RoundingRule.truncate(decimals: 9).rounded(fraction) else { return nil }
    return ExactFraction(score) == fraction ? score : nil
  }
}
