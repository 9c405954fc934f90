/// Base 64 with the standard alphabet and padding (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xff, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> String {
    String(decoding: letters(of: bytes), as: UTF8.self)
  }

  static func letters(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let taken = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if taken > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if taken > 2 { group |= UInt32(bytes[index + 2]) }
      for position in 0..<4 {
        let letter = alphabet[Int(group >> UInt32(18 - 6 * position) & 63)]
        text.append(position <= taken ? letter : UInt8(ascii: "="))
      }
      index += 3
    }
    return text
  }

  /// The bytes; nil unless the text is the one encoding of them.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0
    var letters = 0
    var padding = 0
    for letter in text {
      if letter == UInt8(ascii: "=") {
        padding += 1
        guard padding <= 2 else { return nil }
        group <<= 6
      } else {
        let value = values[Int(letter)]
        guard padding == 0, value != 0xff else { return nil }
        group = group << 6 | UInt32(value)
      }
      letters += 1
      guard letters == 4 else { continue }
      bytes.append(UInt8(truncatingIfNeeded: group >> 16))
      if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
      if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: group)) }
      // Bits that no byte takes must be zero, else two texts would mean the same bytes.
      if padding == 1, group & 0xff != 0 { return nil }
      if padding == 2, group & 0xffff != 0 { return nil }
      (group, letters) = (0, 0)
      if padding > 0, bytes.count != text.count / 4 * 3 - padding { return nil }
    }
    return bytes
  }
}
