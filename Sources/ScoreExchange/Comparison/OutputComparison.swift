public import Parallel

/// What changed between two runs, two batches or two placements, by person and by programme.
///
/// Identifiers that look like national ones are masked. Nothing is verified: a batch is compared as
/// it lies there.
public struct OutputComparison: Encodable, Sendable {
  /// What is compared.
  public enum Kind: String, Encodable, Sendable {
    /// Folders that `run` wrote.
    case run
    /// Signed batches.
    case batch
    /// Files of placements.
    case placements

    fileprivate var phrase: Message {
      switch self {
      case .run: "the output of a run"
      case .batch: "a batch"
      case .placements: "a file of placements"
      }
    }
  }

  /// How one row differs.
  public struct RowChange: Encodable, Sendable {
    /// What became of a row.
    public enum Kind: String, Encodable, Sendable {
      /// Only the new side has it.
      case added
      /// Only the old side has it.
      case removed
      /// Both have it, with different cells.
      case changed
    }

    /// A cell that differs.
    public struct Cell: Encodable, Sendable {
      /// The column.
      public let column: String
      /// The old cell; nil where the old side has no such row or column.
      public let old: String?
      /// The new cell; nil where the new side has no such row or column.
      public let new: String?
    }

    /// What identifies the row, in the order of the key's columns.
    public let key: [String]
    /// What became of it.
    public let change: Kind
    /// The cells that differ and are not empty, in the order of the columns.
    public let cells: [Cell]
  }

  /// How one table differs.
  public struct Table: Encodable, Sendable {
    /// The file's name without its ending.
    public let table: String
    /// Rows that only the new side has.
    public let added: Int
    /// Rows that only the old side has.
    public let removed: Int
    /// Rows of both sides with different cells.
    public let changed: Int
    /// The rows that differ, by key in byte order.
    public let rows: [RowChange]
  }

  /// Who came to a programme and who left it.
  public struct Programme: Encodable, Sendable {
    /// School and code.
    public let programme: String
    /// People who have a place there on the new side only.
    public let came: [String]
    /// People who have a place there on the old side only.
    public let left: [String]
  }

  /// What is compared.
  public let kind: Kind
  /// Whether nothing differs.
  public let same: Bool
  /// The tables that differ, in the order of the work.
  public let tables: [Table]
  /// The programmes that people came to or left, by school and code.
  public let programmes: [Programme]

  /// Compares two outputs.
  ///
  /// - Parameters:
  ///   - old: A folder that `run` wrote, a batch folder, or a file of placements.
  ///   - new: Another one of the same kind.
  ///   - plan: Threads; the comparison is the same for any number.
  /// - Throws: ``ExchangeError`` with `usage` for different kinds, `inputMissing`, `inputOutput` or
  ///   `badInput`.
  /// - Complexity: O(rows log rows).
  public init(
    from old: String, to new: String, plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let before = try ComparedOutput(at: old, plan: plan)
    let after = try ComparedOutput(at: new, plan: plan)
    guard before.kind == after.kind else {
      throw ExchangeError(
        .usage,
        "\(old) is \(before.kind.phrase) and \(new) \(after.kind.phrase); "
          + "two of a kind can be compared")
    }
    let names = ComparedOutput.runTables.map(\.name) + ["outcomes"]
    var tables: [Table] = []
    var programmes: [Programme] = []
    for name in names {
      let sides = (before.tables[name], after.tables[name])
      guard let either = sides.0 ?? sides.1 else { continue }
      let difference = TableDifference(
        from: sides.0 ?? ComparedTable(like: either), to: sides.1 ?? ComparedTable(like: either))
      if !difference.table.rows.isEmpty { tables.append(difference.table) }
      programmes += difference.programmes
    }
    kind = before.kind
    same = tables.isEmpty
    self.tables = tables
    self.programmes = programmes
  }

  /// The comparison in words: each table's counts and rows, then the programmes.
  public var lines: [Message] {
    if same { return ["nothing differs"] }
    var lines: [Message] = []
    for table in tables {
      lines.append(
        "\(table.table): \(table.changed) changed, \(table.added) added, \(table.removed) removed")
      lines += table.rows.map(\.line)
    }
    if !programmes.isEmpty { lines.append("programmes:") }
    for programme in programmes {
      let parts = [("came", programme.came), ("left", programme.left)].filter { !$0.1.isEmpty }
        .map { (word, people) -> Message in
          "\(people.count) \(Message(word)) (\(people.joined(separator: ", ")))"
        }
      lines.append("  \(programme.programme): \(Message(parts, separator: "; "))")
    }
    return lines
  }
}

extension OutputComparison.RowChange {
  fileprivate var line: Message {
    let name = key.filter { !$0.isEmpty }.joined(separator: " ")
    let changes = cells.map { cell -> Message in
      switch change {
      case .added: "\(cell.column) \(cell.new ?? "")"
      case .removed: "\(cell.column) \(cell.old ?? "")"
      case .changed: "\(cell.column) \(shown(cell.old)) -> \(shown(cell.new))"
      }
    }
    return "  \(name) \(Message(change.rawValue)): \(Message(changes, separator: ", "))"
  }

  private func shown(_ cell: String?) -> Message {
    guard let cell, !cell.isEmpty else { return "none" }
    return "\(cell)"
  }
}
