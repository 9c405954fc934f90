import Parallel
import RecordLinkage
package import Tabular

/// Results of all files in one record form: structure of arrays, one index a row.
///
/// Scores are lattice numbers: a total counts steps above the minimum of its scale, a part counts
/// steps above zero. Text is Unicode NFC. A row of three parts below 327 points takes about 22 bytes
/// besides its candidate number, and its name four more where names are pooled.
package struct ResultTable: Sendable {
  /// Stands for a score that is not there.
  package static let noScore = NarrowColumn.none
  /// Stands for a birth date that is not there.
  package static let noDate = NarrowColumn.none

  /// The status of a row that was refused, of which only the key is known.
  static let refused = UInt8.max

  /// How many parts each assessment of the exchange has.
  let partCounts: [Int]
  /// Places that the parts of one row take in ``parts``.
  let partWidth: Int

  /// Index of the assessment in the exchange file.
  package internal(set) var assessment = NarrowColumn()
  /// Index of the sitting in its assessment.
  package internal(set) var sitting = NarrowColumn()
  /// Candidate numbers as text.
  package internal(set) var candidateNumber = TextColumn()
  /// National identifiers: 12 or 9 digits, or empty.
  package internal(set) var nationalID = IdentifierColumn()
  /// Names, composed, without needless spaces.
  package internal(set) var name: PooledTexts
  /// Days since 1970-01-01.
  package internal(set) var birthDate = NarrowColumn()
  /// 0 unknown, 1 male, 2 female.
  package internal(set) var sex: [UInt8] = []
  /// Parts of all rows, one row after the other, each in as many places.
  var parts = NarrowColumn()
  /// Totals.
  package internal(set) var total = NarrowColumn()
  /// Index into ``ResultStatus/allCases``, or ``refused``.
  package internal(set) var status: [UInt8] = []
  /// Index of the file that the row came from; empty where that is not known any longer.
  package internal(set) var file: [UInt16] = []
  /// The row's number in that file; empty where that is not known any longer.
  package internal(set) var row: [UInt32] = []

  /// Number of results.
  package var count: Int { total.count }

  /// A table without rows.
  ///
  /// - Parameters:
  ///   - partCounts: How many parts each assessment has, in the order of the exchange file.
  ///   - poolsNames: Whether a name that comes again is kept once.
  package init(partCounts: [Int], poolsNames: Bool = false) {
    self.partCounts = partCounts
    name = PooledTexts(isPooled: poolsNames)
    partWidth = partCounts.max() ?? 0
  }

  /// The status of a row.
  package func status(at index: Int) -> ResultStatus {
    ResultStatus.allCases[Int(status[index])]
  }

  /// The parts of a row, in the order of its assessment.
  package func parts(at index: Int) -> Slice<NarrowColumn> {
    let start = index * partWidth
    return parts[start..<start + partCounts[Int(assessment[index])]]
  }

  /// Appends a row.
  mutating func append(_ result: ReadResult) {
    assessment.append(Int32(result.assessment))
    sitting.append(Int32(result.sitting))
    candidateNumber.append(result.candidateNumber)
    nationalID.append(result.nationalID)
    name.append(result.name)
    birthDate.append(result.birthDate?.dayNumber ?? Self.noDate)
    sex.append(result.sex?.rawValue ?? 0)
    parts.append(contentsOf: result.parts)
    parts.append(
      contentsOf: Array(repeating: Self.noScore, count: partWidth - result.parts.count))
    total.append(result.total)
    status.append(result.status.code)
    file.append(result.file)
    row.append(result.row)
  }

  /// Appends the key of a row that was refused.
  mutating func appendRefused(
    assessment: UInt16, sitting: UInt16, candidateNumber: String, file: UInt16, row: UInt32
  ) {
    append(
      ReadResult(
        assessment: assessment, sitting: sitting, candidateNumber: candidateNumber,
        nationalID: "", name: "", birthDate: nil, sex: nil, parts: [], total: Self.noScore,
        status: .scored, file: file, row: row))
    status[count - 1] = Self.refused
  }

  /// Appends the parts of many rows, given part by part.
  ///
  /// - Parameters:
  ///   - columns: A column for each part of the rows' assessment.
  ///   - count: How many rows there are.
  mutating func appendParts(_ columns: [[Int32]], count: Int) {
    var rows = Array(repeating: Self.noScore, count: count * partWidth)
    for (part, column) in columns.enumerated() {
      var place = part
      for score in column {
        rows[place] = score
        place += partWidth
      }
    }
    parts.append(contentsOf: rows)
  }

  /// Appends the rows of another table of the same assessments.
  package mutating func append(_ other: ResultTable) {
    append(other, rows: 0..<other.count)
  }

  /// The rows of some tables of the same assessments, one table after the other.
  init(partCounts: [Int], joining segments: consuming [ResultTable]) {
    self.init(partCounts: partCounts)
    reserveCapacity(segments.reduce(0) { $0 + $1.count })
    // Each goes as soon as it is copied, so that no second table is ever in memory.
    for index in segments.indices {
      append(segments[index])
      segments[index] = ResultTable(partCounts: [])
    }
  }

  /// Makes room for so many rows in all.
  mutating func reserveCapacity(_ count: Int) {
    guard count > row.capacity else { return }
    assessment.reserveCapacity(count)
    sitting.reserveCapacity(count)
    candidateNumber.reserveCapacity(count, byteCount: count * 8)
    nationalID.reserveCapacity(count)
    name.reserveCapacity(count)
    birthDate.reserveCapacity(count)
    sex.reserveCapacity(count)
    parts.reserveCapacity(count * partWidth)
    total.reserveCapacity(count)
    status.reserveCapacity(count)
    file.reserveCapacity(count)
    row.reserveCapacity(count)
  }

  /// Forgets the rows from an index on.
  mutating func removeRows(from index: Int) {
    let surplus = count - index
    assessment.removeLast(surplus)
    sitting.removeLast(surplus)
    candidateNumber.removeTexts(from: index)
    nationalID.removeLast(surplus)
    name.removeRows(from: index)
    birthDate.removeLast(surplus)
    sex.removeLast(surplus)
    parts.removeLast(surplus * partWidth)
    total.removeLast(surplus)
    status.removeLast(surplus)
    file.removeLast(surplus)
    row.removeLast(surplus)
  }

  /// Forgets where the rows came from, once nothing can be wrong with them any longer.
  mutating func forgetPlaces() {
    file = []
    row = []
  }

  /// Keeps the rows of these indices, in this order; columns go one by one, so that no second table
  /// is ever in memory.
  mutating func select(_ indices: [UInt32], plan: WorkPlan) {
    assessment = assessment.selecting(indices, plan: plan)
    sitting = sitting.selecting(indices, plan: plan)
    candidateNumber = candidateNumber.selecting(indices, plan: plan)
    nationalID = nationalID.selecting(indices, plan: plan)
    name = name.selecting(indices, plan: plan)
    birthDate = birthDate.selecting(indices, plan: plan)
    sex = plan.selection(of: sex, at: indices)
    parts = parts.selecting(indices, width: partWidth, plan: plan)
    total = total.selecting(indices, plan: plan)
    status = plan.selection(of: status, at: indices)
    if !file.isEmpty { file = plan.selection(of: file, at: indices) }
    if !row.isEmpty { row = plan.selection(of: row, at: indices) }
  }

  /// Whether two rows say the same of the same person, whatever file they stand in.
  func isSameContent(_ left: Int, _ right: Int) -> Bool {
    assessment[left] == assessment[right] && sitting[left] == sitting[right]
      && total[left] == total[right] && status[left] == status[right]
      && birthDate[left] == birthDate[right] && sex[left] == sex[right]
      && parts(at: left).elementsEqual(parts(at: right))
      && candidateNumber[left] == candidateNumber[right]
      && nationalID.code(at: left) == nationalID.code(at: right) && name.areSame(left, right)
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
