/// Text armour of binary objects (RFC 7468).
enum PEM {
  /// The object between its lines, 64 letters a line.
  static func encode(_ bytes: [UInt8], label: String) -> [UInt8] {
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    let letters = Base64.letters(of: bytes)
    var start = 0
    while start < letters.count {
      let end = min(start + 64, letters.count)
      text += letters[start..<end]
      text.append(UInt8(ascii: "\n"))
      start = end
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }

  /// All objects with this label in order; text between them is passed over, as `openssl` writes
  /// such text before certificates. Nil where an object is not closed or not base 64.
  static func decode(_ text: [UInt8], label: String) -> [[UInt8]]? {
    let opening = Array("-----BEGIN \(label)-----".utf8)
    let closing = Array("-----END \(label)-----".utf8)
    var objects: [[UInt8]] = []
    var letters: [UInt8] = []
    var isInside = false
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if !isInside {
        isInside = line.elementsEqual(opening)
      } else if line.elementsEqual(closing) {
        guard let object = Base64.decode(letters) else { return nil }
        objects.append(object)
        letters = []
        isInside = false
      } else {
        letters += line
      }
    }
    return isInside ? nil : objects
  }
}
