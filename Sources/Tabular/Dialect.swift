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

/// How the records of a file end.
public enum LineEnding: String, Hashable, Sendable {
  /// LF, as Unix writes it; also said of a file without any line end.
  case lf
  /// CR LF, as Windows writes it.
  case crlf
  /// CR, as old Macintosh programs write it.
  case cr
  /// More than one of them.
  case mixed
}

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

/// Why a dialect was chosen: one sentence for each choice.
public struct DialectEvidence: Hashable, Sendable {
  /// Why this encoding.
  public var encoding: Message
  /// Why this delimiter.
  public var delimiter: Message
}
