/// The Vietnamese letters with their marks: taken apart, stripped, and in capitals.
enum SampleLetters {
  private struct Marked {
    var base: Unicode.Scalar
    var modifier: Unicode.Scalar?
    var tone: Unicode.Scalar?
    var capital: Unicode.Scalar
  }

  /// Bare, grave, acute, hook, tilde, dot below.
  private static let vowels = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
    "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]
  private static let capitals = [
    "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ",
    "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
  ]
  private static let bases: [Unicode.Scalar] = [
    "a", "a", "a", "e", "e", "i", "o", "o", "o", "u", "u", "y",
  ]
  private static let modifiers: [Unicode.Scalar?] = [
    nil, "\u{306}", "\u{302}", nil, "\u{302}", nil, nil, "\u{302}", "\u{31B}", nil, "\u{31B}", nil,
  ]
  private static let tones: [Unicode.Scalar?] = [
    nil, "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}",
  ]

  private static let table: [Unicode.Scalar: Marked] = {
    var table: [Unicode.Scalar: Marked] = [:]
    for (row, (small, large)) in zip(vowels, capitals).enumerated() {
      for (tone, (lower, upper)) in zip(small.unicodeScalars, large.unicodeScalars).enumerated() {
        let base = bases[row]
        table[lower] = Marked(
          base: base, modifier: modifiers[row], tone: tones[tone], capital: upper)
        table[upper] = Marked(
          base: capitalASCII(base), modifier: modifiers[row], tone: tones[tone], capital: upper)
      }
    }
    return table
  }()

  /// The text with every letter taken apart (NFD).
  static func decomposed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let letter = table[scalar] else {
        result.append(scalar)
        continue
      }
      result.append(letter.base)
      // The canonical order: horn (216), then what stands below (220), then what stands above (230).
      let marks =
        letter.tone == "\u{323}" && letter.modifier != "\u{31B}"
        ? [letter.tone, letter.modifier] : [letter.modifier, letter.tone]
      for case let mark? in marks { result.append(mark) }
    }
    return String(result)
  }

  /// The text without any mark, đ as d: what a keyboard without Vietnamese gives.
  static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "đ": result.append("d")
      case "Đ": result.append("D")
      default: result.append(table[scalar]?.base ?? scalar)
      }
    }
    return String(result)
  }

  /// The keys of the Telex method that would have typed the text, as they stay in a cell where the
  /// method was off: Nguyễn becomes Nguyeenx.
  static func telex(_ text: String) -> String {
    let toneKeys: [Unicode.Scalar: Unicode.Scalar] = [
      "\u{300}": "f", "\u{301}": "s", "\u{309}": "r", "\u{303}": "x", "\u{323}": "j",
    ]
    return text.split(separator: " ").map { word in
      var keys = String.UnicodeScalarView()
      var tone: Unicode.Scalar?
      for scalar in word.unicodeScalars {
        switch scalar {
        case "đ": keys.append(contentsOf: "dd".unicodeScalars)
        case "Đ": keys.append(contentsOf: "DD".unicodeScalars)
        default:
          let letter = table[scalar]
          keys.append(letter?.base ?? scalar)
          if let mark = letter?.modifier {
            keys.append(mark == "\u{302}" ? letter?.base ?? mark : "w")
          }
          if let mark = letter?.tone { tone = toneKeys[mark] }
        }
      }
      if let tone { keys.append(tone) }
      return String(keys)
    }.joined(separator: " ")
  }

  /// The text in capitals.
  static func capitals(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "đ" ? "Đ" : table[scalar]?.capital ?? capitalASCII(scalar))
    }
    return String(result)
  }

  /// The text with the hook written for the tilde and the other way round: the commonest slip.
  static func hookAndTildeSwapped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(slips[scalar] ?? scalar) }
    return String(result)
  }

  private static let slips: [Unicode.Scalar: Unicode.Scalar] = {
    var slips: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in vowels {
      let letters = Array(row.unicodeScalars)
      slips[letters[3]] = letters[4]
      slips[letters[4]] = letters[3]
    }
    return slips
  }()

  private static func capitalASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar >= "a", scalar <= "z" else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value - 32))
  }
}
