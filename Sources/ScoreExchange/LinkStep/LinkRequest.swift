public import RecordLinkage

/// Two files of people to link, and how.
public struct LinkRequest: Sendable {
  /// The people that are looked for.
  public var left: TableSource
  /// The rows to be given to them.
  public var right: TableSource
  /// What people decided about earlier reviews; nil for nothing.
  public var decisions: TableSource?
  /// Columns of both files that are compared beside those of every person.
  public var comparisons: [FurtherField] = []
  /// A stored model; nil to begin with the standard one.
  public var model: LinkageModel?
  /// Whether the model is estimated on the two files.
  public var training = TrainingPolicy.whereDataSuffice
  /// Keyed tokens in the place of national identifiers; nil to compare the numbers themselves. A cell
  /// that is a token already stays as it is.
  public var tokens: IdentifierTokens?
  /// How many different people must have confirmed that two rows are one person; at least 1.
  public var confirmations = 1

  /// A request with nothing beside the two files.
  public init(left: TableSource, right: TableSource) {
    self.left = left
    self.right = right
  }
}

extension TableLayout {
  /// Which heading of a file of people is which of our columns.
  ///
  /// - Parameters:
  ///   - list: `applicant=ID,name=FULL_NAME`; a heading may hold commas.
  ///   - comparisons: Further columns that are compared.
  /// - Throws: ``ExchangeError`` with `usage` for a column that no such file has.
  public init(
    peopleColumns list: String, comparing comparisons: [FurtherField]
  ) throws(ExchangeError) {
    self.init()
    guard !list.isEmpty else { return }
    let known = TableSchema.people(comparing: comparisons, .left).fields.map(\.name)
    var last: String?
    for piece in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = piece.firstIndex(of: "=") else {
        guard let last else {
          throw ExchangeError(.usage, "\"\(piece)\" is not of the form column=heading")
        }
        columns[last]?.append(",\(piece)")
        continue
      }
      let word = String(piece[..<equals])
      let field = ["applicant", "candidate_number", "candidate"].contains(word) ? "id" : word
      guard known.contains(field) else {
        let near = nearestNames(to: word, among: known)
        throw ExchangeError(
          .usage,
          "\"\(word)\" is no column of a file of people"
            + (near.first.map { "; \"\($0)\" is" } ?? "")
            + "; further columns are named with --compare")
      }
      columns[field] = String(piece[piece.index(after: equals)...])
      last = field
    }
  }
}

extension FurtherField {
  /// Reads `postcode=exact,suburb=text,street_number=number`.
  ///
  /// - Throws: ``ExchangeError`` with `usage` for another form, a column named twice or one that is
  ///   compared anyway.
  public static func list(_ text: String) throws(ExchangeError) -> [FurtherField] {
    var fields: [FurtherField] = []
    let own = TableSchema.people(comparing: [], .left).fields.map(\.name)
    for piece in text.split(separator: ",") {
      let parts = piece.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, let kind = Kind(rawValue: parts[1]) else {
        throw ExchangeError(
          .usage, "\"\(piece)\" is not of the form column=exact, column=text or column=number")
      }
      guard !own.contains(parts[0]), !fields.contains(where: { $0.name == parts[0] }) else {
        throw ExchangeError(.usage, "\(parts[0]) is compared anyway, or named twice")
      }
      fields.append(FurtherField(name: parts[0], kind: kind))
    }
    guard fields.count <= PersonTable.furtherLimit else {
      throw ExchangeError(.usage, "at most \(PersonTable.furtherLimit) columns can be compared")
    }
    return fields
  }
}
