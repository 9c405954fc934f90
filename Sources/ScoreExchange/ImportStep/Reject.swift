import Tabular

/// An input row that could not be used, and why; one line of `rejects.csv`.
public struct Reject: Hashable, Sendable {
  /// The file as the exchange file names it.
  public let file: String
  /// The row as a spreadsheet counts: the first line of the file is row 1.
  public let row: Int
  /// Offset of the row's first byte in the file.
  public let byte: Int
  /// The heading of the offending column, empty where the whole row is meant.
  public let column: String
  /// The cell as it stands in the file.
  public let value: String
  /// The reason code.
  public let reason: RejectReason
  /// What is wrong and what to do, in one line. National identifiers in it are masked.
  public let problem: Message
  /// The problem in English, as it stands in `rejects.csv`.
  public var message: String { problem.description }
  /// The row as it stands in the file.
  public let line: String

  /// A reject with everything a clerk needs to find and mend the row.
  public init(
    file: String, row: Int, byte: Int, column: String, value: String, reason: RejectReason,
    problem: Message, line: String
  ) {
    self.file = file
    self.row = row
    self.byte = byte
    self.column = column
    self.value = value
    self.reason = reason
    self.problem = problem
    self.line = line
  }

  /// What is wrong, after the column and the cell where there are any, for a table of which every
  /// row is needed.
  var cause: Message {
    if column.isEmpty { return problem }
    return value.isEmpty ? "\(column): \(problem)" : "\(column) \"\(value)\": \(problem)"
  }

  /// The headings of `rejects.csv`.
  package static let headings = [
    "file", "row", "byte", "column", "value", "reason", "message", "line",
  ]

  /// Writes this reject's line of `rejects.csv`; a spreadsheet leaves the cell it quotes as it is.
  func write(to writer: inout TableWriter) {
    for cell in [file, String(row), String(byte), column] { writer.append(cell) }
    writer.append(value, isIdentifier: true)
    for cell in [reason.rawValue, message, line] { writer.append(cell) }
    writer.endRow()
  }
}

/// A row that was used although something about it is odd.
public struct RowWarning: Hashable, Sendable, Encodable {
  /// The file as the exchange file names it.
  public let file: String
  /// The row as a spreadsheet counts.
  public let row: Int
  /// The reason code.
  public let reason: RejectReason
  /// What is odd, in one line.
  public let problem: Message
  /// The problem in English.
  public var message: String { problem.description }
}

/// What is wrong with one cell, before it is known where the cell stands.
struct CellProblem: Error, Hashable, Sendable {
  let reason: RejectReason
  /// The field's name; nil where the whole row is meant.
  let field: String?
  let message: Message

  init(_ reason: RejectReason, _ field: String?, _ message: Message) {
    self.reason = reason
    self.field = field
    self.message = message
  }
}
