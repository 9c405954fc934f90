/// The comparison keys of one name, as text.
///
/// Keys are for comparing and for explaining; they are never shown in place of a name. Two names
/// that differ only in normalisation form, in capitals, in spacing or in where a tone mark stands
/// (hòa, hoà) have the same keys.
public struct NameKeys: Sendable, Hashable {
  /// The name as it should be written: NFC for Vietnamese, single spaces, Đ for its look-alikes.
  public let canonical: String
  /// Lower case, each syllable followed by its tone as a digit: 1 grave, 2 acute, 3 tilde, 4 hook,
  /// 5 dot below, nothing for the level tone.
  public let toned: String
  /// The letters a–z without any mark, syllables separated by one space.
  public let letters: String
  /// ``letters`` without spaces.
  public let solid: String
  /// The syllables of ``letters`` in the order of their bytes.
  public let sorted: String
  /// The first syllable, the initials of those between, and the last.
  public let initials: String
  /// Whether no letter carries a mark, as in a name typed without them.
  public let isBare: Bool

  /// Makes the keys of a name as written.
  ///
  /// - Parameter name: UTF-8 text in any normalisation form.
  /// - Complexity: O(length of `name`).
  public init(_ name: String) {
    let bytes = Array(name.utf8)
    var codes = CodeStore(expecting: 1)
    let scan = NameScan.reading(bytes, 0..<bytes.count, table: LetterTable.entries, store: &codes)
    let store = codes.finished().codes
    let syllables = store.split { $0 >= NameScan.endOfSyllable }.map(Array.init)
    let tones = store.filter { $0 >= NameScan.endOfSyllable }.map { $0 & 0x7F }
    let plain = syllables.map { Self.spelt($0.map(Letter.folded)) }
    canonical = CanonicalName.text(of: bytes)
    toned = zip(syllables, tones).map { Self.spelt($0) + Self.digits($1) }.joined(separator: " ")
    letters = plain.joined(separator: " ")
    solid = plain.joined()
    sorted = plain.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ")
    initials = plain.enumerated().map { index, syllable in
      index == 0 || index == plain.count - 1 ? syllable : String(syllable.prefix(1))
    }.joined(separator: " ")
    isBare = scan.isBare
  }

  private static func spelt(_ codes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for code in codes where Int(code) < Letter.spelling.count {
      text.append(Letter.spelling[Int(code)])
    }
    return String(text)
  }

  private static func digits(_ tones: UInt8) -> String {
    [tones % 6, tones / 6].filter { $0 > 0 }.map { String($0) }.joined()
  }
}
