/// A result row before it becomes bytes: the truth, and what a fault puts in its place.
struct SampleResultRow {
  typealias Column = SampleResultLayout.Column

  /// How many fields the row has, against the headings.
  enum Shape {
    case whole, cutShort, oneTooMany
  }

  var person: SamplePerson
  var result: SampleResult
  var candidateNumber: [UInt8]
  var listNumber: Int
  var session: Int
  /// Whole field contents that stand instead of the true ones.
  var overrides: [Column: [UInt8]] = [:]
  var shape = Shape.whole

  private static let sites = ["C2 Bách khoa", "Nhà H1", "Giảng đường A", "Hội trường B"]

  /// Appends the row to a table of the layout.
  func append(to table: inout SampleTable, _ layout: SampleResultLayout) {
    let columns = shape == .cutShort ? layout.columns.dropLast(3) : layout.columns[...]
    for (column, _) in columns {
      if !overrides.isEmpty, let override = overrides[column] {
        table.field(override)
      } else {
        append(column, to: &table, layout)
      }
    }
    if shape == .oneTooMany { table.field("x") }
    table.endRow()
  }

  private func append(
    _ column: Column, to table: inout SampleTable, _ layout: SampleResultLayout
  ) {
    let decomposed = layout.dialect.isDecomposed
    switch column {
    case .listNumber: table.number(listNumber)
    case .candidateNumber: table.plain { $0 += candidateNumber }
    case .name: table.plain { person.name.append(to: &$0, decomposed: decomposed) }
    case .familyAndMiddle:
      table.plain { person.name.appendFamilyAndMiddle(to: &$0, decomposed: decomposed) }
    case .givenName: table.plain { person.name.appendGiven(to: &$0, decomposed: decomposed) }
    case .birthDate: table.date(person.birth)
    case .sex:
      let word = person.isFemale ? layout.sexes.1 : layout.sexes.0
      if decomposed { table.field(word) } else { table.plain { $0.append(text: word) } }
    case .nationalID:
      if result.usesFormerID, let formerID = person.formerID {
        table.number(formerID, width: 9)
      } else {
        table.plain { person.appendNationalID(to: &$0) }
      }
    case .sitting: table.plain { $0.append(text: SampleResult.sittings[result.sitting]) }
    case .session: table.number(session)
    case .site: table.field(Self.sites[session % Self.sites.count])
    case .note: table.field(result.index.isMultiple(of: 40) ? "đã đối chiếu" : "")
    case .mathematics: score(result.mathematics, to: &table)
    case .reading: score(result.reading, to: &table)
    case .science: score(result.science, to: &table)
    case .total:
      if result.status != .scored, layout.writesStatusAsTotal {
        table.field(layout.statusWords[result.status.rawValue - 1])
      } else {
        score(result.total, to: &table)
      }
    case .status:
      if result.status == .scored {
        table.plain { _ in }
      } else {
        table.field(layout.statusWords[result.status.rawValue - 1])
      }
    }
  }

  private func score(_ hundredths: Int, to table: inout SampleTable) {
    if result.status == .scored { table.score(hundredths) } else { table.field([]) }
  }
}
