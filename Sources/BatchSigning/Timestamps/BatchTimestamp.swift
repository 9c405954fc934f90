/// The time-stamp of a batch: an RFC 3161 answer over the issuer's signature, in `manifest.tsr`.
///
/// Without it `created` is the issuer's word alone; with it the batch is known to have existed at a
/// time that an outsider tells.
public enum BatchTimestamp {
  /// The query to be sent to an authority (`application/timestamp-query`).
  ///
  /// - Parameter path: The signed batch.
  /// - Returns: The query in DER: SHA-256 over the issuer's signature, with the wish for the
  ///   authority's certificate.
  /// - Throws: ``SigningError`` with `missing-input`, `E_MISSING_FILE` or another code of the
  ///   batch's form.
  public static func query(forBatchAt path: String) throws(SigningError) -> [UInt8] {
    let signature = try BatchSource(at: path).read(
      BatchFileName.signature, limit: DetachedSignature.byteLimit)
    let imprint = DER.sequence(
      DER.sequence(DER.sha256, DER.null),
      DER.octetString(SHA256.digest(of: signature).bytes))
    return DER.sequence(DER.integer(1), imprint, DER.yes)
  }

  /// Writes the query to be sent to an authority to a file.
  ///
  /// - Parameters:
  ///   - path: The signed batch.
  ///   - file: The query's file.
  /// - Throws: ``SigningError`` as ``query(forBatchAt:)``, or `not-writable`.
  public static func query(
    forBatchAt path: String, writtenTo file: String
  ) throws(SigningError) {
    try writeOutput(query(forBatchAt: path), to: file)
  }

  /// Reads an authority's answer from a file.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its bytes; they are checked by ``attach(_:toBatchAt:authorities:at:)``.
  /// - Throws: ``SigningError`` with `missing-input`, `not-readable` or `E_LIMIT`.
  public static func reply(at path: String) throws(SigningError) -> [UInt8] {
    try readInput(at: path, limit: TimestampReply.byteLimit)
  }

  /// Checks an authority's answer and puts it into the batch.
  ///
  /// - Parameters:
  ///   - reply: The answer (`application/timestamp-reply`).
  ///   - folder: The signed batch.
  ///   - authorities: The certificates that lead to the authority.
  ///   - instant: The time of the check.
  /// - Returns: The time that it tells.
  /// - Throws: ``SigningError`` with `E_DER`, `E_CMS_ALG`, `E_SIG_DIGEST` for an answer over
  ///   something else, `E_SIG` or `E_CHAIN`, or `not-writable`.
  public static func attach(
    _ reply: [UInt8], toBatchAt folder: String, authorities: [Certificate], at instant: UTCInstant
  ) throws(SigningError) -> UTCInstant {
    let signature = try BatchSource(at: folder).read(
      BatchFileName.signature, limit: DetachedSignature.byteLimit)
    let told = try check(reply, over: signature, authorities: authorities, at: instant)
    try writeOutput(reply, to: "\(folder)/\(BatchFileName.timestamp)")
    return told
  }

  /// Checks that an answer stands over a signature and, where authorities are given, that one of
  /// them has signed it.
  static func check(
    _ reply: [UInt8], over signature: [UInt8], authorities: [Certificate], at instant: UTCInstant
  ) throws(SigningError) -> UTCInstant {
    let subject = BatchFileName.timestamp
    let read = try TimestampReply(der: reply, subject: subject)
    let digest = SHA256.digest(of: signature)
    guard read.imprint == digest else { throw SigningError(.signatureDigest, subject) }
    if !authorities.isEmpty {
      try TimestampCheck.check(
        read, digest: digest, authorities: authorities, at: instant, subject: subject)
    }
    return read.instant
  }
}

extension BatchVerifier {
  /// Checks the time-stamp of a batch where it has one.
  ///
  /// - Returns: The time, if an authority was given to check it by, and what a person should know.
  func checkTimestamp(
    of manifest: Manifest, signature: DetachedSignature, in batch: BatchSource
  ) throws(SigningError) -> (instant: UTCInstant?, note: Message?) {
    let name = BatchFileName.timestamp
    guard batch.names.contains(name) else {
      return (nil, timestampAuthorities.isEmpty ? nil : "The batch has no time-stamp.")
    }
    let told = try BatchTimestamp.check(
      batch.read(name, limit: TimestampReply.byteLimit), over: signature.der,
      authorities: timestampAuthorities, at: instant)
    guard manifest.created <= told.advanced(bySeconds: allowedClockSkew) else {
      throw SigningError(.future, name, "stamped \(told), created \(manifest.created)")
    }
    return timestampAuthorities.isEmpty
      ? (nil, "No time-stamp authority was given: the time-stamp's signature was not checked.")
      : (told, nil)
  }
}
