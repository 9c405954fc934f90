import Tabular

/// An input row that could not be used, and why; one line of `rejects.csv`.
///
/// A bad file has hundreds of thousands of them, so what is only looked at when they are shown is
/// packed, and made anew whenever it is asked for.
public struct Reject: Hashable, Sendable {
  /// The file as the exchange file names it.
  public let file: String
  /// The row as a spreadsheet counts: the first line of the file is row 1.
  public let row: Int
  /// Offset of the row's first byte in the file.
  public let byte: Int
  /// The heading of the offending column, empty where the whole row is meant.
  public let column: String
  /// Reason, value, line and problem, in this order.
  private let packed: PackedTexts

  /// The reason code.
  public var reason: RejectReason {
    var reader = packed.reader
    return RejectReason(rawValue: reader.text())
  }
  /// The cell as it stands in the file.
  public var value: String { texts[0] }
  /// The row as it stands in the file.
  public var line: String { texts[1] }
  /// What is wrong and what to do, in one line. National identifiers in it are masked.
  public var problem: Message {
    var reader = packed.reader
    for _ in 0..<3 { _ = reader.text() }
    return Message(unpacking: &reader)
  }
  /// The problem in English, as it stands in `rejects.csv`.
  public var message: String { problem.description }

  /// A reject with everything a clerk needs to find and mend the row.
  public init(
    file: String, row: Int, byte: Int, column: String, value: String, reason: RejectReason,
    problem: Message, line: String
  ) {
    self.file = file
    self.row = row
    self.byte = byte
    self.column = column
    var packed = PackedTexts()
    for text in [reason.rawValue, value, line] { packed.append(text) }
    problem.pack(into: &packed)
    self.packed = packed.fitted
  }

  /// Value and line.
  private var texts: [String] {
    var reader = packed.reader
    _ = reader.text()
    return [reader.text(), reader.text()]
  }

  /// What is wrong, after the column and the cell where there are any, for a table of which every
  /// row is needed.
  var cause: Message {
    if column.isEmpty { return problem }
    let value = CellProblem.shown(self.value)
    // Many sentences quote the cell themselves.
    let isTold = value.isEmpty || message.contains("\"\(value)\"")
    return isTold ? "\(column): \(problem)" : "\(column) \"\(value)\": \(problem)"
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
  /// What is wrong; national identifiers in it are masked, whatever column they were found in.
  let message: Message

  /// A cell as a message shows it: masked where it may be a national identifier, and cut.
  static func shown(_ cell: String) -> String { shortened(maskedName(cell), to: 200) }

  init(_ reason: RejectReason, _ field: String?, _ message: Message) {
    self.reason = reason
    self.field = field
    self.message = message.changingTexts(Self.shown)
  }
}
