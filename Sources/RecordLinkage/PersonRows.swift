package import Parallel

/// The rows of one side of a linkage, of which only a few need to be in memory as a ``PersonTable`` at a time.
///
/// A ``PersonTable`` is one that holds all of them.
package protocol PersonRows: Sendable {
  /// Number of rows.
  var count: Int { get }
  /// The further columns that are compared.
  var furtherFields: [FurtherField] { get }
  /// Whether some row has a sex.
  var hasSexes: Bool { get }
  /// Whether some row has a province.
  var hasProvinces: Bool { get }
  /// Whether there is more text than one linkage can address.
  var isOverfull: Bool { get }

  /// The number of the source of a row; rows of one source have one number.
  func sourceNumber(of row: Int) -> UInt32

  /// Puts the bytes of a row's key in the place of what `key` holds.
  func writeKey(of row: Int, into key: inout [UInt8])

  /// The ``ByteHash`` of the key of each of some rows.
  func keyHashes(_ rows: Range<Int>, seed: UInt64) -> [UInt64]

  /// Whether the key of a row stands before that of another in the order of bytes; nil if equal.
  func keyPrecedes(_ one: Int, _ other: Int) -> Bool?

  /// The birth dates of all rows, in days since 1970-01-01; `Int32.min` where it is missing.
  var births: [Int32] { get }

  /// Some rows, in the order given, but for their keys.
  func comparable(_ rows: ArraySlice<UInt32>) -> PersonTable
}

/// The right rows of a linkage.
package protocol RightRows: PersonRows {
  /// Whether some row has an identifier other than twelve digits without a former one beside it.
  func hasOtherIdentifiers(_ plan: WorkPlan) -> Bool

  /// Numbers that rows which hold the same about a person share, whatever their keys and sources.
  func contentHashes(_ rows: Range<Int>) -> [UInt64]

  /// Whether two rows hold the same about a person, key and source apart.
  func areAlike(_ one: Int, _ other: Int) -> Bool
}

extension PersonRows {
  /// Whether the rows come from more than one source.
  var hasSeveralSources: Bool {
    (0..<count).contains { sourceNumber(of: $0) != sourceNumber(of: 0) }
  }

  /// The standard form of one row.
  func standardRow(_ row: Int) -> StandardRows {
    StandardRows(comparable([UInt32(row)]), rows: 0..<1)
  }

  package func keyHashes(_ rows: Range<Int>, seed: UInt64) -> [UInt64] {
    var key: [UInt8] = []
    return rows.map { row in
      writeKey(of: row, into: &key)
      return hashed(key, key.indices, seed: seed)
    }
  }

  /// What ``keyPrecedes(_:_:)`` says, from the keys themselves.
  package func writtenKeyPrecedes(_ one: Int, _ other: Int) -> Bool? {
    var keys: ([UInt8], [UInt8]) = ([], [])
    writeKey(of: one, into: &keys.0)
    writeKey(of: other, into: &keys.1)
    return keys.0 == keys.1 ? nil : keys.0.lexicographicallyPrecedes(keys.1)
  }
}

extension PersonTable: RightRows {
  package func hasOtherIdentifiers(_ plan: WorkPlan) -> Bool {
    plan.mapChunks(of: count, chunkLength: 1 << 16) { rows in
      rows.contains { row in
        PairSketch(PersonKeys.withoutName(self, row: row)).identifier == .other
      }
    }.contains(true)
  }

  package func sourceNumber(of row: Int) -> UInt32 { sources[row] }

  package func writeKey(of row: Int, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: keys.bytes[keys.range(row)])
  }

  package func keyPrecedes(_ one: Int, _ other: Int) -> Bool? { keys.precedes(one, keys, other) }

  package func contentHashes(_ rows: Range<Int>) -> [UInt64] {
    let columns = ([nationalIDs, names, formerIDs, provinces] + further)
      .filter { !$0.bytes.isEmpty }
    return rows.map { row in
      var hash = UInt64(UInt32(bitPattern: births[row])) << 2 ^ UInt64(sexes[row])
      for column in columns { hash = column.hash(of: row, seed: hash) }
      return mixed(hash)
    }
  }

  package func areAlike(_ one: Int, _ other: Int) -> Bool {
    births[one] == births[other] && sexes[one] == sexes[other]
      && nationalIDs.areSame(one, other) && names.areSame(one, other)
      && formerIDs.areSame(one, other) && provinces.areSame(one, other)
      && further.allSatisfy { $0.areSame(one, other) }
  }
}
