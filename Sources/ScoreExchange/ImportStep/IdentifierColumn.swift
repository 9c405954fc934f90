import Tabular

/// National identifiers in eight bytes each: 12 digits, 9 digits, or none.
package struct IdentifierColumn: Sendable, Hashable {
  /// The number, with ``formerMark`` for one of 9 digits.
  private(set) var codes: [UInt64] = []

  private static let formerMark: UInt64 = 1 << 62
  private static let none = UInt64.max

  package init() {}

  /// Numbers of 12 digits each, or the decoder's missing value.
  init(personal numbers: [Int64]) {
    codes = numbers.map { $0 == DecodedBatch.missing64 ? Self.none : UInt64(bitPattern: $0) }
  }

  /// Identifiers from the codes of another column.
  init(codes: [UInt64]) { self.codes = codes }

  /// How many there are.
  package var count: Int { codes.count }

  /// The digits at an index; empty where there is none.
  package subscript(index: Int) -> String {
    guard let (number, width) = parts(at: index) else { return "" }
    let digits = String(number)
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Number and digits at an index; nil where there is none.
  package func parts(at index: Int) -> (number: UInt64, width: Int)? {
    let code = codes[index]
    if code == Self.none { return nil }
    return code & Self.formerMark == 0 ? (code, 12) : (code ^ Self.formerMark, 9)
  }

  /// Whether there is none at an index, or one of twelve digits with a serial number, as nearly all are.
  func isUsual(_ index: Int) -> Bool {
    let code = codes[index]
    return code == Self.none || code & Self.formerMark == 0 && code % 1_000_000 != 0
  }

  /// Puts the digits at an index in the place of what `text` holds; nothing where there is none.
  func write(_ index: Int, into text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    guard var (number, width) = parts(at: index) else { return }
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
    while number > 0 {
      width -= 1
      text[width] += UInt8(number % 10)
      number /= 10
    }
  }

  /// Appends 12 or 9 digits, or none for anything else.
  mutating func append(_ digits: String) {
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = UInt64(digits),
      digits.utf8.count == 12 || digits.utf8.count == 9
    else {
      codes.append(Self.none)
      return
    }
    codes.append(digits.utf8.count == 12 ? number : number | Self.formerMark)
  }

  /// Appends the identifiers of another column.
  mutating func append(contentsOf other: IdentifierColumn) { codes += other.codes }

  /// Appends some of the identifiers of another column.
  mutating func append(contentsOf other: IdentifierColumn, rows: Range<Int>) {
    codes += other.codes[rows]
  }

  /// Forgets the last identifiers.
  mutating func removeLast(_ count: Int) { codes.removeLast(count) }

  /// The identifiers of these indices, in this order.
  func selecting(_ indices: [UInt32]) -> IdentifierColumn {
    var selected = IdentifierColumn()
    selected.codes = codes.selecting(indices)
    return selected
  }
}

extension Array {
  /// The elements of these indices, in this order.
  func selecting(_ indices: [UInt32]) -> [Element] { indices.map { self[Int($0)] } }
}
