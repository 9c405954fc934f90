extension Score: Codable {
  /// Takes a decimal text such as `"27.57"`, as ``init(parsing:decimalSeparator:)`` reads it. A number
  /// is refused, for many decoders make a binary fraction of it.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(ScoreError) {
      self = try Score(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  /// Encodes the exact decimal text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
