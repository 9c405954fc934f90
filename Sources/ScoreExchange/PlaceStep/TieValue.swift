import Placement
public import Scores

/// A value that tells equal scores apart: an exact decimal with up to nine fraction digits.
///
/// Ties may be ordinals, subject marks or the second at which somebody applied, so it reaches
/// further than a ``Score``: 28 digits before the point.
public struct TieValue: Hashable, Comparable, Sendable {
  /// The value in units of 10⁻⁹.
  public let billionths: Int128

  /// Billionths in one whole.
  private static let wholeUnit: Int128 = 1_000_000_000
  /// Most digits before the point.
  private static let wholeDigits = 28

  /// The value of so many billionths.
  public init(billionths: Int128) { self.billionths = billionths }

  /// The value of a score.
  public init(_ score: Score) { billionths = Int128(score.billionths) }

  /// Reads a plain decimal, written as a score is.
  ///
  /// - Parameters:
  ///   - text: The number.
  ///   - decimalSeparator: The only sign accepted between the whole and the fraction.
  /// - Throws: ``ScoreError`` with the codes of `Score(parsing:)`; `overflow` beyond 28 digits
  ///   before the point.
  /// - Complexity: O(bytes).
  public init(
    parsing text: String, decimalSeparator: DecimalSeparator = .point
  ) throws(ScoreError) {
    do throws(ScoreError) {
      self.init(try Score(parsing: text, decimalSeparator: decimalSeparator))
    } catch {
      guard error.code == .overflow else { throw error }
      try self.init(parsingWide: text, decimalSeparator)
    }
  }

  /// Reads a number with more digits than a score has: the whole on its own, the rest as a score.
  private init(parsingWide text: String, _ separator: DecimalSeparator) throws(ScoreError) {
    let isNegative = text.utf8.first == 0x2D
    let digits = text.utf8.dropFirst(isNegative ? 1 : 0)
    let whole = digits.prefix { 0x30...0x39 ~= $0 }
    let fraction = try Score(
      parsing: [0x30] + Array(digits.dropFirst(whole.count)), decimalSeparator: separator)
    let significant = whole.drop { $0 == 0x30 }
    guard significant.count <= Self.wholeDigits else { throw ScoreError(code: .overflow) }
    let magnitude =
      significant.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) } * Self.wholeUnit
      + Int128(fraction.billionths)
    billionths = isNegative ? -magnitude : magnitude
  }

  /// Whether one value is less than the other.
  public static func < (left: TieValue, right: TieValue) -> Bool {
    left.billionths < right.billionths
  }

  /// The value with the fewest digits that are exact.
  public func formatted() -> String {
    if let billionths = Int64(exactly: billionths) {
      return Score(billionths: billionths).formatted()
    }
    let (whole, fraction) = billionths.quotientAndRemainder(dividingBy: Self.wholeUnit)
    let decimals = Score(billionths: Int64(fraction.magnitude)).formatted()
    return "\(whole)\(decimals.dropFirst())"
  }
}

extension TieOrder {
  /// The tie values at a line as cutoffs state them: `tie_1>=8.25 wish-rank<=2`.
  func line(of values: [Int128]) -> String {
    zip(keys, values).map { "\($0.lineWord)\($0.text(of: $1))" }.joined(separator: " ")
  }

  /// Reads tie values at a line; empty text is none.
  ///
  /// - Throws: ``CellProblem`` for anything that does not state each key in the tie order.
  func values(
    ofLine text: String, decimalSeparator: DecimalSeparator
  ) throws(CellProblem) -> [Int128] {
    let words = text.split(separator: " ")
    if words.isEmpty { return [] }
    var values: [Int128] = []
    for (word, key) in zip(words, keys) where word.hasPrefix(key.lineWord) {
      let number = String(word.dropFirst(key.lineWord.count))
      if key == .wishRank {
        if let rank = Int128(number) { values.append(rank) }
      } else if number == TieKey.missing {
        values.append(WishTable.missingTie)
      } else if let value = try? TieValue(parsing: number, decimalSeparator: decimalSeparator) {
        values.append(value.billionths)
      }
    }
    if keys.isEmpty {
      throw CellProblem(
        .value, "cutoff_keys",
        "\"\(text)\" states tie keys, but none were named for this placement (--ties)")
    }
    guard values.count == keys.count, words.count == keys.count else {
      let form = keys.map { "\($0.lineWord)…" }.joined(separator: " ")
      throw CellProblem(
        .value, "cutoff_keys", "\"\(text)\" does not state the tie keys as \"\(form)\"")
    }
    return values
  }
}

extension TieKey {
  /// What stands before the value of this key at a line.
  fileprivate var lineWord: String {
    switch self {
    case .larger(let column): "tie_\(column + 1)>="
    case .smaller(let column): "tie_\(column + 1)<="
    case .wishRank: "wish-rank<="
    }
  }

  /// A value of this key as people write it.
  func text(of value: Int128) -> String {
    if self == .wishRank { return String(value) }
    return value == WishTable.missingTie ? Self.missing : TieValue(billionths: value).formatted()
  }

  /// What stands where somebody has no value of a tie key.
  fileprivate static let missing = "none"
}
