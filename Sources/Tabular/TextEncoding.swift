/// How characters are written as bytes in a file.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first: what Excel calls "Unicode Text".
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows code page 1258: one byte a letter, tones as combining marks.
  case windows1258 = "windows-1258"
  /// TCVN 5712:1993 VN3 ("ABC"): one byte a letter, capitals with tones only through a font.
  case tcvn3
  /// VNI for Windows: a base letter followed by a byte for its marks.
  case vni

  /// The encoding's word in files and options, as in `utf-8` or `tcvn3`.
  public var word: String { rawValue }

  /// The encoding of a word; a few spellings in common use are understood as well.
  public init?(word: String) {
    switch word.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16le", "utf-16": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1258", "cp1258": self = .windows1258
    case "tcvn3", "tcvn", "abc": self = .tcvn3
    case "vni": self = .vni
    default: return nil
    }
  }
}
