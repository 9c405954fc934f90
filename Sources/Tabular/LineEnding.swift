/// How the records of a file end.
public enum LineEnding: String, Hashable, Sendable {
  /// LF, as Unix writes it; also said of a file without any line end.
  case lf
  /// CR LF, as Windows writes it.
  case crlf
  /// CR, as old Macintosh programs write it.
  case cr
  /// More than one of them.
  case mixed
}
