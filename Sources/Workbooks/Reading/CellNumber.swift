/// The decimal text of a number cell.
///
/// A workbook keeps binary numbers and writes them with up to 17 digits. What is read is the shortest
/// decimal that means the same binary number (70.249999999999999 is 70.25, for both are one number).
/// Where that has more than 15 digits, which no cell that was typed has, the 15 that Excel shows are
/// taken and the cell is noted.
struct CellNumber: Equatable {
  /// Digits, with a sign before and a point among them where needed; never an exponent.
  let text: String
  /// The shortest decimal, where the text is another number.
  let exact: String?

  /// Significant digits that Excel keeps of what is typed, and shows.
  static let shownDigits = 15

  /// Reads the text of a number cell; nil when it is no finite number.
  init?(_ written: String) {
    guard let number = Double(written), number.isFinite else { return nil }
    guard let decimal = Decimal(number.description) else { return nil }
    // A whole number below 2^53 is exact whatever its length.
    let isExact = decimal.exponent >= 0 && abs(number) < 9_007_199_254_740_992
    let shown = isExact ? decimal : decimal.rounded(to: Self.shownDigits)
    text = shown.text
    exact = shown == decimal ? nil : decimal.text
  }

  /// Whether bytes are a plain decimal of at most 15 digits, which is what it says without a look at
  /// the binary number: every such decimal is the shortest of its binary number, but for zeros.
  static func isPlain(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Bool {
    guard 1...16 ~= range.count else { return false }
    var digits = 0
    var points = 0
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2D where index == range.lowerBound: break
      default: return false
      }
    }
    let first = bytes[range.lowerBound] == 0x2D ? range.lowerBound + 1 : range.lowerBound
    guard 1...shownDigits ~= digits, points <= 1, bytes[first] != 0x2E,
      bytes[range.upperBound - 1] != 0x2E
    else { return false }
    return bytes[first] != 0x30 || digits == 1 || bytes[first + 1] == 0x2E
  }
}

/// A decimal as digits and a power of ten.
private struct Decimal: Equatable {
  private let isNegative: Bool
  /// Without zeros at either end; empty for zero.
  private let digits: [UInt8]
  /// The power of ten of the last digit.
  let exponent: Int

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    var digits = digits
    var exponent = exponent
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  /// Reads what `Double.description` writes.
  init?(_ text: String) {
    let halves = text.split(separator: "e", maxSplits: 1)
    guard let mantissa = halves.first else { return nil }
    var exponent = halves.count == 2 ? Int(halves[1]) ?? 0 : 0
    var digits: [UInt8] = []
    var isBehindPoint = false
    for byte in mantissa.utf8 {
      if byte == 0x2E {
        isBehindPoint = true
      } else if 0x30...0x39 ~= byte {
        digits.append(byte - 0x30)
        if isBehindPoint { exponent -= 1 }
      }
    }
    self.init(isNegative: text.utf8.first == 0x2D, digits: digits, exponent: exponent)
  }

  /// The nearest decimal of this many digits; of two, the one farther from zero.
  func rounded(to count: Int) -> Decimal {
    guard digits.count > count else { return self }
    var kept = [0] + digits[..<count]
    if digits[count] >= 5 {
      var place = count
      while kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      kept[place] += 1
    }
    return Decimal(
      isNegative: isNegative, digits: kept, exponent: exponent + digits.count - count)
  }

  /// The decimal without an exponent.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    var text = digits.map { $0 + 0x30 }
    if exponent >= 0 {
      text += Array(repeating: 0x30, count: exponent)
    } else {
      if text.count <= -exponent {
        text = Array(repeating: 0x30, count: -exponent - text.count + 1) + text
      }
      text.insert(0x2E, at: text.count + exponent)
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }
}
