/// How an exact value becomes the score that is published.
///
/// The words, as in an exchange file: `half-up 2`, `half-even 2`, `truncate 2`,
/// `step 0.25 after 2`.
public enum RoundingRule: Hashable, Sendable {
  /// To so many decimals, a tie away from zero, as the ROUND function of a spreadsheet does.
  case halfUp(decimals: Int)
  /// To so many decimals, a tie to the even digit.
  case halfEven(decimals: Int)
  /// Digits beyond so many decimals are cut off, toward zero.
  case truncate(decimals: Int)
  /// First half up to so many decimals, then half up to the nearest multiple of a step: by 0.25
  /// after 2, 17.625 becomes 17.75 and 17.624 becomes 17.50.
  case step(Score, afterDecimals: Int)

  /// Two decimals, half up: what an office gets that states no rule.
  public static let standard = RoundingRule.halfUp(decimals: 2)

  /// Digits after the point with which scores of this rule are printed.
  public var decimals: Int {
    switch self {
    case .halfUp(let decimals), .halfEven(let decimals), .truncate(let decimals): decimals
    case .step(let step, _): step.fractionDigitCount
    }
  }
}

extension RoundingRule: CustomStringConvertible {
  /// Reads a rule from its words.
  ///
  /// - Parameter words: One of `half-up N`, `half-even N`, `truncate N`, `step S after N`, with N
  ///   from 0 to 9 and S above zero, separated by single spaces.
  /// - Throws: ``ScoreError`` with code `rounding-rule`.
  public init(parsing words: String) throws(ScoreError) {
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("half-up", 2): self = .halfUp(decimals: try Self.digitCount(parts[1]))
    case ("half-even", 2): self = .halfEven(decimals: try Self.digitCount(parts[1]))
    case ("truncate", 2): self = .truncate(decimals: try Self.digitCount(parts[1]))
    case ("step", 4) where parts[2] == "after":
      let decimals = try Self.digitCount(parts[3])
      guard let step = try? Score(parsing: parts[1]), step > .zero else {
        throw ScoreError(.roundingRule)
      }
      self = .step(step, afterDecimals: decimals)
    default: throw ScoreError(.roundingRule)
    }
  }

  /// The words from which ``init(parsing:)`` makes this rule again.
  public var description: String {
    switch self {
    case .halfUp(let decimals): "half-up \(decimals)"
    case .halfEven(let decimals): "half-even \(decimals)"
    case .truncate(let decimals): "truncate \(decimals)"
    case .step(let step, let decimals): "step \(step) after \(decimals)"
    }
  }

  private static func digitCount(_ text: Substring) throws(ScoreError) -> Int {
    guard text.utf8.count == 1, let count = text.utf8.first.map({ Int($0) - 0x30 }),
      (0...9).contains(count)
    else { throw ScoreError(.roundingRule) }
    return count
  }
}
