// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording
internal import Files

/// Why a table could not be read or written, and what to do about it.
///
/// No text of a cell is ever part of it. Two errors are equal when code, file and place are.
public struct TabularError: Error, Hashable, Sendable, MessageConvertible {
  /// What kind of failure this is. New codes may come; handle unknown ones as ``Code/readFailed``.
  public struct Code: ErrorCode {
    /// The stable word of this code.
    public let rawValue: String

    /// A code by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no such file.
    public static let missing = Code(rawValue: "missing")
    /// The file is there and cannot be read.
    public static let readFailed = Code(rawValue: "read-failed")
    /// The file cannot be made: no such folder, no permission, no space.
    public static let notCreatable = Code(rawValue: "not-creatable")
    /// Writing failed half way.
    public static let writeFailed = Code(rawValue: "write-failed")
    /// The file is a workbook, an archive or another kind of file that is no text.
    public static let notText = Code(rawValue: "not-text")
    /// The bytes fit none of the encodings known here, or not the one given.
    public static let unknownEncoding = Code(rawValue: "unknown-encoding")
    /// Some rows are in one encoding and some in another.
    public static let mixedEncodings = Code(rawValue: "mixed-encodings")
    /// The text was read in a wrong encoding before it was saved, so its letters are lost or moved.
    public static let misreadEncoding = Code(rawValue: "misread-encoding")
    /// One record is longer than 2 GiB.
    public static let recordTooLong = Code(rawValue: "record-too-long")
  }

  /// The kind of failure.
  public let code: Code
  /// The file as the caller named it.
  public let file: String
  /// Place in the file in bytes from 0, if there is one.
  public let byte: Int?
  /// Line from 1, counting every line end, if there is one.
  public let line: Int?
  /// Record from 1, as a spreadsheet counts rows, if there is one.
  public let record: Int?
  /// What was seen, in a few words that complete the message.
  public let detail: Message

  /// An error with a place.
  public init(
    _ code: Code, file: String, byte: Int? = nil, line: Int? = nil, record: Int? = nil,
    detail: Message = ""
  ) {
    self.code = code
    self.file = file
    self.byte = byte
    self.line = line
    self.record = record
    self.detail = detail
  }

  /// The error of a file that cannot be read.
  init(reading error: FileError, file: String) {
    self.init(
      error.code == .missing ? .missing : .readFailed, file: file,
      detail: error.code == .missing ? "" : error.reason)
  }

  /// The error of a file that cannot be written.
  init(writing error: FileError, file: String) {
    self.init(
      error.code == .failed ? .writeFailed : .notCreatable, file: wantedPath(of: file),
      detail: error.reason)
  }

  /// One line: file, place, what is wrong.
  public var message: Message {
    var text: Message = "\(file)"
    if let line { text += ", line \(line)" }
    if let record { text += ", row \(record)" }
    if let byte { text += ", byte \(byte)" }
    text += ": \(problem)"
    return detail.isEmpty ? text : text + " (\(detail))"
  }

  private var problem: Message {
    switch code {
    case .missing: "no such file"
    case .notCreatable, .writeFailed: "the table cannot be written"
    case .notText: "this is not a text file"
    case .unknownEncoding: "the encoding is not known"
    case .mixedEncodings: "rows in different encodings stand in one file"
    case .misreadEncoding: "the text was damaged by reading it in a wrong encoding"
    case .recordTooLong: "one row is longer than 2 GiB"
    default: "the table cannot be read"
    }
  }

  /// How to repair it, in one sentence.
  public var recovery: Message {
    switch code {
    case .missing: "Check the path."
    case .notCreatable, .writeFailed: "Check the folder, its permissions and the free space."
    case .notText: "Open it in a spreadsheet and save it as \"CSV UTF-8\"."
    case .unknownEncoding: "Name the encoding, or save the file as \"CSV UTF-8\"."
    case .mixedEncodings: "Export every row again in one encoding, best as \"CSV UTF-8\"."
    case .misreadEncoding: "Export again from the original program as \"CSV UTF-8\"."
    case .recordTooLong: "Look for a quote that is opened and never closed."
    default: "Check the file."
    }
  }

  /// Equality of code, file and place.
  public static func == (left: TabularError, right: TabularError) -> Bool {
    left.code == right.code && left.file == right.file && left.byte == right.byte
      && left.line == right.line && left.record == right.record
  }

  /// Hashes code, file and place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(file)
    hasher.combine(byte)
    hasher.combine(line)
    hasher.combine(record)
  }
}
