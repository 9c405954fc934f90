import ArgumentParser
import BatchSigning
import Files

/// Whose signatures count, and the clock by which everything is judged.
struct TrustOptions: ParsableArguments {
  @Option(name: .long, help: .said("The trust bundle.", valueName: "dir"))
  var trust: String?

  @Option(
    name: .long,
    help: .said("The time of the check, as 2025-07-16T08:00:00Z.", valueName: "time"),
    transform: parseInstant)
  var at: UTCInstant?

  @Option(
    name: .customLong("root-fingerprint"),
    help: .said("SHA-256 of a root certificate that counts; repeatable.", valueName: "hex"),
    transform: parseFingerprint)
  var rootFingerprints: [SHA256Digest] = []

  @Option(
    name: .customLong("root-threshold"),
    help: .said("How many roots must have signed the bundle.", valueName: "n"))
  var rootThreshold = 2

  func validate() throws {
    guard rootThreshold >= 1 else {
      throw usageError("--root-threshold must be at least 1.")
    }
  }

  /// The time of the check.
  var instant: UTCInstant { at ?? .now }

  /// Which roots must have signed the bundle.
  var policy: RootPolicy {
    RootPolicy(fingerprints: Set(rootFingerprints), threshold: rootThreshold)
  }

  /// The bundle, checked; nil if none was given.
  func bundle() throws(SigningError) -> TrustBundle? {
    guard let trust else { return nil }
    return try TrustBundle(folder: trust, at: instant, policy: policy)
  }
}

/// Whose signatures count, where the work cannot do without.
struct RequiredTrustOptions: ParsableArguments {
  @OptionGroup var options: TrustOptions

  func validate() throws {
    if options.trust == nil { throw usageError("--trust is needed.") }
  }

  /// The folder of the bundle.
  var folder: String { options.trust ?? "" }

  /// The time of the check.
  var instant: UTCInstant { options.instant }

  /// The bundle, checked.
  func bundle() throws(SigningError) -> TrustBundle {
    try TrustBundle(folder: folder, at: instant, policy: options.policy)
  }
}

/// A time as `2025-07-16T08:00:00Z`, or the first moment of a day as `2025-07-16`.
func parseInstant(_ text: String) throws -> UTCInstant {
  guard let instant = UTCInstant(text.utf8.count == 10 ? text + "T00:00:00Z" : text) else {
    throw usageError("A time is written as 2025-07-16T08:00:00Z.")
  }
  return instant
}

/// 64 hexadecimal digits in either case; colons between bytes, as `openssl` prints them, are
/// passed over.
func parseFingerprint(_ text: String) throws -> SHA256Digest {
  guard let digest = SHA256Digest(hex: text.filter { $0 != ":" }.lowercased()) else {
    throw usageError("A fingerprint has 64 hexadecimal digits.")
  }
  return digest
}

extension ExitStatus {
  /// The status for a failure of signing or checking.
  init(_ error: SigningError) {
    self =
      switch error.code {
      case .invalidDescription: .usage
      case .missingInput, .missingRow: .inputMissing
      case .notReadable, .writeFailed: .inputOutput
      case .notWritable, .alreadySigned: .outputImpossible
      case .invalidKey, .wrongPassphrase, .emptyPassphrase, .invalidCertificate, .locked:
        .notPermitted
      case .notPinned, .office, .role, .usage, .chain, .certificateTime, .revoked,
        .staleRevocationList, .revocationListRollback, .trustSignature, .trustExpired,
        .trustRollback, .threshold, .recipient:
        .notPermitted
      case .library: .inputOutput
      default: .badInput
      }
  }
}

/// Does the work of a command; a failure becomes one line on standard error and its status.
func reportingSigningFailures(_ work: () throws(SigningError) -> Void) throws {
  do throws(SigningError) {
    try work()
  } catch {
    writeError("error: \(error)")
    throw ExitStatus(error).exit
  }
}

/// Gives files that appear together their names.
///
/// - Throws: ``SigningError`` with `not-writable`.
func commit(_ files: StagedFiles) throws(SigningError) {
  do throws(FileError) {
    try files.commit()
  } catch {
    throw SigningError(writing: error)
  }
}
