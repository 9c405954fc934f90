/// How a file of records is written down.
public struct Dialect: Hashable, Sendable {
  /// How characters are bytes.
  public var encoding: TextEncoding
  /// Whether the file begins with a byte order mark.
  public var hasByteOrderMark: Bool
  /// What stands between two fields.
  public var delimiter: Delimiter
  /// How records end.
  public var lineEnding: LineEnding
  /// Whether the first line is Excel's `sep=`, which is no record.
  public var hasSeparatorLine: Bool
  /// Whether any field is quoted.
  public var usesQuotes: Bool
}

/// Why a dialect was chosen: one sentence for each choice.
public struct DialectEvidence: Hashable, Sendable {
  /// Why this encoding.
  public var encoding: Message
  /// Why this delimiter.
  public var delimiter: Message
}
