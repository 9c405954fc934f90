/// A field and its column.
package struct UsedColumn: Sendable, Hashable {
  package let field: String
  package let column: Int
}

/// Which column of a file holds which field.
package struct ColumnMap: Sendable, Hashable {
  /// The headings as they stand in the file.
  package let headings: [String]
  /// Column of each field found.
  package let columns: [String: Int]
  /// The same in the order of the file, fields of one column by name.
  package let used: [UsedColumn]
  /// What a reader that takes no doubtful column would stop at.
  private(set) var doubts: [Message] = []

  /// The column of a field, or nil if the file has none.
  package subscript(field: String) -> Int? { columns[field] }

  /// The heading under which a field stands in the file, or the field's own name.
  package func heading(of field: String) -> String {
    columns[field].map { headings[$0] } ?? field
  }

  /// How many fields of a schema the headings name; used to find the heading row.
  package static func recognisedCount(_ headings: [String], schema: TableSchema) -> Int {
    let keys = Set(headings.map(headingKey) + headings.compactMap(headingKeyBeforeMeasure))
    return schema.fields.count { field in
      !keys.isDisjoint(with: field.keys)
    }
  }

  /// Finds each field's column.
  ///
  /// - Parameters:
  ///   - headings: The headings of the file.
  ///   - schema: The fields that can be in it.
  ///   - overrides: Field to heading, said by the exchange file; they count before any guess.
  ///   - file: The file's name, for errors.
  /// - Throws: ``ExchangeError`` with `badInput`: a heading named in `overrides` that is not there,
  ///   a field with two columns, a required field with none.
  package init(
    headings: [String], schema: TableSchema, overrides: [String: String], file: String
  ) throws(ExchangeError) {
    try self.init(headings, schema, overrides) { (reason: Message) throws(ExchangeError) in
      throw ExchangeError(.badInput, file: file, reason)
    }
    let missing = missingFields(of: schema)
    if !missing.isEmpty { throw refusal(missing, schema, file: file) }
  }

  /// What to say of a file without columns for these fields.
  func refusal(
    _ missing: [TableSchema.Field], _ schema: TableSchema, file: String
  ) -> ExchangeError {
    let taken = Set(columns.values)
    let free = headings.indices.filter { !taken.contains($0) }.map { headings[$0] }
    let guesses = missing.first.map { nearestHeadings(to: $0, among: free) } ?? []
    let hint: Message =
      guesses.isEmpty
      ? "" : "; nearest: \(guesses.map(Self.quoted).joined(separator: ", "))"
    return ExchangeError(
      .badInput, file: file,
      "no heading for \(missing.map(\.name).joined(separator: ", ")) in this file "
        + "(\(Message(schema.kind))); \(Self.found(headings))\(hint)")
  }

  /// The required fields for which there is neither a column nor one that serves as well.
  func missingFields(of schema: TableSchema) -> [TableSchema.Field] {
    schema.fields.filter { field in
      field.isRequired && columns[field.name] == nil
        && field.substitute.flatMap { columns[$0] } == nil
    }
  }

  /// Finds what can be found: no field is required, of doubtful columns the first is taken.
  init(lenient headings: [String], schema: TableSchema, overrides: [String: String]) {
    var doubts: [Message] = []
    self.init(headings, schema, overrides) { (doubt: Message) throws(Never) in
      doubts.append(doubt)
    }
    self.doubts = doubts
  }

  private init<Failure: Error>(
    _ headings: [String], _ schema: TableSchema, _ overrides: [String: String],
    refuse: (Message) throws(Failure) -> Void
  ) throws(Failure) {
    self.headings = headings
    var search = ColumnSearch(headings)
    try search.take(overrides, refuse: refuse)
    try search.recognise(schema, refuse: refuse)
    try search.takeOpen(schema, refuse: refuse)
    columns = search.columns
    used = columns.map { UsedColumn(field: $0.key, column: $0.value) }.sorted {
      ($0.column, $0.field) < ($1.column, $1.field)
    }
  }

  /// A heading in quotes, on one line; where there are none, a row of data stands in their place.
  static func quoted(_ heading: String) -> String {
    let line = heading.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"\(shortened(maskedName(line), to: longestHeading))\""
  }

  /// How much of a heading, and how many of them, a message shows.
  private static let (longestHeading, mostHeadings) = (100, 100)

  static func found(_ headings: [String]) -> Message {
    let shown = headings.prefix(mostHeadings).map(Self.quoted).joined(separator: ", ")
    return headings.count > mostHeadings
      ? "\(headings.count) headings found, the first: \(shown)" : "headings found: \(shown)"
  }
}

/// The headings most like one of a field's, nearest first, at most three.
package func nearestHeadings(to field: TableSchema.Field, among headings: [String]) -> [String] {
  let keys = headings.map(headingKey)
  var found: [String] = []
  for wanted in field.keys {
    for key in nearestNames(to: wanted, among: keys) {
      guard let index = keys.firstIndex(of: key), !found.contains(headings[index]) else { continue }
      found.append(headings[index])
    }
  }
  return Array(found.prefix(3))
}
