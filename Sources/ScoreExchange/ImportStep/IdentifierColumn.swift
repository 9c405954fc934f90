import Parallel
import Tabular

/// National identifiers in eight bytes each: 12 digits, 9 digits, or none; nothing while none is
/// there.
package struct IdentifierColumn: Sendable {
  /// The number, with ``formerMark`` for one of 9 digits; empty while there is none at all.
  private var numbers: [UInt64] = []
  /// How many there are.
  package private(set) var count = 0
  /// How many there is going to be room for.
  private var room = 0

  private static let formerMark: UInt64 = 1 << 62
  private static let none = UInt64.max

  package init() {}

  /// What stands in a column of whole numbers for an old number of 9 digits.
  static func former(_ number: Int64) -> Int64 { number | Int64(formerMark) }

  /// Numbers of 12 digits each, those of ``former(_:)``, or the decoder's missing value.
  init(personal numbers: [Int64]) {
    self.init(
      codes: numbers.map { $0 == DecodedBatch.missing64 ? Self.none : UInt64(bitPattern: $0) })
  }

  /// Identifiers from the codes of another column.
  init(codes: [UInt64]) {
    count = codes.count
    if codes.contains(where: { $0 != Self.none }) { numbers = codes }
  }

  /// Whether there is none at all.
  var isMissing: Bool { numbers.isEmpty }

  /// The codes of some identifiers.
  func codes(_ rows: Range<Int>) -> [UInt64] {
    numbers.isEmpty ? Array(repeating: Self.none, count: rows.count) : Array(numbers[rows])
  }

  /// A number that two identifiers share only when they are the same.
  func code(at index: Int) -> UInt64 { numbers.isEmpty ? Self.none : numbers[index] }

  /// The digits at an index; empty where there is none.
  package subscript(index: Int) -> String {
    guard let (number, width) = parts(at: index) else { return "" }
    let digits = String(number)
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Number and digits at an index; nil where there is none.
  package func parts(at index: Int) -> (number: UInt64, width: Int)? {
    Self.parts(of: code(at: index))
  }

  /// Number and digits of a code; nil where there is none.
  static func parts(of code: UInt64) -> (number: UInt64, width: Int)? {
    if code == none { return nil }
    return code & formerMark == 0 ? (code, 12) : (code ^ formerMark, 9)
  }

  /// Whether there is none at an index, or one of twelve digits with a serial number, as nearly all are.
  func isUsual(_ index: Int) -> Bool {
    let code = code(at: index)
    return code == Self.none || code & Self.formerMark == 0 && code % 1_000_000 != 0
  }

  /// Appends 12 or 9 digits, or none for anything else.
  mutating func append(_ digits: String) {
    var code = Self.none
    if digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = UInt64(digits) {
      switch digits.utf8.count {
      case 12: code = number
      case 9: code = number | Self.formerMark
      default: break
      }
    }
    if numbers.isEmpty && code != Self.none { writeNone() }
    if code != Self.none || !numbers.isEmpty { numbers.append(code) }
    count += 1
  }

  /// Appends the identifiers of another column.
  mutating func append(contentsOf other: IdentifierColumn) {
    append(contentsOf: other, rows: 0..<other.count)
  }

  /// Appends some of the identifiers of another column.
  mutating func append(contentsOf other: IdentifierColumn, rows: Range<Int>) {
    if numbers.isEmpty && !other.numbers.isEmpty { writeNone() }
    count += rows.count
    if other.numbers.isEmpty {
      if !numbers.isEmpty { numbers += repeatElement(Self.none, count: rows.count) }
    } else {
      numbers += other.numbers[rows]
    }
  }

  /// Makes room for so many in all.
  mutating func reserveCapacity(_ count: Int) {
    room = count
    if !numbers.isEmpty { numbers.reserveCapacity(count) }
  }

  /// Writes down that there is none so far, for there is going to be one.
  private mutating func writeNone() {
    numbers.reserveCapacity(max(room, count))
    numbers += repeatElement(Self.none, count: count)
  }

  /// Forgets the last identifiers.
  mutating func removeLast(_ surplus: Int) {
    count -= surplus
    if !numbers.isEmpty { numbers.removeLast(surplus) }
  }

  /// The identifiers of these indices, in this order.
  func selecting(_ indices: [UInt32], plan: WorkPlan = .sequential) -> IdentifierColumn {
    var selected = IdentifierColumn()
    if !numbers.isEmpty { selected.numbers = plan.selection(of: numbers, at: indices) }
    selected.count = indices.count
    return selected
  }
}

extension Array {
  /// The elements of these indices, in this order.
  func selecting(_ indices: [UInt32]) -> [Element] { indices.map { self[Int($0)] } }
}
