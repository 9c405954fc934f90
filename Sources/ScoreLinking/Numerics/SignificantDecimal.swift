public import Scores

/// An estimate as it is published: twelve significant decimal digits.
///
/// Rounding starts from these digits, so that anybody can repeat it from the printed table, and
/// so that the last bits of a computation cannot tip a tie.
public struct SignificantDecimal: Hashable, Sendable, CustomStringConvertible {
  /// The digits as an integer of at most twelve digits, with the sign.
  let digits: Int64
  /// The power of ten of the last digit.
  let exponent: Int

  /// How many digits are kept.
  static let digitCount = 12

  /// The twelve digits of a number, the thirteenth rounded half up; `nil` if it is not finite.
  public init?(_ number: Double) {
    guard number.isFinite else { return nil }
    // The shortest text that identifies the number is the same everywhere.
    let text = number.magnitude.description
    var (digits, exponent) = (Int64(0), 0)
    var (kept, isFraction, isExponent) = (0, false, false)
    var written = 0
    var isNegativeExponent = false
    var carries = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegativeExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if isExponent {
          written = 10 * written + digit
        } else if kept < Self.digitCount {
          digits = 10 * digits + Int64(digit)
          if digits > 0 { kept += 1 }
          if isFraction { exponent -= 1 }
        } else {
          if kept == Self.digitCount { carries = digit >= 5 }
          kept += 1
          if !isFraction { exponent += 1 }
        }
      default: break
      }
    }
    exponent += isNegativeExponent ? -written : written
    if carries { digits += 1 }
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      exponent += 1
    }
    self.digits = number < 0 ? -digits : digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// The binary number nearest to the decimal.
  var number: Double { Double("\(digits)e\(exponent)") ?? 0 }

  /// The decimal written out, without an exponent and without closing zeros.
  public var description: String {
    let figures = Array(String(digits.magnitude).utf8)
    let sign = digits < 0 ? "-" : ""
    func text(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: Array(bytes), as: UTF8.self)
    }
    if exponent >= 0 { return sign + text(figures) + String(repeating: "0", count: exponent) }
    let wholeCount = figures.count + exponent
    if wholeCount <= 0 {
      return sign + "0." + String(repeating: "0", count: -wholeCount) + text(figures)
    }
    return sign + text(figures[..<wholeCount]) + "." + text(figures[wholeCount...])
  }

  /// The decimal as a fraction.
  ///
  /// - Throws: ``LinkingError`` with code `overflow` for magnitudes no score comes near.
  public func fraction() throws(LinkingError) -> ExactFraction {
    // Below 10⁻²⁴ nothing is left that any rounding rule could see.
    if exponent < -36 { return .zero }
    guard exponent <= 18 else { throw LinkingError(.overflow) }
    var scale: Int128 = 1
    for _ in 0..<exponent.magnitude { scale *= 10 }
    do {
      return exponent < 0
        ? try ExactFraction(Int128(digits), over: scale)
        : try ExactFraction(Int128(digits) * scale, over: 1)
    } catch {
      throw LinkingError(error)
    }
  }
}
