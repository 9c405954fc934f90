/// A cell format that shows a whole number with all its zeros, as `000000` or `000" "000` does.
///
/// Offices number people with it: 124 is seen as 000124, and so stands in every list that they print.
struct DigitMask: Sendable {
  /// What is seen from left to right; nil at the place of a digit.
  private let places: [UInt8?]

  /// Reads a format code; nil for one that shows anything but at least two digits with letters, digits,
  /// spaces, hyphens, full stops, slashes or underscores before and between them.
  init?(code: String) {
    var places: [UInt8?] = []
    var rest = code.utf8[...]
    scan: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0"): places.append(nil)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"): places.append(byte)
      case UInt8(ascii: "\\"):
        guard let literal = rest.popFirst() else { return nil }
        places.append(literal)
      case UInt8(ascii: "\""):
        while let literal = rest.popFirst(), literal != UInt8(ascii: "\"") {
          places.append(literal)
        }
      case UInt8(ascii: "["):
        // A colour or a language.
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        rest = rest[rest.index(after: end)...]
      case UInt8(ascii: ";"): break scan
      default: return nil
      }
    }
    guard places.count(where: { $0 == nil }) > 1, places.last == .some(nil),
      places.allSatisfy({ $0.map(Self.standsInNumbers) ?? true })
    else { return nil }
    self.places = places
  }

  private static func standsInNumbers(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D...0x2F, 0x5F: true
    default: false
    }
  }

  /// What is seen of a whole number from zero.
  ///
  /// - Parameter digits: Its digits; those that are too many stand at the first place.
  /// - Returns: The text.
  func text(of digits: [UInt8]) -> [UInt8] {
    let first = places.firstIndex { $0 == nil } ?? 0
    var rest = digits
    var text: [UInt8] = []
    for (index, place) in places.enumerated().reversed() {
      text.append(place ?? rest.popLast() ?? UInt8(ascii: "0"))
      if index == first {
        text += rest.reversed()
        rest = []
      }
    }
    return text.reversed()
  }
}
