/// The texts that a workbook's cells name by number, each as the field of CSV that it becomes.
struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends; the first begins at 0.
  private var ends: [Int] = []
  private var signs: [FieldText.DecimalSign] = []

  private static let byteLimit = 1 << 30

  /// The texts of a workbook that has no part for them.
  static let none = SharedStrings()
  private init() {}

  /// Reads the part with the shared texts.
  init(_ reader: consuming MarkupReader) throws(WorkbookError) {
    var cell: [UInt8] = []
    while true {
      let token = try reader.next()
      if token == .finished { return }
      guard token == .start, reader.name == .stringItem else { continue }
      cell.removeAll(keepingCapacity: true)
      try reader.appendRichText(until: .stringItem, to: &cell)
      FieldText.resolveEscapes(&cell)
      FieldText.append(cell, to: &bytes)
      ends.append(bytes.count)
      signs.append(FieldText.decimalSign(cell))
      guard bytes.count <= Self.byteLimit else {
        throw reader.damage("more than 1 GiB of shared text")
      }
    }
  }

  var count: Int { ends.count }

  /// Where a text is among ``bytes``.
  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// How a text writes a number, if it is one.
  func sign(of index: Int) -> FieldText.DecimalSign { signs[index] }
}

extension MarkupReader {
  /// Appends the text of all runs up to the end of an element, without the readings beside them.
  mutating func appendRichText(
    until closing: MarkupName, to text: inout [UInt8]
  ) throws(WorkbookError) {
    var isText = false
    while true {
      switch try next() {
      case .start where name == .text: isText = true
      case .start where name == .phonetic: try skipElement()
      case .end where name == .text: isText = false
      case .end where name == closing: return
      case .text where isText: try append(content, to: &text)
      case .finished: throw damage("cut off")
      default: continue
      }
    }
  }
}
