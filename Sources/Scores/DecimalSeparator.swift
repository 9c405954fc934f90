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

  /// The other sign.
  package var other: DecimalSeparator { self == .point ? .comma : .point }

  /// The word for the sign: `point` or `comma`.
  package var word: String { self == .point ? "point" : "comma" }

  /// Reads the sign or the word for it; nil for anything else.
  package init?(word: String) {
    switch word {
    case ".", "point": self = .point
    case ",", "comma": self = .comma
    default: return nil
    }
  }
}
