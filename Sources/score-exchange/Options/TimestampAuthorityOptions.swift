import ArgumentParser
import BatchSigning

/// Whose time-stamps count.
struct TimestampAuthorityOptions: ParsableArguments {
  @Option(
    name: .customLong("timestamp-ca"),
    help: .said(
      "Certificates (PEM) that lead to the time-stamp authority.", valueName: "file"))
  var file: String?

  /// The certificates; none where no file was given.
  func certificates() throws(SigningError) -> [Certificate] {
    guard let file else { return [] }
    return try Certificate.all(inFileAt: file)
  }
}
