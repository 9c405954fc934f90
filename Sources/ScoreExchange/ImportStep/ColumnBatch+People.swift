import RecordLinkage
import Tabular

extension ColumnBatch {
  /// Whole names, from one column or from family and given name; empty where the given name is.
  func wholeNames() -> TextColumn? {
    if let names = texts("name") { return names }
    guard let given = texts("given_name") else { return nil }
    guard let family = texts("family_name") else { return given }
    var names = TextColumn()
    names.reserveCapacity(count, byteCount: family.byteCount + given.byteCount + count)
    var whole: [UInt8] = []
    for row in 0..<count {
      whole.removeAll(keepingCapacity: true)
      let (first, last) = (family.range(of: row), given.range(of: row))
      if !last.isEmpty {
        whole += family.bytes[first]
        if !first.isEmpty { whole.append(0x20) }
        whole += given.bytes[last]
      }
      names.append(whole)
    }
    return names
  }

  /// Codes below 255, 0 where the cell is empty or there is no such column.
  func smallCodes(_ field: String) -> [UInt8] {
    guard let codes = codes(field) else { return Array(repeating: 0, count: count) }
    return codes.map { $0 == DecodedBatch.missingCode ? 0 : UInt8(truncatingIfNeeded: $0) }
  }
}

extension PersonalNumber {
  /// Whether a number of 12 digits says another birth year or sex than the row.
  ///
  /// - Parameters:
  ///   - number: The digits.
  ///   - birthYear: The year that the row says.
  ///   - sex: 0 where the row says nothing, 1 male, 2 female.
  /// - Returns: False for a number that tells neither.
  static func contradicts(_ number: Int64, birthYear: Int32, sex: UInt8) -> Bool {
    guard 1...96 ~= number / 1_000_000_000 else { return false }
    let digits = number / 1_000_000 % 1_000
    let century = digits / 100
    if 1_900 + century / 2 * 100 + digits % 100 != Int64(birthYear) { return true }
    return sex != 0 && Int64(sex) != century % 2 + 1
  }
}
