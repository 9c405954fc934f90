extension SigningError {
  /// A stable reason.
  ///
  /// Codes that begin with `E_` are verdicts on something that was given to be checked; all others
  /// tell that the work itself could not be done. New codes may come.
  public struct Code: ErrorCode {
    /// The stable word of this code.
    public let rawValue: String

    /// A code by its stable word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Whether this is a verdict: the thing checked is refused.
    public var isRefusal: Bool { rawValue.utf8.starts(with: "E_".utf8) }

    /// One sentence for people.
    public var explanation: Message {
      Self.explanations[self] ?? "refused with \(rawValue)"
    }
  }
}

/// Why the work could not be done.
extension SigningError.Code {
  /// A file or folder that is needed is not there.
  public static let missingInput = Self(rawValue: "missing-input")
  /// A row that is asked for is not in the batch.
  public static let missingRow = Self(rawValue: "missing-row")
  /// Several rows are like the one that is asked for.
  public static let ambiguousRow = Self(rawValue: "ambiguous-row")
  /// A file or folder cannot be read.
  public static let notReadable = Self(rawValue: "not-readable")
  /// A file or folder cannot be written.
  public static let notWritable = Self(rawValue: "not-writable")
  /// Writing failed half way, for example on a full disk.
  public static let writeFailed = Self(rawValue: "write-failed")
  /// A key is not a P-256 key in PKCS#8, or does not belong to its certificate.
  public static let invalidKey = Self(rawValue: "invalid-key")
  /// A key needs a passphrase, or another one.
  public static let wrongPassphrase = Self(rawValue: "wrong-passphrase")
  /// A key should be encrypted with an empty passphrase.
  public static let emptyPassphrase = Self(rawValue: "empty-passphrase")
  /// A certificate cannot be read.
  public static let invalidCertificate = Self(rawValue: "invalid-certificate")
  /// What should be signed is described wrongly.
  public static let invalidDescription = Self(rawValue: "invalid-description")
  /// The folder holds a signed batch already.
  public static let alreadySigned = Self(rawValue: "already-signed")
  /// Somebody else holds the lock of the state or the ledger.
  public static let locked = Self(rawValue: "locked")
  /// A state or ledger file is damaged.
  public static let damagedState = Self(rawValue: "damaged-state")
  /// The cryptographic library failed.
  public static let library = Self(rawValue: "library")
}

/// Verdicts on signatures and certificates.
extension SigningError.Code {
  /// The signature speaks of other content.
  public static let signatureDigest = Self(rawValue: "E_SIG_DIGEST")
  /// The signature does not fit the key.
  public static let signature = Self(rawValue: "E_SIG")
  /// Not the one DER form.
  public static let der = Self(rawValue: "E_DER")
  /// An algorithm that is not allowed.
  public static let algorithm = Self(rawValue: "E_CMS_ALG")
  /// Signed attributes missing, unknown or wrong.
  public static let attributes = Self(rawValue: "E_CMS_ATTR")
  /// A detached signature that carries content.
  public static let embeddedContent = Self(rawValue: "E_CMS_EMBEDDED")
  /// Not exactly one signer with its certificate.
  public static let signers = Self(rawValue: "E_CMS_SIGNERS")
  /// A revocation list inside the signature.
  public static let embeddedRevocationList = Self(rawValue: "E_CMS_CRL")
  /// A key that the trust bundle does not name.
  public static let notPinned = Self(rawValue: "E_PIN")
  /// A key of another office.
  public static let office = Self(rawValue: "E_OFFICE")
  /// A key that has not this role.
  public static let role = Self(rawValue: "E_ROLE")
  /// A certificate that does not lead to the authority.
  public static let chain = Self(rawValue: "E_CHAIN")
  /// A certificate that is not made for this use.
  public static let usage = Self(rawValue: "E_USAGE")
  /// A certificate outside its validity.
  public static let certificateTime = Self(rawValue: "E_CERT_TIME")
  /// A revoked certificate or key.
  public static let revoked = Self(rawValue: "E_REVOKED")
  /// The revocation list is missing or out of date.
  public static let staleRevocationList = Self(rawValue: "E_CRL_STALE")
  /// The revocation list is older than the bundle demands.
  public static let revocationListRollback = Self(rawValue: "E_CRL_ROLLBACK")
}

/// Verdicts on the trust bundle, dates, chain and recipients.
extension SigningError.Code {
  /// A signature on the trust bundle is wrong, or the bundle itself.
  public static let trustSignature = Self(rawValue: "E_TRUST_SIG")
  /// The trust bundle is past its date, or before it.
  public static let trustExpired = Self(rawValue: "E_TRUST_EXPIRED")
  /// The trust bundle is older than one seen before, or than the batch's.
  public static let trustRollback = Self(rawValue: "E_TRUST_ROLLBACK")
  /// The co-signing office is not the one of the period.
  public static let coordinator = Self(rawValue: "E_COORDINATOR")
  /// Fewer signatures than needed.
  public static let threshold = Self(rawValue: "E_THRESHOLD")
  /// Not meant for this receiver.
  public static let recipient = Self(rawValue: "E_RECIPIENT")
  /// Past its expiry.
  public static let expired = Self(rawValue: "E_EXPIRED")
  /// Made in the future.
  public static let future = Self(rawValue: "E_FUTURE")
  /// Accepted before.
  public static let replay = Self(rawValue: "E_REPLAY")
  /// Older than the last accepted one.
  public static let rollback = Self(rawValue: "E_ROLLBACK")
  /// A batch before this one is missing.
  public static let gap = Self(rawValue: "E_GAP")
  /// Another batch has this place in the chain.
  public static let fork = Self(rawValue: "E_FORK")
}

/// Verdicts on files and rows.
extension SigningError.Code {
  /// A file name that is not allowed.
  public static let name = Self(rawValue: "E_NAME")
  /// A file that is no regular file.
  public static let notRegular = Self(rawValue: "E_NOT_REGULAR")
  /// A file of the batch is missing.
  public static let missingFile = Self(rawValue: "E_MISSING_FILE")
  /// A file that the manifest does not name.
  public static let extraFile = Self(rawValue: "E_EXTRA_FILE")
  /// Larger than allowed.
  public static let limit = Self(rawValue: "E_LIMIT")
  /// Not strict JSON in its canonical form.
  public static let json = Self(rawValue: "E_JSON")
  /// Members missing, unknown or of the wrong form.
  public static let format = Self(rawValue: "E_FORMAT")
  /// Another size than the manifest says.
  public static let size = Self(rawValue: "E_SIZE")
  /// Another digest than the manifest says.
  public static let digest = Self(rawValue: "E_DIGEST")
  /// Another tree root than the manifest says.
  public static let root = Self(rawValue: "E_ROOT")
  /// Another number of rows than the manifest says.
  public static let count = Self(rawValue: "E_COUNT")
  /// Other columns than the manifest says.
  public static let columns = Self(rawValue: "E_COLUMNS")
  /// A row that not every CSV reader would read alike.
  public static let row = Self(rawValue: "E_ROW")
  /// Two rows with one key.
  public static let duplicate = Self(rawValue: "E_DUP")
  /// Text that is not allowed.
  public static let text = Self(rawValue: "E_TEXT")
  /// A cell that a spreadsheet would run.
  public static let formula = Self(rawValue: "E_FORMULA")
}
