/// A file that an estimate was made from.
public struct EquateInput: Hashable, Sendable, Codable {
  /// The file as it was named.
  public let file: String
  /// SHA-256 of its bytes in hexadecimal digits; empty for standard input.
  public let sha256: String
  /// Rows of data in it.
  public let rows: Int
  /// People those rows count.
  public let people: Int
}
