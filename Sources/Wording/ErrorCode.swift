/// The kind of an error as one stable word, by which programs tell errors apart.
///
/// It is open, for later versions may know further kinds.
public protocol ErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible
where RawValue == String {}

extension ErrorCode {
  /// The word.
  public var description: String { rawValue }
}
