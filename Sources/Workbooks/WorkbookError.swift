internal import Files
// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

/// Why a workbook could not be read or written, and what to do about it.
///
/// No text of a cell is ever part of it. Two errors are equal when code and file are.
public struct WorkbookError: Error, Hashable, Sendable, MessageConvertible {
  /// What kind of failure this is. New codes may come; handle unknown ones as ``Code/damaged``.
  public struct Code: ErrorCode {
    /// The stable word of this code.
    public let rawValue: String

    /// A code by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no such file.
    public static let missing = Code(rawValue: "missing")
    /// The file is there and cannot be read.
    public static let readFailed = Code(rawValue: "read-failed")
    /// The workbook cannot be written.
    public static let writeFailed = Code(rawValue: "write-failed")
    /// A zip archive that is no workbook of this kind.
    public static let notWorkbook = Code(rawValue: "not-workbook")
    /// The file is cut off, or contradicts itself or the format.
    public static let damaged = Code(rawValue: "damaged")
    /// A password is needed.
    public static let encrypted = Code(rawValue: "encrypted")
    /// A form of the format that is not read here.
    public static let unsupported = Code(rawValue: "unsupported")
    /// More than any honest workbook of its size holds, or more than a sheet can hold.
    public static let tooLarge = Code(rawValue: "too-large")
    /// There is no sheet of the name asked for, or none at all.
    public static let noSheet = Code(rawValue: "no-sheet")
  }

  /// The kind of failure.
  public let code: Code
  /// The file as the caller named it.
  public let file: String
  /// What was seen, in a few words that complete the message.
  public let detail: Message

  /// An error about a file.
  public init(_ code: Code, file: String, detail: Message = "") {
    self.code = code
    self.file = file
    self.detail = detail
  }

  /// The error of a file that cannot be read.
  init(reading error: FileError, file: String) {
    self.init(
      error.code == .missing ? .missing : .readFailed, file: file,
      detail: error.code == .missing ? "" : "\(error)")
  }

  /// One line: file and what is wrong.
  public var message: Message {
    detail.isEmpty ? "\(file): \(problem)" : "\(file): \(problem) (\(detail))"
  }

  private var problem: Message {
    switch code {
    case .missing: "no such file"
    case .readFailed: "the file cannot be read"
    case .writeFailed: "the workbook cannot be written"
    case .notWorkbook: "this archive is no Excel workbook"
    case .encrypted: "the workbook is protected by a password"
    case .unsupported: "workbooks of this form are not read"
    case .tooLarge: "the workbook is too large"
    case .noSheet: "there is no such sheet"
    default: "the workbook is damaged"
    }
  }

  /// How to repair it, in one sentence.
  public var recovery: Message {
    switch code {
    case .missing: "Check the path."
    case .readFailed: "Check the file and its permissions."
    case .writeFailed: "Check the folder, its permissions and the free space."
    case .encrypted: "Remove the password and save it again."
    case .noSheet: "Name one of the sheets."
    case .tooLarge: "Use CSV for tables of this size."
    default: "Open it in a spreadsheet and save it as \"Excel workbook (.xlsx)\"."
    }
  }

  /// Equality of code and file.
  public static func == (left: WorkbookError, right: WorkbookError) -> Bool {
    left.code == right.code && left.file == right.file
  }

  /// Hashes code and file.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(file)
  }
}
