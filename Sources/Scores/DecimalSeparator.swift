/// The sign between whole units and fraction digits.
public enum DecimalSeparator: Hashable, Sendable {
  /// `27.68`, as in English and in every file this package writes.
  case point
  /// `27,68`, as Vietnamese spreadsheets write it.
  case comma

  /// The sign as an ASCII byte.
  @inlinable
  public var byte: UInt8 {
    switch self {
    case .point: 0x2E
    case .comma: 0x2C
    }
  }
}
