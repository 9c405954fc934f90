/// The direct tables from scalars to letters and back.
///
/// The Vietnamese alphabet has 67 accented lower-case letters: twelve vowels in six tones, less the
/// six bare ones, and đ. Other Latin letters stand under their plain letter.
enum LetterTable {
  /// One entry for each scalar below U+1F00.
  static let entries: [UInt16] = makeEntries()

  /// The precomposed scalar of (code, tone, capital), 0 where Unicode has none.
  static let composed: [UInt32] = makeComposed()

  /// The tones in the order of their digits: none, grave, acute, tilde, hook, dot below.
  private static let vowels: [(code: UInt8, forms: String)] = [
    (1, "aàáãảạ"), (27, "ăằắẵẳặ"), (28, "âầấẫẩậ"), (5, "eèéẽẻẹ"), (30, "êềếễểệ"), (9, "iìíĩỉị"),
    (15, "oòóõỏọ"), (31, "ôồốỗổộ"), (32, "ơờớỡởợ"), (21, "uùúũủụ"), (33, "ưừứữửự"), (25, "yỳýỹỷỵ"),
  ]

  /// Letters of other Latin alphabets, under the letter and tone that their decomposition has.
  private static let otherLatin: [(code: UInt8, tone: UInt8, forms: String)] = [
    (1, 0, "äåāąǎæ"), (2, 0, "ƀ"), (3, 0, "çĉċč"), (3, 2, "ć"), (4, 0, "ď"), (5, 0, "ëēĕėęě"),
    (7, 0, "ĝğġģǧ"), (8, 0, "ĥħ"), (9, 0, "ïīĭįıǐ"), (10, 0, "ĵ"), (11, 0, "ķĸ"),
    (12, 0, "ļľŀł"), (12, 2, "ĺ"), (14, 0, "ņňŋ"), (14, 1, "ǹ"), (14, 2, "ń"), (14, 3, "ñ"),
    (15, 0, "öøōŏőœǒ"), (18, 0, "ŗř"), (18, 2, "ŕ"), (19, 0, "ŝşšșß"), (19, 2, "ś"),
    (20, 0, "ţťŧțþ"), (21, 0, "üūŭůűųǔ"), (23, 0, "ŵ"), (25, 0, "ÿŷ"), (26, 0, "żž"), (26, 2, "ź"),
  ]

  private static let gaps: [UInt32] =
    Array(0x09...0x0D) + [0x20, 0x85, 0xA0]
    + Array(" '’ʼ‘`´-‐‑–.,;/_()".unicodeScalars.map(\.value))

  private static func makeEntries() -> [UInt16] {
    var table = [UInt16](repeating: 0, count: 0x1F00)
    func set(_ scalar: UInt32, _ letter: Letter) {
      if Int(scalar) < table.count { table[Int(scalar)] = letter.bits }
    }
    func setBothCases(_ scalar: Unicode.Scalar, code: UInt8, tone: UInt8) {
      set(scalar.value, Letter(.letter, code: code, tone: tone))
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      guard let first = upper.first, upper.count == 1, first != scalar else { return }
      set(first.value, Letter(.letter, code: code, tone: tone, isCapital: true))
    }
    for control in UInt32(0)..<0x20 { set(control, Letter(.nothing)) }
    for symbol in UInt32(0x21)..<0xC0 where table[Int(symbol)] == 0 {
      set(symbol, Letter(.nothing))
    }
    for offset in UInt8(0)..<26 {
      setBothCases(Unicode.Scalar(UInt8(ascii: "a") + offset), code: offset + 1, tone: 0)
    }
    for digit in UInt8(0)..<10 {
      set(UInt32(UInt8(ascii: "0") + digit), Letter(.letter, code: Letter.firstDigit + digit))
    }
    for (code, tone, forms) in otherLatin {
      for scalar in forms.unicodeScalars { setBothCases(scalar, code: code, tone: tone) }
    }
    for (code, forms) in vowels {
      for (tone, scalar) in forms.unicodeScalars.enumerated() {
        setBothCases(scalar, code: code, tone: UInt8(tone))
      }
    }
    // Đ, and the two letters that look like it.
    for (scalar, isCapital) in [
      (0x110, true), (0x111, false), (0xD0, true), (0xF0, false), (0x189, true), (0x256, false),
    ] {
      set(UInt32(scalar), Letter(.letter, code: 29, isCapital: isCapital))
    }
    set(0x130, Letter(.letter, code: Letter.i, isCapital: true))
    for gap in gaps { set(gap, Letter(.gap)) }
    for mark in UInt32(0x300)..<0x370 { set(mark, Letter(.nothing)) }
    for (mark, tone) in [
      (0x300, 1), (0x340, 1), (0x301, 2), (0x341, 2), (0x303, 3), (0x309, 4), (0x323, 5),
    ] {
      set(UInt32(mark), Letter(.tone, tone: UInt8(tone)))
    }
    for (mark, modifier) in [(0x302, 1), (0x306, 2), (0x31B, 3), (0x335, 4), (0x336, 4)] {
      set(UInt32(mark), Letter(.modifier, code: UInt8(modifier)))
    }
    return table
  }

  private static func makeComposed() -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 64 * 8 * 2)
    for scalar in entries.indices {
      let letter = Letter(bits: entries[scalar])
      guard letter.kind == .letter else { continue }
      let place = composedIndex(letter.code, letter.tone, letter.isCapital)
      let isVietnamese = scalar < 0x80 || scalar >= 0x1EA0 || isBaseForm(UInt32(scalar))
      if isVietnamese && table[place] == 0 { table[place] = UInt32(scalar) }
    }
    return table
  }

  static func composedIndex(_ code: UInt8, _ tone: UInt8, _ isCapital: Bool) -> Int {
    (Int(code) * 8 + Int(tone)) * 2 + (isCapital ? 1 : 0)
  }

  /// The Vietnamese letters below U+1EA0.
  private static func isBaseForm(_ scalar: UInt32) -> Bool {
    "àáãâèéêìíòóõôùúýăđĩũơưÀÁÃÂÈÉÊÌÍÒÓÕÔÙÚÝĂĐĨŨƠƯ".unicodeScalars.contains { $0.value == scalar }
  }

  /// What a scalar means, tables and the few gaps above U+1F00 together.
  @inline(__always)
  static func letter(_ scalar: UInt32, _ table: [UInt16]) -> Letter {
    Int(scalar) < table.count ? Letter(bits: table[Int(scalar)]) : letterBeyondTable(scalar)
  }

  private static func letterBeyondTable(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0x2000...0x200B, 0x2010...0x2015, 0x2018...0x201B, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return Letter(.gap)
    case 0x200C...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F:
      return Letter(.nothing)
    default:
      return Letter(.other)
    }
  }
}
