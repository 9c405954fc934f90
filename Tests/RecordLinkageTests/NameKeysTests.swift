import RecordLinkage
import Testing
import TestSupport

@Suite("The keys of a name")
struct NameKeysTests {
  @Test(
    "do not depend on where the tone mark stands",
    arguments: [("Hòa", "Hoà"), ("Thúy", "Thuý"), ("Hòe", "Hoè"), ("Quỳnh Lụa", "Qùynh Luạ")])
  func tonePlacement(first: String, second: String) {
    #expect(NameKeys(first).toned == NameKeys(second).toned)
    #expect(NameKeys(first).letters == NameKeys(second).letters)
  }

  @Test("write the tone as a digit behind the syllable and keep the modified letters")
  func toned() {
    let keys = NameKeys("  NGUYỄN\u{A0}Thị   Hoà ")
    #expect(keys.toned == "nguyên3 thi5 hoa1")
    #expect(keys.letters == "nguyen thi hoa")
    #expect(keys.solid == "nguyenthihoa")
    #expect(keys.sorted == "hoa nguyen thi")
    #expect(keys.initials == "nguyen t hoa")
    #expect(keys.canonical == "NGUYỄN Thị Hoà")
    #expect(!keys.isBare)
    #expect(NameKeys("Nguyen Thi Hoa").isBare)
  }

  @Test("tell the six tones apart")
  func tones() {
    let tones = ["ma", "mà", "má", "mã", "mả", "mạ"].map { NameKeys($0).toned }
    #expect(tones == ["ma", "ma1", "ma2", "ma3", "ma4", "ma5"])
  }

  @Test("are the same for composed, decomposed and half-composed text (Windows-1258)")
  func normalisationForms() {
    let composed = NameKeys("Nguyễn Thị Ngọc Ánh Đệ")
    let decomposed = NameKeys(
      "Nguye\u{302}\u{303}n Thi\u{323} Ngo\u{323}c A\u{301}nh \u{110}e\u{323}\u{302}")
    let halfComposed = NameKeys(
      "Nguy\u{EA}\u{303}n Thi\u{323} Ngo\u{323}c \u{C1}nh \u{110}\u{EA}\u{323}")
    #expect(composed == decomposed)
    #expect(composed == halfComposed)
    #expect(Array(decomposed.canonical.utf8) == Array("Nguyễn Thị Ngọc Ánh Đệ".utf8))
  }

  @Test("read the order of combining marks alike: dot below before or after circumflex")
  func markOrder() {
    #expect(NameKeys("Vie\u{323}\u{302}t").toned == NameKeys("Vie\u{302}\u{323}t").toned)
    #expect(NameKeys("Vie\u{302}\u{323}t").toned == "viêt5")
  }

  @Test(
    "fold đ, which has no decomposition, and the letters that look like it",
    arguments: ["Đỗ", "\u{D0}ỗ", "\u{189}ỗ", "đỗ", "\u{F0}ỗ"])
  func stroke(name: String) {
    let keys = NameKeys(name)
    #expect(keys.letters == "do")
    #expect(keys.toned == "đô3")
    #expect(keys.canonical.unicodeScalars.first.map { [0x110, 0x111].contains($0.value) } == true)
  }

  @Test("cover the 134 accented letters of the alphabet")
  func alphabet() {
    let vowels = "aăâeêioôơuưy"
    let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    var accented = Set<String>()
    for vowel in vowels {
      for (tone, mark) in marks.enumerated() {
        for letter in [String(vowel), String(vowel).uppercased()] {
          let name = letter + mark
          let keys = NameKeys(name)
          #expect(keys.toned == String(vowel) + (tone == 0 ? "" : String(tone)))
          #expect(keys.canonical.unicodeScalars.count == 1)
          #expect(keys.canonical == name)
          if !name.utf8.allSatisfy({ $0 < 0x80 }) { accented.insert(keys.canonical) }
        }
      }
    }
    accented.formUnion(["đ", "Đ"])
    #expect(accented.count == 134)
  }

  @Test("keep every syllable of minority names, apostrophes aside")
  func minorityNames() {
    #expect(NameKeys("H' Hoa Niê").letters == "h hoa nie")
    #expect(NameKeys("H\u{2019}Hoa Niê").toned == NameKeys("H\u{2BC} Hoa Niê").toned)
    #expect(NameKeys("Y Bhiăn Êban").letters == "y bhian eban")
    #expect(NameKeys("K' Brơi").letters == "k broi")
  }

  @Test("ignore invisible scalars and every kind of space")
  func invisible() {
    let plain = NameKeys("Trần Văn Bình")
    for written in [
      "\u{FEFF}Trần Văn Bình", "Trần\u{200B}Văn\u{3000}Bình", "Trần Văn\t Bình\u{A0}",
      "Tr\u{200D}ần Văn Bình",
    ] {
      #expect(NameKeys(written).toned == plain.toned)
    }
  }

  @Test("do not fold a Turkish İ or dotless ı away")
  func turkish() {
    #expect(NameKeys("MİNH").letters == "minh")
    #expect(NameKeys("mınh").letters == "minh")
  }

  @Test("keep names of other scripts apart instead of folding them to nothing")
  func otherScripts() {
    #expect(NameKeys("").letters.isEmpty)
    let (first, second) = (NameKeys("李 明"), NameKeys("李 华"))
    #expect(first.canonical != second.canonical)
  }

  @Test("never fail, whatever bytes a name holds")
  func fuzz() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let scalars = (0..<Int(random.next() % 12)).compactMap { _ in
        Unicode.Scalar(UInt32(random.next() % 0x2_0000))
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let keys = NameKeys(String(text))
      #expect(keys.letters.utf8.allSatisfy { $0 < 0x80 })
      #expect(NameKeys(keys.canonical).toned == keys.toned)
    }
  }
}
