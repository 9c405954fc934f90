import Tabular

/// Writes text in the old Vietnamese encodings, from tables of its own.
enum LegacyText {
  static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    text.flatMap { character -> [UInt8] in
      if let ascii = character.asciiValue { return [ascii] }
      switch encoding {
      case .tcvn3:
        let capitals: [Character: UInt8] = [
          "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7,
        ]
        return [capitals[character] ?? tcvn3[character.lowercased()] ?? 0x3F]
      case .vni: return vni(character)
      default: return windows1258(character)
      }
    }
  }

  private static let vowels = "aăâeêioôơuưy"
  private static let forms = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ].map(Array.init)

  /// TCVN 5712 lists vowels with their tones in this order, with gaps.
  private static let tcvn3: [String: UInt8] = {
    var table: [String: UInt8] = [
      "ă": 0xA8, "â": 0xA9, "ê": 0xAA, "ô": 0xAB, "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE,
    ]
    let tones: [[UInt8]] = [
      [0xB5, 0xB6, 0xB7, 0xB8, 0xB9], [0xBB, 0xBC, 0xBD, 0xBE, 0xC6],
      [0xC7, 0xC8, 0xC9, 0xCA, 0xCB], [0xCC, 0xCE, 0xCF, 0xD0, 0xD1],
      [0xD2, 0xD3, 0xD4, 0xD5, 0xD6], [0xD7, 0xD8, 0xDC, 0xDD, 0xDE],
      [0xDF, 0xE1, 0xE2, 0xE3, 0xE4], [0xE5, 0xE6, 0xE7, 0xE8, 0xE9],
      [0xEA, 0xEB, 0xEC, 0xED, 0xEE], [0xEF, 0xF1, 0xF2, 0xF3, 0xF4],
      [0xF5, 0xF6, 0xF7, 0xF8, 0xF9], [0xFA, 0xFB, 0xFC, 0xFD, 0xFE],
    ]
    for (vowel, bytes) in tones.enumerated() {
      for (tone, byte) in bytes.enumerated() { table[String(forms[vowel][tone + 1])] = byte }
    }
    return table
  }()

  private static func parts(_ character: Character) -> (vowel: Int, tone: Int)? {
    let lower = Character(character.lowercased())
    for (vowel, row) in forms.enumerated() {
      if let tone = row.firstIndex(of: lower) { return (vowel, tone) }
    }
    return nil
  }

  private static func vni(_ character: Character) -> [UInt8] {
    let isCapital = character.isUppercase
    func byte(_ latin: Character) -> UInt8 {
      let text = isCapital ? latin.uppercased() : String(latin)
      return UInt8(truncatingIfNeeded: text.unicodeScalars.first?.value ?? 0x3F)
    }
    guard let (vowel, tone) = parts(character) else { return [byte("ñ")] }
    let simple = Array("øûõùï")
    let circumflex = Array("âàåãáä")
    let breve = Array("êèúüéë")
    switch vowel {
    case 1: return [byte("a"), byte(breve[tone])]
    case 2: return [byte("a"), byte(circumflex[tone])]
    case 4: return [byte("e"), byte(circumflex[tone])]
    case 7: return [byte("o"), byte(circumflex[tone])]
    case 5: return [byte(Array("iìæóíò")[tone])]
    default:
      let base: Character =
        switch vowel {
        case 8: "ô"
        case 10: "ö"
        default: Array(vowels)[vowel]
        }
      if vowel == 11 && tone == 5 { return [byte("î")] }
      return tone == 0 ? [byte(base)] : [byte(base), byte(simple[tone - 1])]
    }
  }

  private static func windows1258(_ character: Character) -> [UInt8] {
    let isCapital = character.isUppercase
    let letters: [Character: UInt8] = [
      "ă": 0xE3, "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD, "đ": 0xF0,
    ]
    func byte(_ letter: Character) -> UInt8 {
      let lower = letters[letter] ?? letter.asciiValue ?? 0x3F
      return isCapital ? lower - 0x20 : lower
    }
    guard let (vowel, tone) = parts(character) else { return [byte("đ")] }
    let base = byte(Array(vowels)[vowel])
    return tone == 0 ? [base] : [base, [0xCC, 0xD2, 0xDE, 0xEC, 0xF2][tone - 1]]
  }
}
