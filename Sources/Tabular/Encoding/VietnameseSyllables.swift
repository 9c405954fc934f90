/// How much a text looks like Vietnamese, judged by its syllables.
///
/// A written syllable has one group of vowels, one of about sixty that exist, and at most one tone.
/// Text decoded with the wrong table breaks this at nearly every word.
enum VietnameseSyllables {
  /// How many words with letters outside ASCII were seen, and how many of them are possible.
  struct Score: Equatable {
    var words = 0
    var possibleWords = 0

    /// Possible words of all, 0 where there is none.
    var share: Double { words == 0 ? 0 : Double(possibleWords) / Double(words) }
  }

  /// Reads scalars one by one; `nil` ends the text.
  struct Counter {
    private(set) var score = Score()
    private var vowels: [UInt8] = []
    private var groupEnded = false
    private var groups = 0
    private var tones = 0
    private var isMarked = false
    private var isImpossible = false
    private var length = 0

    mutating func add(_ scalar: UInt32?) {
      guard let scalar, let letter = VietnameseSyllables.letter(scalar) else {
        // A symbol or a foreign letter glued to a word spoils it; space and ASCII signs end it.
        if let scalar, scalar >= 0x80, scalar != 0xA0 {
          isMarked = true
          isImpossible = true
        } else {
          endWord()
        }
        return
      }
      if scalar >= 0x80 { isMarked = true }
      length += 1
      tones += letter.tone > 0 ? 1 : 0
      if letter.vowel > 0 {
        if groups == 0 || groupEnded {
          groups += 1
          groupEnded = false
        }
        vowels.append(letter.vowel)
      } else if letter.tone == 0 {
        groupEnded = true
      } else if vowels.isEmpty || groupEnded {
        isImpossible = true
      }
    }

    mutating func endWord() {
      if isMarked {
        score.words += 1
        if !isImpossible && tones <= 1 && isPossibleGroup { score.possibleWords += 1 }
      }
      vowels.removeAll(keepingCapacity: true)
      (groups, tones, length) = (0, 0, 0)
      (groupEnded, isMarked, isImpossible) = (false, false, false)
    }

    /// `gi` and `qu` add a vowel letter in front that belongs to the consonant.
    private var isPossibleGroup: Bool {
      guard groups <= 1 else { return false }
      return vowels.isEmpty ? length == 1 : nuclei.contains(vowels)
    }
  }

  /// A letter's vowel (1 to 12, 0 for a consonant or a mark) and its tone (1 to 5, 0 for none).
  private static func letter(_ scalar: UInt32) -> (vowel: UInt8, tone: UInt8)? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: vowelOf[scalar | 0x20] ?? (0, 0)
    case 0x300, 0x301, 0x303, 0x309, 0x323: (0, 1)
    case 0x110, 0x111: (0, 0)
    default: vowelOf[scalar]
    }
  }

  private static let vowelOf: [UInt32: (vowel: UInt8, tone: UInt8)] = {
    let rows = [
      "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
      "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ]
    var table: [UInt32: (vowel: UInt8, tone: UInt8)] = [:]
    for (row, letters) in rows.enumerated() {
      for (tone, letter) in letters.enumerated() {
        for form in [String(letter), letter.uppercased()] {
          guard let scalar = form.unicodeScalars.first else { continue }
          table[scalar.value] = (UInt8(row + 1), UInt8(tone))
        }
      }
    }
    return table
  }()

  private static let nuclei: Set<[UInt8]> = {
    let groups = """
      a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oă oai oao oay oe oeo oi oo ôi \
      ơi ua uâ uây ui uy uya uyê uyu uê uô uôi uơ ưa ươ ươi ươu ưi ưu ya yê yêu uă uai uay uao ue ueo \
      ie ieu iơ iă iâ io iô iư iơi iai iao iau iây iâu iươ iươi iưa iua iuô uau uo
      """
    return Set(
      groups.split(separator: " ").map { group in
        group.unicodeScalars.compactMap { vowelOf[$0.value]?.vowel }
      })
  }()
}
