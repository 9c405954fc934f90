/// The columns of a rows file and those of them that identify a row.
struct RowSchema: Sendable {
  let columns: [String]
  let key: RowKey
  let rules: RowRules

  /// Reads the header, which obeys the rules of a row.
  ///
  /// - Parameters:
  ///   - header: Where the header lies in `bytes`, with its line feed.
  ///   - bytes: The beginning of the file.
  ///   - expected: The columns that it must have; nil takes what it has.
  ///   - key: The columns that identify a row.
  ///   - subject: What the file is called in an error.
  /// - Throws: ``SigningError`` with `E_COLUMNS`, or a code of the row rules.
  init(
    _ header: Range<Int>, of bytes: [UInt8], columns expected: [String]?, key: [String],
    subject: String
  ) throws(SigningError) {
    var cells: [Range<Int>] = []
    try RowRules(headerOf: subject).check(
      bytes.span, header, number: 0, cells: &cells)
    let names = cells.map { String(decoding: bytes[$0], as: UTF8.self) }
    guard names.allSatisfy({ !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "\"")) }),
      Set(names.map { Array($0.utf8) }).count == names.count
    else { throw SigningError(.columns, subject, "a column without a name, or two with one") }
    if let expected {
      guard names.count == expected.count,
        zip(names, expected).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
      else { throw SigningError(.columns, subject) }
    }
    var positions: [Int] = []
    for name in key {
      guard let position = names.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw SigningError(.columns, subject, "no column \(name)")
      }
      positions.append(position)
    }
    columns = names
    rules = RowRules(columns: names, key: key, subject: subject)
    self.key = RowKey(columns: positions)
  }
}
