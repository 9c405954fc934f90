/// The canonical writing of a name: composed letters, single spaces, one kind of Đ and apostrophe.
enum CanonicalName {
  static func text(of bytes: [UInt8]) -> String {
    let table = LetterTable.entries
    var output = String.UnicodeScalarView()
    var pending: (letter: Letter, original: UInt32, marks: [UInt32])?
    var needsSpace = false
    var position = 0

    func flush() {
      guard let (letter, original, marks) = pending else { return }
      let place = LetterTable.composedIndex(letter.code, letter.tone, letter.isCapital)
      let composed = letter.code < 64 ? LetterTable.composed[place] : 0
      let keepsOriginal =
        marks.isEmpty && original != 0xD0 && original != 0xF0
        && original != 0x189 && original != 0x256
      for value in keepsOriginal || composed == 0 ? [original] + marks : [composed] {
        if let scalar = Unicode.Scalar(value) { output.append(scalar) }
      }
      pending = nil
    }

    while position < bytes.count {
      let value = nextScalar(bytes, &position, bytes.count)
      let letter = LetterTable.letter(value, table)
      switch letter.kind {
      case .tone where pending?.letter.tone == 0:
        guard let (base, original, marks) = pending else { continue }
        let toned = Letter(.letter, code: base.code, tone: letter.tone, isCapital: base.isCapital)
        pending = (toned, original, marks + [value])
      case .modifier:
        guard let (base, original, marks) = pending else { continue }
        let code = Letter.modified(base.code, by: letter.code)
        let modified = Letter(.letter, code: code, tone: base.tone, isCapital: base.isCapital)
        pending = (modified, original, marks + [value])
      default:
        flush()
        if isSpace(value) {
          needsSpace = !output.isEmpty
          continue
        }
        if letter.kind == .nothing && value < 0x20 { continue }
        if needsSpace { output.append(" ") }
        needsSpace = false
        let isApostrophe = value == 0x2019 || value == 0x2BC || value == 0x2018
        if letter.kind == .letter {
          pending = (letter, value, [])
        } else if let scalar = Unicode.Scalar(isApostrophe ? 0x27 : value) {
          output.append(scalar)
        }
      }
    }
    flush()
    return String(output)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
