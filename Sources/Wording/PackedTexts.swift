/// Texts and numbers in one run of bytes, read in the order in which they were written.
///
/// For what is kept many times and seldom looked at: a text of its own takes 16 bytes and mostly an
/// object, here it takes its bytes and one.
package struct PackedTexts: Hashable, Sendable {
  private var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Appends a text.
  package mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends a number that is not negative: seven bits a byte, the lowest first.
  package mutating func append(_ number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The same in no more memory than it needs.
  package var fitted: PackedTexts {
    var fitted = PackedTexts()
    fitted.bytes.reserveCapacity(bytes.count)
    fitted.bytes.append(contentsOf: bytes)
    return fitted
  }

  /// Reads from the first on.
  package var reader: Reader { Reader(bytes: bytes) }

  /// Reads what was written, in that order and each as what it was.
  package struct Reader {
    fileprivate let bytes: [UInt8]
    private var place = 0

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next, which is a text.
    package mutating func text() -> String {
      let count = number()
      defer { place += count }
      return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    /// The next, which is a number.
    package mutating func number() -> Int {
      var number: UInt = 0
      var shift = 0
      while true {
        let byte = bytes[place]
        place += 1
        number |= UInt(byte & 0x7F) << shift
        if byte < 0x80 { return Int(number) }
        shift += 7
      }
    }
  }
}
