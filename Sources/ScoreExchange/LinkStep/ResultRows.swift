import Parallel
import RecordLinkage
import Tabular

/// The results as a linkage sees them; only those that are being compared are copied for it.
struct ResultRows: RightRows {
  private let results: ResultTable
  private let candidates: TextColumn
  /// A table that knows the sources and holds no row.
  private let noRows: PersonTable
  private let sources: ResultSources

  init(_ results: ResultTable, _ names: ResultNames) {
    self.results = results
    candidates = results.candidateNumber
    var noRows = PersonTable()
    sources = ResultSources(names) { noRows.sourceNumber($0) }
    self.noRows = noRows
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
          && comparable([UInt32(row)]).hasOtherIdentifiers(.sequential)
      }
    }.contains(true)
  }

  func sourceNumber(of row: Int) -> UInt32 { sources.numbers[place(of: row)] }

  /// The place of a row's source.
  private func place(of row: Int) -> Int {
    sources.place(results.assessment[row], results.sitting[row])
  }

  func writeKey(of row: Int, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    let (prefixes, place) = (sources.prefixes, place(of: row))
    key.append(copying: prefixes.bytes.span.extracting(prefixes.range(of: place)))
    key.append(copying: candidates.bytes.span.extracting(candidates.range(of: row)))
  }

  func keyHashes(_ rows: Range<Int>, seed: UInt64) -> [UInt64] {
    var (last, hashOfPrefix) = ((place: -1, byteCount: 0), ByteHash(byteCount: 0, seed: seed))
    return rows.map { row in
      let (place, number) = (place(of: row), candidates.range(of: row))
      let prefix = sources.prefixes.range(of: place)
      let byteCount = prefix.count + number.count
      // Rows of one source lie together, and their numbers are mostly of one length.
      if (place, byteCount) != last {
        hashOfPrefix = ByteHash(byteCount: byteCount, seed: seed)
        hashOfPrefix.add(sources.prefixes.bytes.span.extracting(prefix))
        last = (place, byteCount)
      }
      var hash = hashOfPrefix
      hash.add(candidates.bytes.span.extracting(number))
      return hash.value
    }
  }

  func keyPrecedes(_ one: Int, _ other: Int) -> Bool? {
    let (first, second) = (place(of: one), place(of: other))
    if first == second {
      let order = candidates.compare(one, other)
      return order == 0 ? nil : order < 0
    }
    return sources.precedes(first, second) ?? writtenKeyPrecedes(one, other)
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

  var births: [Int32] { results.birthDate.numbers(0..<count) }

  func comparable(_ rows: ArraySlice<UInt32>) -> PersonTable {
    // Column by column, so that the processor waits for the memory of many rows at one time.
    let rows = Array(rows)
    let sittings = results.sitting.selecting(rows).numbers(0..<rows.count)
    let assessments = results.assessment.selecting(rows).numbers(0..<rows.count)
    var columns = PersonColumns(
      keys: PersonColumns.Texts(emptyCount: rows.count),
      sources: zip(assessments, sittings).map { sources.numbers[sources.place($0, $1)] })
    columns.nationalIDs = results.nationalID.linked(rows)
    columns.names = results.name.linked(rows)
    columns.births = results.birthDate.selecting(rows).numbers(0..<rows.count)
    columns.sexes = results.sex.selecting(rows)
    var table = noRows
    table.append(columns)
    return table
  }
}
