extension ExchangeReader {
  private static let layoutKeys = [
    "columns", "encoding", "delimiter", "decimal", "date_format",
    "sheet",
  ]

  /// A table under a key of the exchange file: its path, or its path and layout.
  func optionalTable(_ key: String) throws(ExchangeError) -> TableSource? {
    guard let value = root.optional(key) else { return nil }
    return try table(value)
  }

  /// A table given by its path, or by the key `file` and what is known of its layout.
  func table(_ value: YAMLValue) throws(ExchangeError) -> TableSource {
    if value.isScalar {
      return TableSource(file: try file(value), layout: TableLayout())
    }
    return try table(value.mapping(keys: ["file"] + Self.layoutKeys))
  }

  private func table(
    _ keys: YAMLMapping, fields isField: ((String) -> Bool)? = nil, known: [String] = []
  ) throws(ExchangeError) -> TableSource {
    var layout = TableLayout()
    if let value = keys.optional("columns") {
      for (key, name, value) in try value.entries() {
        if let isField, !isField(name) {
          throw key.refusal(of: name, what: "column", expected: known)
        }
        layout.columns[name] = try value.text()
      }
    }
    if let value = keys.optional("encoding") {
      layout.encoding = try value.text()
      do { _ = try layout.dialectOverrides(of: "") } catch { throw value.refusal(error.reason) }
    }
    if let value = keys.optional("delimiter") {
      layout.delimiter = try value.delimiter()
      do { _ = try layout.dialectOverrides(of: "") } catch { throw value.refusal(error.reason) }
    }
    if let value = keys.optional("decimal") {
      layout.decimal = try value.text()
      do { _ = try layout.forcedDecimal(of: "") } catch { throw value.refusal(error.reason) }
    }
    if let value = keys.optional("date_format") {
      layout.dateFormat = try value.text()
      do { _ = try layout.forcedDayMonthOrder(of: "") } catch { throw value.refusal(error.reason) }
    }
    layout.sheet = try keys.optional("sheet")?.text()
    return TableSource(file: try file(keys.required("file")), layout: layout)
  }

  /// The files of results.
  func results(_ value: YAMLValue) throws(ExchangeError) -> [ResultSource] {
    var sources: [ResultSource] = []
    for entry in try value.list() {
      let keys = try entry.mapping(
        keys: ["file", "school", "assessment", "kind"] + Self.layoutKeys)
      let assessment = try assessment(keys.required("assessment"))
      let known =
        [
          "candidate_number", "national_id", "name", "family_name", "given_name", "birth_date",
          "sitting", "total", "sex", "school", "status", "exam_date",
        ] + assessment.parts.map(\.name)
      let kind = try keys.optional("kind")?.choice(
        "kind",
        [
          "results": ResultSource.Kind.results, "amendment": .amendment,
          "withdrawal": .withdrawal, "registration": .registration,
        ])
      sources.append(
        ResultSource(
          table: try table(keys, fields: known.contains, known: known),
          school: try keys.optional("school")?.school(), assessment: assessment.code,
          kind: kind ?? .results))
    }
    return sources
  }

  /// The files of applicants, whose columns include the components that weighted scores need.
  func applicants(
    _ value: YAMLValue?, components: Set<String>
  ) throws(ExchangeError) -> [ApplicantSource] {
    let known =
      [
        "applicant", "school", "national_id", "name", "family_name", "given_name", "birth_date",
        "sex", "former_id", "region", "priority_group", "graduation_year", "bonus",
      ] + components.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var sources: [ApplicantSource] = []
    for entry in try value?.list() ?? [] {
      let keys = try entry.mapping(keys: ["file", "school"] + Self.layoutKeys)
      let isField = { (name: String) in known.contains(name) || name.hasPrefix("tie_") }
      sources.append(
        ApplicantSource(
          table: try table(keys, fields: isField, known: known + ["tie_1"]),
          school: try keys.optional("school")?.school()))
    }
    return sources
  }
}
