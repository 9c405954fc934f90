/// Many person records, held column by column.
///
/// A table copies the text it is given into a few large arrays: about 40 bytes a row beside the
/// text. The order of its rows never changes what a linkage finds.
public struct PersonTable: Sendable {
  static let missingDate = Int32.min

  var keys = TextColumn()
  var nationalIDs = TextColumn()
  var formerIDs = TextColumn()
  var names = TextColumn()
  var provinces = TextColumn()
  package internal(set) var births: [Int32] = []
  var sexes: [UInt8] = []
  var sources: [UInt32] = []
  private(set) var sourceNames: [String] = []
  private var sourceNumbers: [String: UInt32] = [:]
  var further: [TextColumn]

  /// The further columns that are compared, in the order of ``PersonRecord/further``.
  public let furtherFields: [FurtherField]

  /// An empty table.
  ///
  /// - Parameter furtherFields: Columns beside those of every ``PersonRecord``, at most
  ///   ``furtherLimit``; the rest is not compared.
  public init(furtherFields: [FurtherField] = []) {
    let furtherFields = Array(furtherFields.prefix(Self.furtherLimit))
    self.furtherFields = furtherFields
    further = Array(repeating: TextColumn(), count: furtherFields.count)
  }

  /// The greatest number of further columns.
  public static let furtherLimit = AgreementPattern.furtherLimit

  /// Number of rows.
  public var count: Int { births.count }

  /// Makes room for rows to come.
  ///
  /// - Parameter rows: Total number of rows expected.
  public mutating func reserveCapacity(_ rows: Int) {
    keys.reserveCapacity(rows, bytesPerRow: 16)
    nationalIDs.reserveCapacity(rows, bytesPerRow: 12)
    formerIDs.reserveCapacity(rows, bytesPerRow: 0)
    names.reserveCapacity(rows, bytesPerRow: 24)
    provinces.reserveCapacity(rows, bytesPerRow: 0)
    births.reserveCapacity(rows)
    sexes.reserveCapacity(rows)
    sources.reserveCapacity(rows)
  }

  /// Makes room for the rows of other tables, and no more.
  package mutating func reserveCapacity(for tables: [PersonTable]) {
    let rows = tables.reduce(count) { $0 + $1.count }
    keys.reserveCapacity(rows, for: tables.lazy.map(\.keys))
    nationalIDs.reserveCapacity(rows, for: tables.lazy.map(\.nationalIDs))
    formerIDs.reserveCapacity(rows, for: tables.lazy.map(\.formerIDs))
    names.reserveCapacity(rows, for: tables.lazy.map(\.names))
    provinces.reserveCapacity(rows, for: tables.lazy.map(\.provinces))
    births.reserveCapacity(rows)
    sexes.reserveCapacity(rows)
    sources.reserveCapacity(rows)
  }

  /// Adds one row at the end.
  ///
  /// - Parameter record: The row; further values beyond ``furtherFields`` are ignored.
  /// - Complexity: O(length of the texts), amortised.
  public mutating func append(_ record: PersonRecord) {
    keys.append(record.key)
    nationalIDs.append(record.nationalID)
    formerIDs.append(record.formerID)
    names.append(record.name)
    provinces.append(record.province)
    births.append(record.birthDate ?? Self.missingDate)
    sexes.append(record.sex?.rawValue ?? 0)
    sources.append(number(of: record.source))
    for field in further.indices {
      further[field].append(field < record.further.count ? record.further[field] : "")
    }
  }

  /// The number under which rows of this table name a source.
  package mutating func sourceNumber(_ name: String) -> UInt32 {
    if let known = sourceNumbers[name] { return known }
    let new = UInt32(sourceNames.count)
    sourceNames.append(name)
    sourceNumbers[name] = new
    return new
  }

