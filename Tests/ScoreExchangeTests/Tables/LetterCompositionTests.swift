import Foundation
import ScoreExchange
import TestSupport
import Testing

@Suite("Letter composition")
struct LetterCompositionTests {
  @Test("Any mixture of letters and marks is kept as Unicode NFC says")
  func sameAsNFC() {
    let marks: [UInt32] = [
      0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x304, 0x34F, 0x340, 0xAC00, 0x1100,
    ]
    let pieces =
      Array("aAâĂơƯeEyYdĐnN éß".unicodeScalars) + marks.compactMap(Unicode.Scalar.init)
    var random = SplitMix64(seed: 9)
    for _ in 0..<5_000 {
      var text = "x"
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        text.unicodeScalars.append(pieces[Int.random(in: 0..<pieces.count, using: &random)])
      }
      text += "x"
      let expected = canonicalText(text.precomposedStringWithCanonicalMapping)
      #expect(Array(canonicalText(text).unicodeScalars) == Array(expected.unicodeScalars))
    }
  }

  @Test("Names with every mark on its own come out in one form")
  func names() {
    for name in ["Nguyễn Thị Ngọc Ánh", "ĐỖ HỮU NGHĨA", "Lê Quốc Khánh", "Trương Mỹ Duyên"] {
      let apart = name.decomposedStringWithCanonicalMapping
      #expect(Array(canonicalText(apart).utf8) == Array(name.utf8))
    }
  }
}
