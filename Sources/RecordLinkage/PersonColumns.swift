/// Some rows about people, column by column, as a decoder of whole columns gives them.
package struct PersonColumns: Sendable {
  /// Texts that lie one behind the other, and where each ends; fewer than 4 GiB.
  package struct Texts: Sendable {
    let bytes: [UInt8]
    let ends: [UInt32]

    /// Takes the bytes of all texts and the ends in them.
    package init(bytes: [UInt8], ends: [UInt32]) {
      self.bytes = bytes
      self.ends = ends
    }
  }

  /// As ``PersonRecord/key``, one a row.
  package var keys: Texts
  /// What ``PersonTable/sourceNumber(_:)`` gave, one a row.
  package var sources: [UInt32]
  /// As ``PersonRecord/nationalID``; nil where no row has one.
  package var nationalIDs: Texts?
  /// As ``PersonRecord/formerID``; nil where no row has one.
  package var formerIDs: Texts?
  /// As ``PersonRecord/name``; nil where no row has one.
  package var names: Texts?
  /// As ``PersonRecord/province``; nil where no row has one.
  package var provinces: Texts?
  /// Days since 1970-01-01, `Int32.min` where it is missing; nil where no row has one.
  package var births: [Int32]?
  /// The raw values of ``Sex``, 0 where it is missing; nil where no row has one.
  package var sexes: [UInt8]?
  /// As ``PersonRecord/further``, one column a field.
  package var further: [Texts] = []

  /// Rows with a key and a source; nothing else is known of them.
  package init(keys: Texts, sources: [UInt32]) {
    self.keys = keys
    self.sources = sources
  }
}

extension PersonTable {
  /// Adds rows at the end, in their order.
  ///
  /// - Parameter rows: The rows, each of whose columns is as long as the others, with one further
  ///   column for each of ``furtherFields``.
  /// - Complexity: O(bytes).
  package mutating func append(_ rows: PersonColumns) {
    let count = rows.sources.count
    keys.append(rows.keys, count: count)
    nationalIDs.append(rows.nationalIDs, count: count)
    formerIDs.append(rows.formerIDs, count: count)
    names.append(rows.names, count: count)
    provinces.append(rows.provinces, count: count)
    births += rows.births ?? Array(repeating: Self.missingDate, count: count)
    sexes += rows.sexes ?? Array(repeating: 0, count: count)
    sources += rows.sources
    for field in further.indices { further[field].append(rows.further[field], count: count) }
  }
}

extension TextColumn {
  fileprivate mutating func append(_ texts: PersonColumns.Texts?, count: Int) {
    if let texts { append(texts.bytes, ends: texts.ends) } else { appendMissing(count) }
  }
}
