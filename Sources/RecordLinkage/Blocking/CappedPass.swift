/// What a blocking pass left out because too many rows share a key.
public struct CappedPass: Sendable, Hashable {
  /// What the rows share, in words.
  public let pass: String
  /// Right rows whose block was not compared.
  public let rows: Int
  /// Pairs that were not compared in this pass; other passes may have compared them.
  public let pairs: Int
}
