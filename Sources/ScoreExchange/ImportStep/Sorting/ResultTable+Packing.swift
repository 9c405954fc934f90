import Files
import Tabular

extension ResultTable {
  /// Some of the rows as bytes that ``init(partCounts:unpacking:)`` of this process reads.
  ///
  /// - Complexity: O(bytes).
  func packed(_ rows: Range<Int>) -> [UInt8] {
    var packed = PackedNumbers()
    packed.append([UInt32(rows.count)])
    packed.append(assessment[rows])
    packed.append(sitting[rows])
    packed.append(nationalID.codes[rows])
    packed.append(birthDate[rows])
    packed.append(sex[rows])
    packed.append(parts[rows.lowerBound * partWidth..<rows.upperBound * partWidth])
    packed.append(total[rows])
    packed.append(status[rows])
    packed.append(file[rows])
    packed.append(row[rows])
    for texts in [candidateNumber, name] {
      let start = rows.isEmpty ? 0 : texts.range(of: rows.lowerBound).lowerBound
      let end = rows.isEmpty ? 0 : texts.range(of: rows.upperBound - 1).upperBound
      packed.append(texts.ends[rows].map { $0 &- UInt32(truncatingIfNeeded: start) }[...])
      packed.append(texts.bytes[start..<end])
    }
    return packed.bytes
  }

  /// Rows that ``packed(_:)`` made bytes of.
  init(partCounts: [Int], unpacking bytes: [UInt8]) {
    self.init(partCounts: partCounts)
    var packed = PackedNumbers(bytes)
    let count = Int(packed.next(1)[0] as UInt32)
    assessment = packed.next(count)
    sitting = packed.next(count)
    nationalID = IdentifierColumn(codes: packed.next(count))
    birthDate = packed.next(count)
    sex = packed.next(count)
    parts = packed.next(count * partWidth)
    total = packed.next(count)
    status = packed.next(count)
    file = packed.next(count)
    row = packed.next(count)
    func texts() -> TextColumn {
      let ends: [UInt32] = packed.next(count)
      return TextColumn(bytes: packed.next(Int(ends.last ?? 0)), ends: ends)
    }
    candidateNumber = texts()
    name = texts()
  }

  /// Appends some rows of another table of the same assessments.
  mutating func append(_ other: ResultTable, rows: Range<Int>) {
    assessment += other.assessment[rows]
    sitting += other.sitting[rows]
    candidateNumber.append(contentsOf: other.candidateNumber, rows: rows)
    nationalID.append(contentsOf: other.nationalID, rows: rows)
    name.append(contentsOf: other.name, rows: rows)
    birthDate += other.birthDate[rows]
    sex += other.sex[rows]
    parts += other.parts[rows.lowerBound * partWidth..<rows.upperBound * partWidth]
    total += other.total[rows]
    status += other.status[rows]
    file += other.file[rows]
    row += other.row[rows]
  }
}
