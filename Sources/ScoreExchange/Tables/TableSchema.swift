/// The columns that a kind of table may have, and the headings by which they are known.
package struct TableSchema: Sendable {
  /// One column.
  package struct Field: Sendable, Hashable {
    /// The column's name in our own files.
    package let name: String
    /// Whether the table is of no use without it.
    package let isRequired: Bool
    /// A column that serves as well, so that this one may be missing.
    let substitute: String?
    /// Other headings, in any case, with or without tone marks.
    package let headings: [String]
    /// The keys of all headings, the field's own name first.
    let keys: [String]

    package init(
      _ name: String, required: Bool = false, or substitute: String? = nil,
      _ headings: [String] = []
    ) {
      self.name = name
      self.isRequired = required
      self.substitute = substitute
      self.headings = headings
      keys = [headingKey(name)] + headings.map(headingKey)
    }
  }

  /// What the table holds, as messages name it.
  package let kind: String
  /// The columns, the most specific headings first.
  package let fields: [Field]
  /// Prefixes of further columns that are taken by their own names, such as `tie_`.
  package let openPrefixes: [String]

  package init(
    kind: String, fields: [Field], openPrefixes: [String] = []
  ) {
    self.kind = kind
    self.fields = fields
    self.openPrefixes = openPrefixes
  }
}
