/// The search for the column of each field; what is doubtful is refused, or else the first is taken.
struct ColumnSearch {
  /// Column of each field found.
  private(set) var columns: [String: Int] = [:]
  private let headings: [String]
  private let keys: [String]
  private var taken: Set<Int> = []

  init(_ headings: [String]) {
    self.headings = headings
    keys = headings.map(headingKey)
  }

  /// Takes the columns that somebody names: field to heading.
  mutating func take<Failure: Error>(
    _ overrides: [String: String], refuse: (Message) throws(Failure) -> Void
  ) throws(Failure) {
    for (field, heading) in overrides.sorted(by: { $0.key < $1.key }) {
      let wanted = headingKey(heading)
      let exact = headings.indices.filter { headings[$0] == heading }
      let matches = exact.isEmpty ? keys.indices.filter { keys[$0] == wanted } : exact
      if matches.count > 1 {
        try refuse(
          "\(matches.count) columns are called \(ColumnMap.quoted(heading)), and \(field) can be but one; "
            + "give them different headings")
      }
      guard let column = matches.first else {
        try refuse(
          "\(field) should stand under \"\(heading)\", and there is no such heading; "
            + "\(ColumnMap.found(headings))")
        continue
      }
      columns[field] = column
      taken.insert(column)
    }
  }

  /// Finds the fields of a schema by their headings, at last by what stands before a measure.
  mutating func recognise<Failure: Error>(
    _ schema: TableSchema, refuse: (Message) throws(Failure) -> Void
  ) throws(Failure) {
    for keys in [keys, headings.map { headingKeyBeforeMeasure($0) ?? "" }] {
      for field in schema.fields where columns[field.name] == nil {
        for rank in field.ranks {
          let matches = keys.indices.filter { rank.contains(keys[$0]) && !taken.contains($0) }
          guard let column = matches.first else { continue }
          if matches.count > 1 {
            let found = matches.map { ColumnMap.quoted(headings[$0]) }.joined(separator: ", ")
            try refuse(
              "\(matches.count) columns may be \(field.name): \(found); name the right one "
                + "(columns: in the exchange file, --column of import), or rename the others")
          }
          columns[field.name] = column
          taken.insert(column)
          break
        }
      }
    }
  }

  /// Takes the columns whose names begin as those of which there may be any number.
  mutating func takeOpen<Failure: Error>(
    _ schema: TableSchema, refuse: (Message) throws(Failure) -> Void
  ) throws(Failure) {
    for (column, heading) in headings.enumerated() where !taken.contains(column) {
      let name = heading.lowercased()
      if name.hasPrefix("tie_"), schema.openPrefixes.contains("tie_"),
        let number = Int(name.dropFirst(4)), !(1...ColumnMap.greatestTieNumber ~= number)
      {
        try refuse(
          "the column \"\(heading)\" is not a tie key: "
            + "tie_1 to tie_\(ColumnMap.greatestTieNumber) are")
      }
      if schema.openPrefixes.contains(where: name.hasPrefix) { columns[name] = column }
    }
  }
}
