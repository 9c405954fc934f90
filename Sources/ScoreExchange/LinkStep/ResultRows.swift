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

  func contentHashes(_ rows: Range<Int>) -> [UInt64] {
    var hashes = results.name.keys(of: rows)
    for (place, row) in rows.enumerated() {
      let facts = UInt64(UInt32(bitPattern: results.birthDate[row])) << 2 ^ UInt64(results.sex[row])
      var hash = hashes[place] ^ facts &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
      hash ^= results.nationalID.code(at: row)
      hash = (hash ^ hash >> 32) &* 0x94D0_49BB_1331_11EB
      hashes[place] = hash ^ hash >> 29
    }
    return hashes
  }

  func areAlike(_ one: Int, _ other: Int) -> Bool {
    results.nationalID.code(at: one) == results.nationalID.code(at: other)
      && results.birthDate[one] == results.birthDate[other]
      && results.sex[one] == results.sex[other]
      && results.name.areSame(one, other)
  }

  func holding(_ rows: Range<Int>) -> HeldRows {
    let none = PersonColumns.Texts(bytes: [], ends: Array(repeating: 0, count: rows.count))
    var columns = PersonColumns(keys: none, sources: rows.map(sourceNumber))
    columns.nationalIDs = results.nationalID.digits(of: rows)
    columns.names = names(of: rows)
    columns.births = results.birthDate[rows].map { $0 }
    columns.sexes = Array(results.sex[rows])
    var table = noRows
    table.append(columns)
    return HeldRows(table)
  }

  private func names(of rows: Range<Int>) -> PersonColumns.Texts {
    let (names, bytes) = (results.name, results.name.bytes)
    var (joined, ends): ([UInt8], [UInt32]) = ([], [])
    joined.reserveCapacity(rows.count * 24)
    ends.reserveCapacity(rows.count)
    for row in rows {
      joined.append(contentsOf: bytes[names.range(of: row)])
      ends.append(UInt32(joined.count))
    }
    return PersonColumns.Texts(bytes: joined, ends: ends)
  }
}

extension IdentifierColumn {
  /// The digits of some identifiers.
  fileprivate func digits(of rows: Range<Int>) -> PersonColumns.Texts {
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