  /// Adds all rows of another table at the end, in their order: tables filled in parallel join so.
  ///
  /// - Parameter other: A table with the same ``furtherFields``; where it has fewer, values are
  ///   missing.
  /// - Complexity: O(bytes of `other`).
  public mutating func append(contentsOf other: PersonTable) {
    let renumbered = other.sourceNames.map { number(of: $0) }
    keys.append(contentsOf: other.keys)
    nationalIDs.append(contentsOf: other.nationalIDs)
    formerIDs.append(contentsOf: other.formerIDs)
    names.append(contentsOf: other.names)
    provinces.append(contentsOf: other.provinces)
    births.append(contentsOf: other.births)
    sexes.append(contentsOf: other.sexes)
    for source in other.sources { sources.append(renumbered[Int(source)]) }
    for field in further.indices {
      if let same = other.furtherFields.firstIndex(of: furtherFields[field]) {
        further[field].append(contentsOf: other.further[same])
      } else {
        further[field].appendMissing(other.count)
      }
    }
  }

  /// The row at a position, as it was appended.
  ///
  /// - Parameter row: A position in `0..<count`.
  public subscript(row: Int) -> PersonRecord {
    PersonRecord(
      key: keys.string(row), source: source(of: row), nationalID: nationalIDs.string(row),
      formerID: formerIDs.string(row), name: names.string(row),
      birthDate: births[row] == Self.missingDate ? nil : births[row],
      sex: Sex(rawValue: sexes[row]), province: provinces.string(row),
      further: further.map { $0.string(row) })
  }

  /// The key of one row, without building the whole record.
  ///
  /// - Parameter row: A position in `0..<count`.
  /// - Returns: The text of ``PersonRecord/key``.
  public func key(of row: Int) -> String { keys.string(row) }

  /// Calls `body` with the bytes of the key of one row.
  package func withKey(of row: Int, _ body: (Span<UInt8>) -> Void) {
    body(keys.bytes.span.extracting(keys.range(row)))
  }

  /// The source of one row, without building the whole record.
  ///
  /// - Parameter row: A position in `0..<count`.
  /// - Returns: The text of ``PersonRecord/source``.
  public func source(of row: Int) -> String { sourceNames[Int(sources[row])] }

  /// The rows with a key, in their order; several where it does not name one row only.
  ///
  /// - Complexity: O(rows).
  public func rows(withKey key: String) -> [Int] {
    let wanted = Array(key.utf8)
    return (0..<count).filter { keys.bytes[keys.range($0)].elementsEqual(wanted) }
  }

  /// Some rows, in the order given.
  package func subset(_ rows: [UInt32]) -> PersonTable {
    var table = comparable(rows[...])
    table.keys = keys.selecting(rows[...])
    return table
  }

  /// Some rows, in the order given, but for their keys.
  package func comparable(_ rows: ArraySlice<UInt32>) -> PersonTable {
    var table = PersonTable(furtherFields: furtherFields)
    table.keys.appendMissing(rows.count)
    table.nationalIDs = nationalIDs.selecting(rows)
    table.formerIDs = formerIDs.selecting(rows)
    table.names = names.selecting(rows)
    table.provinces = provinces.selecting(rows)
    table.births = rows.map { births[Int($0)] }
    table.sexes = rows.map { sexes[Int($0)] }
    table.sources = rows.map { sources[Int($0)] }
    table.sourceNames = sourceNames
    table.sourceNumbers = sourceNumbers
    table.further = further.map { $0.selecting(rows) }
    return table
  }

  /// Whether some row has a sex.
  package var hasSexes: Bool { sexes.contains { $0 != 0 } }

  /// Whether some row has a province.
  package var hasProvinces: Bool { !provinces.bytes.isEmpty }

  /// An order of rows by what they hold, for rows that share a key.
  func contentPrecedes(_ first: Int, _ second: Int) -> Bool {
    names.precedes(first, names, second)
      ?? nationalIDs.precedes(first, nationalIDs, second)
      ?? ((births[first], sexes[first], sourceNames[Int(sources[first])])
        < (births[second], sexes[second], sourceNames[Int(sources[second])]))
  }

  /// Whether there are more rows, or more text, than one linkage can address.
  package var isOverfull: Bool {
    count > BlockEntry.rowLimit || keys.isOverfull || names.isOverfull || nationalIDs.isOverfull
      || formerIDs.isOverfull || provinces.isOverfull || further.contains { $0.isOverfull }
  }

  /// The number of a source name; rows of one file mostly repeat the last one.
  private mutating func number(of source: String) -> UInt32 {
    if let last = sources.last, sourceNames[Int(last)] == source { return last }
    return sourceNumber(source)
  }
}
