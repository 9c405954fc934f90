/// Puts the characters of a cell down as a field of CSV.
enum FieldText {
  /// How a text cell writes a number with a fraction, if it is one.
  enum DecimalSign: UInt8, Sendable { case none, point, comma }

  /// Appends a field, quoted where a comma, a quote or a line end asks for it.
  static func append(_ cell: borrowing [UInt8], to text: inout [UInt8]) {
    // A reader of CSV takes an unquoted `sep=` in front for a line that is no record.
    var needsQuotes =
      cell.count >= 4 && cell[0] | 0x20 == 0x73 && cell[1] | 0x20 == 0x65
      && cell[2] | 0x20 == 0x70 && cell[3] == 0x3D
    for index in cell.indices {
      let byte = cell[index]
      if byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { needsQuotes = true }
    }
    guard needsQuotes else {
      for index in cell.indices { text.append(cell[index]) }
      return
    }
    text.append(0x22)
    for index in cell.indices {
      if cell[index] == 0x22 { text.append(0x22) }
      text.append(cell[index])
    }
    text.append(0x22)
  }

  /// Resolves the escapes `_x000D_` of characters that XML does not have.
  static func resolveEscapes(_ cell: inout [UInt8]) {
    guard cell.contains(0x5F) else { return }
    var resolved: [UInt8] = []
    var index = 0
    while index < cell.count {
      if index + 7 <= cell.count, cell[index] == 0x5F, cell[index + 1] == 0x78,
        cell[index + 6] == 0x5F,
        let scalar = hexadecimal(cell[index + 2..<index + 6]).flatMap(Unicode.Scalar.init)
      {
        resolved += String(scalar).utf8
        index += 7
      } else {
        resolved.append(cell[index])
        index += 1
      }
    }
    cell = resolved
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: number = number << 4 | UInt32(digit - 0x30)
      case 0x41...0x46, 0x61...0x66: number = number << 4 | UInt32((digit | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return number
  }

  /// The sign in a cell of digits with one point or comma among them.
  static func decimalSign(_ cell: borrowing [UInt8]) -> DecimalSign {
    var sign = DecimalSign.none
    for index in cell.indices {
      switch cell[index] {
      case 0x30...0x39: continue
      case 0x2D where index == 0: continue
      case 0x2E, 0x2C:
        guard sign == .none, index > 0, index + 1 < cell.count else { return .none }
        sign = cell[index] == 0x2E ? .point : .comma
      default: return .none
      }
    }
    return sign
  }
}
