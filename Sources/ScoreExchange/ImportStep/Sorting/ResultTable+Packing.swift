import Files
import Tabular

extension ResultTable {
  /// Some of the rows as bytes that ``init(partCounts:unpacking:)`` of this process reads.
  ///
  /// - Complexity: O(bytes).
  func packed(_ rows: Range<Int>) -> [UInt8] {
    var packed = PackedNumbers()
    packed.append([UInt32(rows.count)])
    packed.append(assessment[rows].map { $0 }[...])
    packed.append(sitting[rows].map { $0 }[...])
    packed.append(nationalID.codes(rows)[...])
    packed.append(birthDate[rows].map { $0 }[...])
    packed.append(sex[rows])
    packed.append(
      parts[rows.lowerBound * partWidth..<rows.upperBound * partWidth].map { $0 }[...])
    packed.append(total[rows].map { $0 }[...])
    packed.append(status[rows])
    packed.append(file[rows])
    packed.append(row[rows])
    var numbers = TextColumn()
    numbers.append(contentsOf: candidateNumber, rows: rows)
    for texts in [numbers, name.texts(of: rows)] {
      packed.append(texts.ends[...])
      packed.append(texts.bytes[...])
    }
    return packed.bytes
  }

  /// Rows that ``packed(_:)`` made bytes of.
  init(partCounts: [Int], unpacking bytes: [UInt8]) {
    self.init(partCounts: partCounts)
    var packed = PackedNumbers(bytes)
    let count = Int(packed.next(1)[0] as UInt32)
    assessment = NarrowColumn(packed.next(count))
    sitting = NarrowColumn(packed.next(count))
    nationalID = IdentifierColumn(codes: packed.next(count))
    birthDate = NarrowColumn(packed.next(count))
    sex = packed.next(count)
    parts = NarrowColumn(packed.next(count * partWidth))
    total = NarrowColumn(packed.next(count))
    status = packed.next(count)
    file = packed.next(count)
    row = packed.next(count)
    func texts() -> TextColumn {
      let ends: [UInt32] = packed.next(count)
      return TextColumn(bytes: packed.next(Int(ends.last ?? 0)), ends: ends)
    }
    candidateNumber = texts()
    name = PooledTexts(texts())
  }

  /// Appends some rows of another table of the same assessments.
  mutating func append(_ other: ResultTable, rows: Range<Int>) {
    assessment.append(contentsOf: other.assessment, rows: rows)
    sitting.append(contentsOf: other.sitting, rows: rows)
    candidateNumber.append(contentsOf: other.candidateNumber, rows: rows)
    nationalID.append(contentsOf: other.nationalID, rows: rows)
    name.append(contentsOf: other.name, rows: rows)
    birthDate.append(contentsOf: other.birthDate, rows: rows)
    sex += other.sex[rows]
    parts.append(
      contentsOf: other.parts,
      rows: rows.lowerBound * partWidth..<rows.upperBound * partWidth)
    total.append(contentsOf: other.total, rows: rows)
    status += other.status[rows]
    file += other.file[rows]
    row += other.row[rows]
  }
}
