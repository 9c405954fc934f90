/// Reads one character after the other from bytes that are not UTF-8.
struct CharacterDecoder {
  /// Stands for bytes that mean nothing in the encoding.
  static let invalid: UInt32 = .max

  let encoding: TextEncoding
  private let table: [UInt32]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table =
      switch encoding {
      case .windows1258: SingleByteTables.windows1258
      case .tcvn3: SingleByteTables.tcvn3
      default: []
      }
  }

  /// The character at `index` and how many bytes it takes; `index` must be inside the window.
  func character(in bytes: ByteWindow, at index: Int) -> (scalar: UInt32, length: Int) {
    switch encoding {
    case .utf16LittleEndian: unit(in: bytes, at: index) { $0 | $1 << 8 }
    case .utf16BigEndian: unit(in: bytes, at: index) { $0 << 8 | $1 }
    case .vni: vni(in: bytes, at: index)
    default: singleByte(bytes[unchecked: index])
    }
  }

  private func singleByte(_ byte: UInt8) -> (scalar: UInt32, length: Int) {
    guard byte >= 0x80, !table.isEmpty else { return (UInt32(byte), 1) }
    let scalar = table[Int(byte) - 0x80]
    return (scalar == 0 ? Self.invalid : scalar, 1)
  }

  private func vni(in bytes: ByteWindow, at index: Int) -> (scalar: UInt32, length: Int) {
    let byte = bytes[unchecked: index]
    if index + 1 < bytes.count, bytes[unchecked: index + 1] >= 0x80 {
      let pair = UInt16(byte) << 8 | UInt16(bytes[unchecked: index + 1])
      if let scalar = SingleByteTables.vniMarked[pair] { return (scalar, 2) }
    }
    guard byte >= 0x80 else { return (UInt32(byte), 1) }
    return (SingleByteTables.vniAlone[byte] ?? (byte == 0xA0 ? 0xA0 : Self.invalid), 1)
  }

  private func unit(
    in bytes: ByteWindow, at index: Int, _ join: (UInt32, UInt32) -> UInt32
  ) -> (scalar: UInt32, length: Int) {
    guard index + 1 < bytes.count else { return (Self.invalid, 1) }
    let first = join(UInt32(bytes[unchecked: index]), UInt32(bytes[unchecked: index + 1]))
    guard first & 0xF800 == 0xD800 else { return (first, 2) }
    guard first < 0xDC00, index + 3 < bytes.count else { return (Self.invalid, 2) }
    let second = join(UInt32(bytes[unchecked: index + 2]), UInt32(bytes[unchecked: index + 3]))
    guard second & 0xFC00 == 0xDC00 else { return (Self.invalid, 2) }
    return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 4)
  }
}
