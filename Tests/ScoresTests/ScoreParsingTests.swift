import Scores
import Testing
import TestSupport

@Suite struct ScoreParsingTests {
  @Test(
    "A plain decimal keeps every digit it has",
    arguments: [
      ("0", 0), ("27.68", 27_680_000_000), ("0.29", 290_000_000), ("-0.5", -500_000_000),
      ("007", 7_000_000_000), ("1.123456789", 1_123_456_789), ("-0", 0),
      ("1.1234567890000", 1_123_456_789), ("9223372036.854775807", Int64.max),
    ])
  func plain(text: String, billionths: Int64) throws {
    #expect(try Score(parsing: text).billionths == billionths)
    #expect(try Score(parsing: Array(text.utf8)).billionths == billionths)
    #expect(try Score(parsing: Array(text.utf8).span).billionths == billionths)
  }

  @Test(
    "Every other text is refused with its own code",
    arguments: [
      ("", ScoreError.Code.empty), ("-", .syntax), (".5", .syntax), ("5.", .syntax),
      ("+5", .syntax), (" 5", .syntax), ("5 ", .syntax), ("1,5", .syntax), ("1.2.3", .syntax),
      ("1 000", .syntax), ("--1", .syntax), ("1-", .syntax), ("nan", .syntax), ("e5", .syntax),
      ("５", .syntax), ("0x1F", .syntax), ("1.2E+11", .scientificNotation),
      ("1e5", .scientificNotation), ("1.1234567891", .precision), ("1.0000000000001", .precision),
      ("9223372036.854775808", .overflow), ("99999999999999999999999999", .overflow),
      ("10000000000", .overflow),
    ])
  func refused(text: String, code: ScoreError.Code) {
    let error = #expect(throws: ScoreError.self) { try Score(parsing: text) }
    #expect(error?.code == code)
  }

  @Test(
    "A decimal finer than scores is the nearest of them where that is asked for",
    arguments: [
      ("33.3333333333333333", 33_333_333_333), ("66.6666666666666667", 66_666_666_667),
      ("0.0000000005", 1), ("-0.0000000005", -1), ("0.00000000049", 0), ("27.68", 27_680_000_000),
      ("1.9999999999", 2_000_000_000), ("7", 7_000_000_000),
    ])
  func nearest(text: String, billionths: Int64) throws {
    #expect(try Score(nearest: text).billionths == billionths)
  }

  @Test(
    "What is no number is none however finely it is read", arguments: ["1.0000000000x", "1.", ""])
  func nearestToNothing(text: String) {
    #expect(throws: ScoreError.self) { try Score(nearest: text) }
  }

  @Test("A file with a decimal comma reads commas, and points no longer")
  func comma() throws {
    #expect(try Score(parsing: "27,68", decimalSeparator: .comma).billionths == 27_680_000_000)
    let error = #expect(throws: ScoreError.self) {
      try Score(parsing: "27.68", decimalSeparator: .comma)
    }
    #expect(error?.code == .syntax)
  }

  @Test("A printed score reads back as itself, with any number of decimals")
  func roundTrip() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<2_000 {
      let shift = Int.random(in: 0..<64, using: &random)
      let value = Int64.random(in: -Int64.max...Int64.max, using: &random) >> shift
      let score = Score(billionths: value)
      #expect(try Score(parsing: score.formatted()) == score)
      #expect(try Score(parsing: score.formatted(decimals: Int(value & 15))) == score)
    }
  }

  @Test("Random bytes are read as a decimal only when they spell one")
  func fuzz() {
    var random = SplitMix64(seed: 2)
    let alphabet = Array("0123456789.-,eE +".utf8)
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...12, using: &random)
      let bytes = (0..<length).map { _ in alphabet[Int(random.next() % 17)] }
      let text = String(decoding: bytes, as: UTF8.self)
      let isPlain = text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
      let score = try? Score(parsing: bytes)
      if !isPlain { #expect(score == nil, "\(text)") }
      if let score { #expect(abs(Double(score) - (Double(text) ?? .nan)) < 1e-6) }
    }
  }
}
