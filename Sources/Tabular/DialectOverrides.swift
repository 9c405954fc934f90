/// What the caller knows better than detection.
public struct DialectOverrides: Hashable, Sendable {
  /// The encoding to read the file in; nil: detect it.
  public var encoding: TextEncoding?
  /// The delimiter; nil: detect it.
  public var delimiter: Delimiter?
  /// Whether many rows may be damaged by an earlier wrong reading, as in a list of rows that were
  /// rejected for just that; each of them is told apart all the same.
  public var expectsDamage: Bool

  /// Overrides; what is left out is detected.
  public init(
    encoding: TextEncoding? = nil, delimiter: Delimiter? = nil, expectsDamage: Bool = false
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.expectsDamage = expectsDamage
  }

  /// Nothing is overridden.
  public static let none = DialectOverrides()
}
