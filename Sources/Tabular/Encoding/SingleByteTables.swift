/// Upper halves of the single-byte encodings, as scalars; 0 where a byte means nothing.
enum SingleByteTables {
  /// Bytes 0x80 to 0xFF of Windows code page 1258 (Microsoft's published table).
  static let windows1258: [UInt32] = {
    var table = (0x80...0xFF).map { UInt32($0) }
    let punctuation: [UInt32] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0, 0x2039,
      0x0152, 0, 0, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
      0, 0x203A, 0x0153, 0, 0, 0x0178,
    ]
    table.replaceSubrange(0..<32, with: punctuation)
    let vietnamese: [(byte: Int, scalar: UInt32)] = [
      (0xC3, 0x0102), (0xCC, 0x0300), (0xD0, 0x0110), (0xD2, 0x0309), (0xD5, 0x01A0),
      (0xDD, 0x01AF), (0xDE, 0x0303), (0xE3, 0x0103), (0xEC, 0x0301), (0xF0, 0x0111),
      (0xF2, 0x0323), (0xF5, 0x01A1), (0xFD, 0x01B0), (0xFE, 0x20AB),
    ]
    for entry in vietnamese { table[entry.byte - 0x80] = entry.scalar }
    return table
  }()

  /// Bytes 0xA0 to 0xFF of TCVN 5712:1993, the part that VN3 and VN1 share, and VN1's capitals.
  static let tcvn3: [UInt32] =
    Array(repeating: 0, count: 32)
    + [
      "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẶ", "\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ",
      "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ", "éẹềểễếệìỉỄẾỒĩíịò", "Ổỏõóọồổỗốộờởỡớợù", "ỖủũúụừửữứựỳỷỹýỵỐ",
    ].flatMap { row in row.unicodeScalars.map(\.value) }

  /// VNI's letters that stand alone, by byte.
  static let vniAlone: [UInt8: UInt32] = letters(
    "ô→ơ ö→ư í→í ì→ì æ→ỉ ó→ĩ ò→ị î→ỵ ñ→đ Ô→Ơ Ö→Ư Í→Í Ì→Ì Æ→Ỉ Ó→Ĩ Ò→Ị Î→Ỵ Ñ→Đ")

  /// VNI's marks after a letter: the letter's byte and the mark's byte, to one scalar.
  static let vniMarked: [UInt16: UInt32] = {
    let tones = ["ù": 1, "ø": 2, "û": 3, "õ": 4, "ï": 5]
    let families: [(letter: String, marks: String, vowels: [String])] = [
      ("a", "âáàåãä", ["â", "ấ", "ầ", "ẩ", "ẫ", "ậ"]),
      ("a", "êéèúüë", ["ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"]),
      ("e", "âáàåãä", ["ê", "ế", "ề", "ể", "ễ", "ệ"]),
      ("o", "âáàåãä", ["ô", "ố", "ồ", "ổ", "ỗ", "ộ"]),
    ]
    let toned: [(letter: String, forms: [String])] = [
      ("a", ["á", "à", "ả", "ã", "ạ"]), ("e", ["é", "è", "ẻ", "ẽ", "ẹ"]),
      ("o", ["ó", "ò", "ỏ", "õ", "ọ"]), ("u", ["ú", "ù", "ủ", "ũ", "ụ"]),
      ("y", ["ý", "ỳ", "ỷ", "ỹ", "ỵ"]), ("ô", ["ớ", "ờ", "ở", "ỡ", "ợ"]),
      ("ö", ["ứ", "ừ", "ử", "ữ", "ự"]),
    ]
    var table: [UInt16: UInt32] = [:]
    func add(_ letter: String, _ mark: String, _ vowel: String) {
      for (first, second, result) in [
        (letter, mark, vowel), (letter.uppercased(), mark.uppercased(), vowel.uppercased()),
        (letter.uppercased(), mark, vowel.uppercased()),
      ] {
        guard let high = latin1(first), let low = latin1(second),
          let scalar = result.unicodeScalars.first
        else { continue }
        table[UInt16(high) << 8 | UInt16(low)] = scalar.value
      }
    }
    for family in families {
      for (mark, vowel) in zip(family.marks, family.vowels) { add(family.letter, "\(mark)", vowel) }
    }
    for family in toned {
      for (mark, tone) in tones { add(family.letter, mark, family.forms[tone - 1]) }
    }
    return table
  }()

  private static func letters(_ pairs: String) -> [UInt8: UInt32] {
    var table: [UInt8: UInt32] = [:]
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      guard scalars.count == 3, let byte = UInt8(exactly: scalars[0].value) else { continue }
      table[byte] = scalars[2].value
    }
    return table
  }

  private static func latin1(_ letter: String) -> UInt8? {
    letter.unicodeScalars.first.flatMap { UInt8(exactly: $0.value) }
  }
}
