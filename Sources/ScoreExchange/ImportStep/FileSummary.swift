public import Foundation

/// What became of the rows of one input file; an entry of `summary.json`.
public struct FileSummary: Hashable, Sendable, Codable {
  /// The file as the exchange file names it.
  public var file: String
  /// What the file holds: results, amendment, withdrawal, registration, applicants, programmes,
  /// wishes, pools, reserves, placed_elsewhere, frozen, decisions or bands.
  public var kind: String
  /// The code of the school that sent it; nil for files of no school.
  public var school: String?
  /// SHA-256 of the file's bytes, 64 hexadecimal digits.
  public var sha256: String
  /// Rows of data in the file.
  public var rowsRead: Int
  /// Rows that are used.
  public var rowsAccepted: Int
  /// Rows that are not.
  public var rowsRejected: Int
  /// Rows that are used although something about them is odd.
  public var rowsWarned: Int
  /// Sum of the totals of the accepted rows in points; nil for files without totals.
  public var sumOfTotals: Decimal?
  /// What a person should know of the whole file, as sheets that were not read; nil for nothing.
  public var warnings: [Message]?

  enum CodingKeys: String, CodingKey {
    case file
    case kind
    case school
    case sha256
    case rowsRead = "rows_read"
    case rowsAccepted = "rows_accepted"
    case rowsRejected = "rows_rejected"
    case rowsWarned = "rows_warned"
    case sumOfTotals = "sum_of_totals"
    case warnings
  }
}

extension FileSummary {
  /// What a person should know of the whole file, one line each, with its name.
  public var notes: [Message] { (warnings ?? []).map { "\(file): \($0)" } }
}
