/// What stands between two fields.
public enum Delimiter: UInt8, Hashable, Sendable, CaseIterable {
  /// `,`
  case comma = 0x2C
  /// `;`, which Excel writes where the comma is the decimal sign.
  case semicolon = 0x3B
  /// A tab.
  case tab = 0x09
  /// `|`
  case pipe = 0x7C

  /// The delimiter's word in files and options.
  public var word: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }

  /// The delimiter of a word or of the character itself.
  public init?(word: String) {
    switch word.lowercased() {
    case "comma", ",": self = .comma
    case "semicolon", ";": self = .semicolon
    case "tab", "\t", "\\t": self = .tab
    case "pipe", "|": self = .pipe
    default: return nil
    }
  }
}
