import CivilCalendar

/// Writing in the Distinguished Encoding Rules (ITU-T X.690): every value has exactly one form.
///
/// Each function returns a complete element: tag, length, content.
enum DER {
  /// The tags that signatures and certificates use.
  enum Tag {
    static let boolean: UInt8 = 0x01
    static let integer: UInt8 = 0x02
    static let bitString: UInt8 = 0x03
    static let octetString: UInt8 = 0x04
    static let null: UInt8 = 0x05
    static let objectIdentifier: UInt8 = 0x06
    static let enumerated: UInt8 = 0x0a
    static let utf8String: UInt8 = 0x0c
    static let sequence: UInt8 = 0x30
    static let set: UInt8 = 0x31
    static let utcTime: UInt8 = 0x17
    static let generalizedTime: UInt8 = 0x18

    /// A context-specific tag, 0 to 30.
    static func context(_ number: UInt8, constructed: Bool = true) -> UInt8 {
      (constructed ? 0xa0 : 0x80) | number
    }
  }

  static func element(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
    header(tag, content.count) + content
  }

  /// An element whose content are these parts, one after another.
  static func element(_ tag: UInt8, parts: [[UInt8]]) -> [UInt8] {
    let count = parts.reduce(0) { $0 + $1.count }
    var bytes = header(tag, count)
    bytes.reserveCapacity(bytes.count + count)
    // Whole arrays are copied at once; a joined sequence would come byte by byte.
    for part in parts { bytes += part }
    return bytes
  }

  private static func header(_ tag: UInt8, _ count: Int) -> [UInt8] {
    var bytes = [tag]
    if count < 0x80 {
      bytes.append(UInt8(count))
    } else {
      var lengthBytes: [UInt8] = []
      var rest = count
      while rest > 0 {
        lengthBytes.append(UInt8(rest & 0xff))
        rest >>= 8
      }
      bytes.append(0x80 | UInt8(lengthBytes.count))
      bytes += lengthBytes.reversed()
    }
    return bytes
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(Tag.sequence, parts: parts) }

  static func sequence(of parts: [[UInt8]]) -> [UInt8] { element(Tag.sequence, parts: parts) }

  /// A set, in the order that DER demands.
  static func set(of parts: [[UInt8]]) -> [UInt8] { element(Tag.set, parts: sorted(parts)) }

  /// Elements in the order of a DER set: by their bytes.
  static func sorted(_ parts: [[UInt8]]) -> [[UInt8]] {
    parts.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func explicit(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    element(Tag.context(number), content)
  }

  /// A non-negative integer from its big-endian bytes, shortened or padded as DER demands.
  static func integer(_ magnitude: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(magnitude.drop { $0 == 0 })
    if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
    return element(Tag.integer, bytes)
  }

  static func integer(_ value: UInt64) -> [UInt8] {
    let shifts = stride(from: UInt64(56), through: 0, by: -8)
    return integer(shifts.map { UInt8(truncatingIfNeeded: value >> $0) })
  }

  static func octetString(_ content: [UInt8]) -> [UInt8] { element(Tag.octetString, content) }

  /// A bit string of whole bytes.
  static func bitString(_ content: [UInt8]) -> [UInt8] { element(Tag.bitString, [0] + content) }

  static func utf8String(_ text: String) -> [UInt8] { element(Tag.utf8String, Array(text.utf8)) }

  static let null: [UInt8] = [Tag.null, 0]

  static let yes: [UInt8] = [Tag.boolean, 1, 0xff]

  /// A moment as X.509 wants it: two-digit years up to 2049 (RFC 5280, section 4.1.2.5).
  static func time(_ instant: UTCInstant) -> [UInt8] {
    let digits = Array(instant.description.utf8.filter { $0 != 0x2d && $0 != 0x3a && $0 != 0x54 })
    let year = instant.date.year
    return year < 2050
      ? element(Tag.utcTime, digits.dropFirst(2)) : element(Tag.generalizedTime, digits)
  }

  /// An object identifier from its numbers; the first two share one byte.
  static func objectIdentifier(_ numbers: UInt...) -> [UInt8] {
    var content: [UInt8] = [UInt8(numbers[0] * 40 + numbers[1])]
    for number in numbers.dropFirst(2) {
      var groups = [UInt8(number & 0x7f)]
      var rest = number >> 7
      while rest > 0 {
        groups.append(UInt8(rest & 0x7f) | 0x80)
        rest >>= 7
      }
      content += groups.reversed()
    }
    return element(Tag.objectIdentifier, content)
  }
}
