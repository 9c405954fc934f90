import RecordLinkage
package import Tabular

/// Results of all files in one record form: structure of arrays, one index a row.
///
/// Scores are lattice numbers: a total counts steps above the minimum of its scale, a part counts
/// steps above zero. Text is Unicode NFC.
package struct ResultTable: Sendable {
  /// Stands for a score that is not there.
  package static let noScore = Int32.min
  /// Stands for a birth date that is not there.
  package static let noDate = Int32.min

  /// Index of the assessment in the exchange file.
  package internal(set) var assessment: [UInt16] = []
  /// Index of the sitting in its assessment.
  package internal(set) var sitting: [UInt16] = []
  /// Candidate numbers as text.
  package internal(set) var candidateNumber = TextColumn()
  /// National identifiers: 12 or 9 digits, or empty.
  package internal(set) var nationalID = TextColumn()
  /// Names, composed, without needless spaces.
  package internal(set) var name = TextColumn()
  /// Days since 1970-01-01.
  package internal(set) var birthDate: [Int32] = []
  /// 0 unknown, 1 male, 2 female.
  package internal(set) var sex: [UInt8] = []
  /// Where the parts of a row begin in ``parts``; one more than there are rows.
  package internal(set) var partStart: [Int] = [0]
  /// Parts of all rows, one after the other.
  package internal(set) var parts: [Int32] = []
  /// Totals.
  package internal(set) var total: [Int32] = []
  /// Index into ``ResultStatus/allCases``.
  package internal(set) var status: [UInt8] = []
  /// Index of the file that the row came from.
  package internal(set) var file: [UInt16] = []
  /// The row's number in that file.
  package internal(set) var row: [UInt32] = []

  /// Number of results.
  package var count: Int { total.count }

  package init() {}

  /// The status of a row.
  package func status(at index: Int) -> ResultStatus {
    ResultStatus.allCases[Int(status[index])]
  }

  /// The parts of a row, in the order of its assessment.
  package func parts(at index: Int) -> ArraySlice<Int32> {
    parts[partStart[index]..<partStart[index + 1]]
  }

  /// Appends a row.
  mutating func append(_ result: ReadResult) {
    assessment.append(result.assessment)
    sitting.append(result.sitting)
    candidateNumber.append(result.candidateNumber)
    nationalID.append(result.nationalID)
    name.append(result.name)
    birthDate.append(result.birthDate?.dayNumber ?? Self.noDate)
    sex.append(result.sex.map { $0 == .male ? 1 : 2 } ?? 0)
    parts.append(contentsOf: result.parts)
    partStart.append(parts.count)
    total.append(result.total)
    status.append(UInt8(ResultStatus.allCases.firstIndex(of: result.status) ?? 0))
    file.append(result.file)
    row.append(result.row)
  }

  /// Appends the rows of another table.
  package mutating func append(_ other: ResultTable) {
    assessment += other.assessment
    sitting += other.sitting
    candidateNumber.append(contentsOf: other.candidateNumber)
    nationalID.append(contentsOf: other.nationalID)
    name.append(contentsOf: other.name)
    birthDate += other.birthDate
    sex += other.sex
    let offset = parts.count
    parts += other.parts
    partStart += other.partStart.dropFirst().map { $0 + offset }
    total += other.total
    status += other.status
    file += other.file
    row += other.row
  }

  /// The rows of these indices, in this order.
  func selecting(_ indices: [Int]) -> ResultTable {
    var selected = ResultTable()
    selected.assessment = indices.map { assessment[$0] }
    selected.sitting = indices.map { sitting[$0] }
    selected.birthDate = indices.map { birthDate[$0] }
    selected.sex = indices.map { sex[$0] }
    selected.total = indices.map { total[$0] }
    selected.status = indices.map { status[$0] }
    selected.file = indices.map { file[$0] }
    selected.row = indices.map { row[$0] }
    for index in indices {
      selected.candidateNumber.append(candidateNumber[index])
      selected.nationalID.append(nationalID[index])
      selected.name.append(name[index])
      selected.parts.append(contentsOf: parts(at: index))
      selected.partStart.append(selected.parts.count)
    }
    return selected
  }

  /// Whether two rows say the same of the same person, whatever file they stand in.
  func isSameContent(_ left: Int, _ right: Int) -> Bool {
    assessment[left] == assessment[right] && sitting[left] == sitting[right]
      && total[left] == total[right] && status[left] == status[right]
      && birthDate[left] == birthDate[right] && sex[left] == sex[right]
      && parts(at: left) == parts(at: right)
      && candidateNumber[left] == candidateNumber[right]
      && nationalID[left] == nationalID[right] && name[left] == name[right]
  }
}

/// One result row as it was read.
struct ReadResult: Sendable {
  var assessment: UInt16
  var sitting: UInt16
  var candidateNumber: String
  var nationalID: String
  var name: String
  var birthDate: CalendarDate?
  var sex: Sex?
  var parts: [Int32]
  var total: Int32
  var status: ResultStatus
  var file: UInt16
  var row: UInt32
}
