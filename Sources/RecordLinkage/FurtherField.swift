/// A column beside those of every person, compared in its own way.
public struct FurtherField: Sendable, Hashable {
  /// How the values of a column are compared.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Equal or not, case and marks aside.
    case exact
    /// By words and typing slips, as addresses are.
    case text
    /// By digits: one digit wrong or changed over is near.
    case number
  }

  /// The column's name in explanations and models.
  public let name: String
  /// How its values are compared.
  public let kind: Kind

  /// Names a column and says how it is compared.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// How two values of a further field agree, best first; `missing` is no evidence.
public enum FurtherLevel: UInt8, Sendable, Hashable, CaseIterable {
  /// One side has none.
  case missing = 0
  /// The same letters and digits.
  case equal
  /// A slip apart, the same words in another order, or written into a sister column.
  case close
  /// A few slips apart, or half of the words the same.
  case near
  /// Less agrees.
  case different
}
