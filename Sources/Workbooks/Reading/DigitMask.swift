/// A cell format that shows a whole number otherwise than by its digits alone: with all its zeros, as
/// `000000` and `000" "000` do, or behind something, as `"0"#` and `"UT"0` do.
///
/// Offices number people with it: 124 is seen as 000124, and so stands in every list that they print.
struct DigitMask: Sendable {
  private enum Place: Equatable {
    case literal(UInt8)
    /// A digit, or a zero where the number has none there.
    case digit
    /// A digit where the number has one.
    case surplus
  }

  /// What is seen from left to right.
  private let places: [Place]

  /// Reads a format code.
  ///
  /// - Returns: Nil for a format that shows a number as it is, and for one with anything but digits
  ///   and, before and between them, letters, digits, spaces and the signs of numbers of people.
  init?(code: String) {
    var places: [Place] = []
    var rest = code.utf8[...]
    scan: while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0"): places.append(.digit)
      case UInt8(ascii: "#"): places.append(.surplus)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"): places.append(.literal(byte))
      case UInt8(ascii: "\\"):
        guard let literal = rest.popFirst() else { return nil }
        places.append(.literal(literal))
      case UInt8(ascii: "\""):
        while let literal = rest.popFirst(), literal != UInt8(ascii: "\"") {
          places.append(.literal(literal))
        }
      case UInt8(ascii: "["):
        // A colour or a language.
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
        rest = rest[rest.index(after: end)...]
      case UInt8(ascii: ";"): break scan
      default: return nil
      }
    }
    let literals = places.indices.filter { places[$0] != .digit && places[$0] != .surplus }
    guard !places.isEmpty, literals.last != places.count - 1,
      literals.allSatisfy({ Self.standsInNumbers(places[$0]) }),
      !literals.isEmpty || places.count(where: { $0 == .digit }) > 1,
      !places.contains(.surplus) || literals == Array(0..<literals.count)
    else { return nil }
    self.places = places
  }

  private static func standsInNumbers(_ place: Place) -> Bool {
    switch place {
    case .literal(0x30...0x39), .literal(0x41...0x5A), .literal(0x61...0x7A): true
    case .literal(0x20), .literal(0x2D...0x2F), .literal(0x5F): true
    default: false
    }
  }

  /// What is seen of a whole number from zero.
  ///
  /// - Parameter digits: Its digits; those that are too many stand at the first place.
  /// - Returns: The text.
  func text(of digits: [UInt8]) -> [UInt8] {
    let first = places.firstIndex { $0 == .digit || $0 == .surplus } ?? 0
    var rest = digits
    var text: [UInt8] = []
    for (index, place) in places.enumerated().reversed() {
      switch place {
      case .literal(let byte): text.append(byte)
      case .digit: text.append(rest.popLast() ?? UInt8(ascii: "0"))
      case .surplus: if let digit = rest.popLast() { text.append(digit) }
      }
      if index == first {
        text += rest.reversed()
        rest = []
      }
    }
    return text.reversed()
  }
}
