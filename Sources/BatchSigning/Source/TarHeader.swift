/// The header of one entry in a tar: POSIX ustar and pax (POSIX.1-2008), and GNU's older form.
struct TarHeader {
  /// What an entry is.
  enum Kind {
    case file
    case folder
    /// A pax header, which says more about the entries behind it.
    case extended
  }

  let kind: Kind
  let name: String
  let byteCount: Int

  static let blockLength = 512

  /// A file.
  init(name: String, byteCount: Int) {
    kind = .file
    self.name = name
    self.byteCount = byteCount
  }

  /// The number of zero bytes behind an entry's content.
  var padding: Int {
    (Self.blockLength - byteCount % Self.blockLength) % Self.blockLength
  }
}

extension TarHeader {
  /// The 512 bytes of a file's header: name, length and nothing that differs from machine to
  /// machine.
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
    put(octal(Self.checksum(of: block), digits: 6), at: 148)
    block[154] = 0
    return block
  }

  /// The sum over a header with its own field taken as spaces.
  private static func checksum(of block: [UInt8]) -> Int {
    block.enumerated().reduce(0) { $0 + (148..<156 ~= $1.offset ? 0x20 : Int($1.element)) }
  }
}

extension TarHeader {
  /// Reads a header of 512 bytes; nil for the zero block at the end.
  ///
  /// - Throws: ``SigningError`` with `E_FORMAT`, `E_NOT_REGULAR` for links and devices, `E_NAME`
  ///   for names that need more than the header, or `E_LIMIT`.
  init?(_ block: [UInt8]) throws(SigningError) {
    if block.allSatisfy({ $0 == 0 }) { return nil }
    guard (try? Self.number(block[148..<156])) == Self.checksum(of: block) else {
      throw SigningError(.format, "tar", "a header whose sum is wrong")
    }
    guard let name = String(validating: block[0..<100].prefix { $0 != 0 }, as: UTF8.self),
      block[345] == 0 || !block[257..<262].elementsEqual("ustar".utf8)
        || block[263..<265].elementsEqual(" \0".utf8)
    else { throw SigningError(.name, "tar", "a name that is too long or no text") }
    switch block[156] {
    case 0, UInt8(ascii: "0"): kind = name.utf8.last == UInt8(ascii: "/") ? .folder : .file
    case UInt8(ascii: "5"): kind = .folder
    case UInt8(ascii: "x"), UInt8(ascii: "g"): kind = .extended
    case UInt8(ascii: "L"), UInt8(ascii: "K"):
      throw SigningError(.name, "tar", "a name that is too long")
    default: throw SigningError(.notRegular, "tar", "an entry that is neither file nor folder")
    }
    self.name = name
    byteCount = try Self.number(block[124..<136])
    guard byteCount <= BatchSource.greatestFileLength, kind != .folder || byteCount == 0 else {
      throw SigningError(.limit, "tar", "an entry that is too long")
    }
  }

  /// A number in octal digits between spaces and zero bytes, or in GNU's binary form.
  private static func number(_ field: ArraySlice<UInt8>) throws(SigningError) -> Int {
    if field.first == 0x80 {
      guard field.dropFirst().dropLast(6).allSatisfy({ $0 == 0 }) else {
        throw SigningError(.limit, "tar", "a number that is too great")
      }
      return field.suffix(6).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
      throw SigningError(.format, "tar", "a number that is not in octal digits")
    }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
