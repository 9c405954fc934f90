/// The header of one file in a plain tar (POSIX ustar): name, length and nothing that differs from
/// machine to machine.
struct TarHeader {
  let name: String
  let byteCount: Int

  static let blockLength = 512

  init(name: String, byteCount: Int) {
    self.name = name
    self.byteCount = byteCount
  }

  /// The number of zero bytes behind a file's content.
  var padding: Int {
    (Self.blockLength - byteCount % Self.blockLength) % Self.blockLength
  }

  /// The 512 bytes.
  var encoded: [UInt8] {
    var block = [UInt8](repeating: 0, count: Self.blockLength)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { block[offset + index] = byte }
    }
    func octal(_ value: Int, digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    put(name, at: 0)
    put(octal(0o600, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    // Twelve digits reach to 64 GiB, the longest file that is taken.
    put(String(octal(byteCount, digits: 12).suffix(12)), at: 124)
    put(octal(0, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = block.reduce(0) { $0 + Int($1) }
    put(octal(sum, digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// Reads a header; nil for the zero block at the end. It must be exactly as it would be written.
  static func decode(_ block: [UInt8]) throws(SigningError) -> TarHeader? {
    if block.allSatisfy({ $0 == 0 }) { return nil }
    let name = String(decoding: block[0..<100].prefix { $0 != 0 }, as: UTF8.self)
    var byteCount = 0
    for digit in block[124..<136] {
      guard (0x30...0x37).contains(digit) else { throw SigningError(.format, "tar header") }
      byteCount = byteCount << 3 | Int(digit - 0x30)
    }
    guard ManifestFile.isAllowed(name: name) else { throw SigningError(.name, "tar header") }
    let header = TarHeader(name: name, byteCount: byteCount)
    guard header.encoded == block else { throw SigningError(.format, "tar header") }
    return header
  }
}
