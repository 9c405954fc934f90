import Parallel
import RecordLinkage
import Tabular

/// The results as a linkage sees them; only those that are being compared are copied for it.
struct ResultRows: PersonRows {
  private let results: ResultTable
  /// A table that knows the sources and holds no row.
  private let noRows: PersonTable
  /// The number of each source and its name before a slash, by assessment and sitting.
  private let numbers: [[UInt32]]
  private let prefixes: [[[UInt8]]]

  init(_ results: ResultTable, _ names: ResultNames) {
    self.results = results
    var noRows = PersonTable()
    numbers = names.sources.map { $0.map { noRows.sourceNumber($0) } }
    self.noRows = noRows
    prefixes = names.sources.map { $0.map { Array("\($0)/".utf8) } }
  }

  var count: Int { results.count }
  var furtherFields: [FurtherField] { [] }
  var hasSexes: Bool { results.sex.contains { $0 != 0 } }
  var hasProvinces: Bool { false }
  var isOverfull: Bool { false }

  func hasOtherIdentifiers(_ plan: WorkPlan) -> Bool {
    plan.mapChunks(of: count, chunkLength: 1 << 16) { rows in
      rows.contains { row in
        // Nearly all are told from their form; few are read as they will be compared.
        !results.nationalID.isUsual(row)
          && holding(row..<row + 1).table.hasOtherIdentifiers(.sequential)
      }
    }.contains(true)
  }

  func sourceNumber(of row: Int) -> UInt32 {
    numbers[Int(results.assessment[row])][Int(results.sitting[row])]
  }

  func writeKey(of row: Int, into key: inout [UInt8]) {
    let candidates = results.candidateNumber
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: prefixes[Int(results.assessment[row])][Int(results.sitting[row])])
    key.append(contentsOf: candidates.bytes[candidates.range(of: row)])
  }

  func holding(_ rows: Range<Int>) -> HeldRows {
    var table = noRows
    table.reserveCapacity(rows.count)
    let names = results.name
    var digits: [UInt8] = []
    for row in rows {
      results.nationalID.write(row, into: &digits)
      let date = results.birthDate[row]
      table.append(
        key: [], source: sourceNumber(of: row), nationalID: digits[...],
        name: names.bytes[names.range(of: row)],
        birthDate: date == ResultTable.noDate ? nil : date, sex: Sex(rawValue: results.sex[row]))
    }
    return HeldRows(table)
  }
}
