import Parallel
import Scores
import Tabular

/// Rows of applicants files as they were read: structure of arrays, one index a row.
struct ApplicantRows: GrowingRows {
  var id = TextColumn()
  var nationalID = IdentifierColumn()
  var formerID = IdentifierColumn()
  var name = TextColumn()
  /// Days since 1970-01-01.
  var birthDate: [Int32] = []
  /// 0 unknown, 1 male, 2 female.
  var sex: [UInt8] = []
  /// Place in `School.all` plus one; 0 for none.
  var school: [UInt8] = []
  /// Place in `PriorityRegion.allCases` plus one; 0 for none.
  var region: [UInt8] = []
  var claims: [ClaimList] = []
  /// 0 for none.
  var graduationYear: [Int16] = []
  /// In billionths.
  var bonus: [Int64] = []
  var ties: TieColumns
  /// The scores that composite rules ask for, in the order of the exchange's component columns.
  var components: TieColumns
  var file: [UInt16] = []
  var row: [UInt32] = []

  /// No rows.
  init(tieCount: Int, componentCount: Int) {
    ties = TieColumns(width: tieCount)
    components = TieColumns(width: componentCount)
  }

  var count: Int { row.count }

  mutating func reserveCapacity(_ rows: Int) {
    guard rows > row.capacity else { return }
    id.reserveCapacity(rows, byteCount: rows * 8)
    nationalID.reserveCapacity(rows)
    formerID.reserveCapacity(rows)
    name.reserveCapacity(rows, byteCount: rows * 20)
    birthDate.reserveCapacity(rows)
    sex.reserveCapacity(rows)
    school.reserveCapacity(rows)
    region.reserveCapacity(rows)
    claims.reserveCapacity(rows)
    graduationYear.reserveCapacity(rows)
    bonus.reserveCapacity(rows)
    ties.reserveCapacity(rows)
    components.reserveCapacity(rows)
    file.reserveCapacity(rows)
    row.reserveCapacity(rows)
  }

  mutating func append(_ other: ApplicantRows) {
    id.append(contentsOf: other.id)
    nationalID.append(contentsOf: other.nationalID)
    formerID.append(contentsOf: other.formerID)
    name.append(contentsOf: other.name)
    birthDate += other.birthDate
    sex += other.sex
    school += other.school
    region += other.region
    claims += other.claims
    graduationYear += other.graduationYear
    bonus += other.bonus
    ties.append(contentsOf: other.ties)
    components.append(contentsOf: other.components)
    file += other.file
    row += other.row
  }

  /// Keeps the rows of these indices, in this order.
  mutating func select(_ indices: [UInt32]) {
    id = id.selecting(indices)
    nationalID = nationalID.selecting(indices)
    formerID = formerID.selecting(indices)
    name = name.selecting(indices)
    birthDate = birthDate.selecting(indices)
    sex = sex.selecting(indices)
    school = school.selecting(indices)
    region = region.selecting(indices)
    claims = claims.selecting(indices)
    graduationYear = graduationYear.selecting(indices)
    bonus = bonus.selecting(indices)
    ties = ties.selecting(indices)
    components = components.selecting(indices)
    file = file.selecting(indices)
    row = row.selecting(indices)
  }

  /// Whether two rows say the same, whatever file they stand in.
  func isSameContent(_ left: Int, _ right: Int) -> Bool {
    isSamePerson(left, right) && school[left] == school[right] && region[left] == region[right]
      && claims[left] == claims[right] && graduationYear[left] == graduationYear[right]
      && bonus[left] == bonus[right] && ties.isSame(left, right)
      && components.isSame(left, right) && id.compare(left, right) == 0
  }

  /// Whether two rows say the same about who the person is.
  func isSamePerson(_ left: Int, _ right: Int) -> Bool {
    nationalID.code(at: left) == nationalID.code(at: right)
      && formerID.code(at: left) == formerID.code(at: right)
      && birthDate[left] == birthDate[right] && sex[left] == sex[right]
      && name.compare(left, right) == 0
  }
}

/// The claims of one cell in eight bytes: at most 16, half a byte each, the first lowest.
struct ClaimList: Hashable, Sendable {
  private(set) var packed: UInt64

  /// What many claims at most a cell may have.
  static let greatestCount = 16

  init(packed: UInt64 = 0) { self.packed = packed }

  /// Packs claims; nil for too many.
  init?(_ claims: [PriorityClaim]) {
    guard claims.count <= Self.greatestCount else { return nil }
    packed = 0
    for claim in claims.reversed() {
      let code: UInt64 =
        switch claim {
        case .object(let number): UInt64(number)
        case .group(.ut1): 8
        case .group(.ut2): 9
        }
      packed = packed << 4 | code
    }
  }

  /// The claims in the order of the cell.
  var claims: [PriorityClaim] {
    var claims: [PriorityClaim] = []
    var rest = packed
    while rest != 0 {
      switch rest & 0xF {
      case 8: claims.append(.group(.ut1))
      case 9: claims.append(.group(.ut2))
      case let number: claims.append(.object(Int(number)))
      }
      rest >>= 4
    }
    return claims
  }
}
