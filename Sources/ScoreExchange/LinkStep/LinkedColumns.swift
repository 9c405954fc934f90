import RecordLinkage
import Tabular

extension PersonTable {
  /// Adds some applicants.
  ///
  /// - Parameters:
  ///   - applicants: All of them.
  ///   - rows: Those to add.
  ///   - source: The source of each.
  mutating func append(
    _ applicants: ApplicantList, _ rows: Range<Int>, source: (Int) -> String
  ) {
    var columns = PersonColumns(
      keys: applicants.ids.texts(of: rows), sources: rows.map { sourceNumber(source($0)) })
    columns.nationalIDs = applicants.nationalID.digits(of: rows)
    columns.formerIDs = applicants.formerID.digits(of: rows)
    columns.names = applicants.name.texts(of: rows)
    columns.births = Array(applicants.birthDate[rows])
    columns.sexes = Array(applicants.sex[rows])
    append(columns)
  }
}

extension TextColumn {
  /// Some texts, one behind the other.
  fileprivate func texts(of rows: Range<Int>) -> PersonColumns.Texts {
    guard !rows.isEmpty else { return PersonColumns.Texts(bytes: [], ends: []) }
    let start = range(of: rows.lowerBound).lowerBound
    return PersonColumns.Texts(
      bytes: Array(bytes[start..<range(of: rows.upperBound - 1).upperBound]),
      ends: rows.map { UInt32(range(of: $0).upperBound - start) })
  }
}

extension PooledTexts {
  /// Some texts, one behind the other.
  func texts(of rows: some Collection<Int>) -> PersonColumns.Texts {
    // Where they stand first, so that the processor waits for the memory of many at one time.
    let ranges = rows.map { range(of: $0) }
    let bytes = bytes
    var (joined, ends): ([UInt8], [UInt32]) = ([], [])
    joined.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    ends.reserveCapacity(ranges.count)
    for range in ranges {
      joined.append(contentsOf: bytes[range])
      ends.append(UInt32(joined.count))
    }
    return PersonColumns.Texts(bytes: joined, ends: ends)
  }
}

extension IdentifierColumn {
  /// The digits of some identifiers, one behind the other; nil where none is there.
  func digits(of rows: Range<Int>) -> PersonColumns.Texts? {
    if isMissing { return nil }
    var digits = ByteOutput()
    var ends: [UInt32] = []
    ends.reserveCapacity(rows.count)
    for row in rows {
      if let (number, width) = parts(at: row) {
        digits.append(number, leastDigits: width, scaleDigits: 0)
      }
      ends.append(UInt32(digits.count))
    }
    return PersonColumns.Texts(bytes: digits.bytes, ends: ends)
  }
}
