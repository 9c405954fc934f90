import Placement
import Scores
import Tabular

/// How the rows of a wishes file become wishes: where each field stands and what its cells hold.
struct WishLayout: Sendable {
  /// Scores and ties are decoded as whole numbers of this part of a unit; finer ones are read one
  /// by one.
  static let scaleDigits = 4

  let table: InputTable
  let columns: WishColumns
  let programmes: ProgrammeImport
  let groups: [String]
  let decimal: DecimalSeparator
  /// What each column of the file is decoded to.
  let forms: [FieldForm]
  private let codes: ProgrammeCodes

  init(
    _ table: InputTable, columns: WishColumns, programmes: ProgrammeImport, groups: [String],
    decimal: DecimalSeparator
  ) {
    self.table = table
    self.columns = columns
    self.programmes = programmes
    self.groups = groups
    self.decimal = decimal
    codes = ProgrammeCodes(programmes)
    var forms = [FieldForm](repeating: .skipped, count: columns.count)
    let number = FieldForm.decimal(
      scaleDigits: Self.scaleDigits, sign: decimal == .comma ? .comma : .point)
    forms[columns.applicant] = .text
    forms[columns.rank] = .integer
    forms[columns.programme] = .code(CodeTable(codes.codes))
    forms[columns.score] = number
    for case let column? in columns.ties { forms[column] = number }
    if let column = columns.school { forms[column] = .code(CodeTable(codes.schools)) }
    if let column = columns.group, !groups.isEmpty { forms[column] = .code(CodeTable(groups)) }
    if let column = columns.eligible { forms[column] = .code(CodeTable(["yes", "no"])) }
    self.forms = forms
  }

  /// The programme that two codes name, or -1.
  @inline(__always)
  func programme(code: UInt16, school: UInt16?) -> Int32 {
    guard code != DecodedBatch.missingCode else { return -1 }
    return codes.programme(
      code: Int(code), school: school == DecodedBatch.missingCode ? nil : school.map(Int.init))
  }
}

extension CodeTable {
  /// A table in which each word stands for its place.
  fileprivate init(_ words: some Sequence<String>) {
    self.init(words.enumerated().map { ($1, UInt16(truncatingIfNeeded: $0)) })
  }
}
