import RecordLinkage
import Tabular

extension TextColumn {
  /// The texts of some rows, one behind the other.
  func linked(_ rows: [UInt32]) -> PersonColumns.Texts {
    PersonColumns.Texts(bytes, rows.map { range(of: Int($0)) })
  }
}

extension PooledTexts {
  /// The texts of some rows, one behind the other.
  func linked(_ rows: [UInt32]) -> PersonColumns.Texts {
    PersonColumns.Texts(bytes, rows.map { range(of: Int($0)) })
  }
}

extension PersonColumns.Texts {
  /// As many empty texts.
  init(emptyCount count: Int) { self.init(bytes: [], ends: Array(repeating: 0, count: count)) }

  /// The texts that stand in some ranges of bytes. These are known before the first is read, so that
  /// the processor waits for the memory of many at one time.
  fileprivate init(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
    var (joined, ends): ([UInt8], [UInt32]) = ([], [])
    joined.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    ends.reserveCapacity(ranges.count)
    let bytes = bytes.span
    for range in ranges {
      joined.append(copying: bytes.extracting(range))
      ends.append(UInt32(joined.count))
    }
    self.init(bytes: joined, ends: ends)
  }
}

extension IdentifierColumn {
  /// The digits of some rows, one behind the other; nil where none is there.
  func linked(_ rows: [UInt32]) -> PersonColumns.Texts? {
    if isMissing { return nil }
    let selected = selecting(rows)
    var digits = ByteOutput()
    var ends: [UInt32] = []
    ends.reserveCapacity(rows.count)
    for row in rows.indices {
      if let (number, width) = selected.parts(at: row) {
        digits.append(number, leastDigits: width, scaleDigits: 0)
      }
      ends.append(UInt32(digits.count))
    }
    return PersonColumns.Texts(bytes: digits.bytes, ends: ends)
  }
}
