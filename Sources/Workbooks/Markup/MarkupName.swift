/// The local name of an element or attribute, packed: its length and its first seven bytes.
///
/// The names that are looked for differ in them.
struct MarkupName: Hashable, Sendable {
  let packed: UInt64

  init(_ text: StaticString) {
    var packed = UInt64(min(255, text.utf8CodeUnitCount))
    for (index, byte) in "\(text)".utf8.prefix(7).enumerated() {
      packed |= UInt64(byte) << (8 * UInt64(index + 1))
    }
    self.packed = packed
  }

  /// The name at a range of bytes.
  @inline(__always)
  init(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
    var packed = UInt64(min(255, range.count))
    var shift: UInt64 = 8
    for index in range.lowerBound..<min(range.upperBound, range.lowerBound + 7) {
      packed |= UInt64(bytes[index]) << shift
      shift += 8
    }
    self.packed = packed
  }

  static let row = MarkupName("row")
  static let cell = MarkupName("c")
  static let value = MarkupName("v")
  static let formula = MarkupName("f")
  static let inlineString = MarkupName("is")
  static let stringItem = MarkupName("si")
  static let text = MarkupName("t")
  static let phonetic = MarkupName("rPh")
  static let sheetData = MarkupName("sheetData")
  static let reference = MarkupName("r")
  static let style = MarkupName("s")
  static let relationship = MarkupName("Relationship")
  static let workbook = MarkupName("workbook")
  static let workbookProperties = MarkupName("workbookPr")
  static let sheet = MarkupName("sheet")
  static let cellFormats = MarkupName("cellXfs")
  static let format = MarkupName("xf")
  static let numberFormat = MarkupName("numFmt")
}
