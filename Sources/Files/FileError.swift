// A user who catches an error can tell it in any language without a further import.
@_exported public import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file or folder could not be used: what was tried, on which path, and the system's reason.
public struct FileError: Error, Hashable, Sendable, MessageConvertible {
  /// What kind of failure this is. New codes may come; handle unknown ones as ``Code/failed``.
  public struct Code: ErrorCode {
    /// The stable word of this code.
    public let rawValue: String

    /// A code by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no such file or folder.
    public static let missing = Code(rawValue: "missing")
    /// It is there, and may not be read.
    public static let notReadable = Code(rawValue: "not-readable")
    /// It is a folder, a link or a device where a regular file is needed.
    public static let notRegular = Code(rawValue: "not-regular")
    /// It is larger than the caller allows.
    public static let tooLarge = Code(rawValue: "too-large")
    /// It cannot be made: no such folder, no permission, no space.
    public static let notCreatable = Code(rawValue: "not-creatable")
    /// Reading or writing failed half way.
    public static let failed = Code(rawValue: "failed")
  }

  /// The kind of failure.
  public let code: Code
  /// The path as the caller gave it.
  public let path: String
  /// The system's error number, 0 where there is none.
  public let systemError: Int32

  /// An error with an explicit code.
  public init(_ code: Code, path: String, systemError: Int32 = 0) {
    self.code = code
    self.path = path
    self.systemError = systemError
  }

  /// The error of a system call that has just failed while reading.
  static func reading(_ path: String, _ number: Int32) -> FileError {
    switch number {
    case ENOENT, ENOTDIR: FileError(.missing, path: path, systemError: number)
    case EACCES, EPERM: FileError(.notReadable, path: path, systemError: number)
    case EISDIR, ELOOP: FileError(.notRegular, path: path, systemError: number)
    default: FileError(.failed, path: path, systemError: number)
    }
  }

  /// The error of a system call that has just failed while making a file or folder.
  static func creating(_ path: String, _ number: Int32) -> FileError {
    switch number {
    case EIO: FileError(.failed, path: path, systemError: number)
    default: FileError(.notCreatable, path: path, systemError: number)
    }
  }

  /// Whether another process keeps it for itself.
  package var isBusy: Bool { systemError == EWOULDBLOCK }

  /// One sentence: the path, what is wrong, and why the system says so.
  public var message: Message {
    let path = wantedPath(of: path)
    guard systemError != 0, code != .missing else { return "\(path): \(problem)" }
    return "\(path): \(problem) (\(systemMessage))"
  }

  /// Why the system says so, or what is wrong where it says nothing; for a message that names the
  /// path itself.
  package var reason: Message { systemError == 0 ? problem : systemMessage }

  private var problem: Message {
    switch code {
    case .missing: "no such file or folder"
    case .notReadable: "may not be read"
    case .notRegular: "is not a regular file"
    case .tooLarge: "is larger than allowed here"
    case .notCreatable: "cannot be made"
    default: "reading or writing failed"
    }
  }

  private var systemMessage: Message {
    switch systemError {
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a file stands where a folder should"
    case EACCES, EPERM: "there is no permission"
    case EROFS: "the disk can only be read"
    case ENOSPC, EDQUOT: "there is no room left on the disk"
    case EISDIR: "it is a folder"
    case EEXIST: "there is something of that name"
    case EFBIG: "the file would be too large"
    case EWOULDBLOCK: "another process works on it; try again when it has ended"
    default:
      Message(
        unsafe strerror(systemError).map { unsafe String(cString: $0) } ?? "error \(systemError)")
    }
  }
}
