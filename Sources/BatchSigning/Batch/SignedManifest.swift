/// A manifest whose issuer has signed it with a key that counts: what every check begins with.
struct SignedManifest {
  let manifest: Manifest
  /// The very bytes that were signed.
  let bytes: [UInt8]
  let signature: DetachedSignature
  /// By whose word the key counts.
  let trust: TrustBundle

  /// The identity of the batch.
  var digest: SHA256Digest { SHA256.digest(of: bytes) }
}

extension BatchVerifier {
  /// Reads the issuer's signature strictly and checks it over the manifest's bytes, before anything
  /// in them is looked at; then whether its key is the issuer's.
  ///
  /// - Parameters:
  ///   - bytes: The manifest's bytes.
  ///   - der: The signature.
  ///   - subject: What the signature is called in an error.
  /// - Returns: The manifest.
  /// - Throws: ``SigningError`` with a code of the signature, of the manifest's form, or of the trust in
  ///   keys.
  func signedManifest(
    _ bytes: [UInt8], signature der: [UInt8], subject: String
  ) throws(SigningError) -> SignedManifest {
    let signature = try DetachedSignature(der: der, subject: subject)
    try signature.check(over: bytes, subject: subject)
    let manifest = try Manifest(canonicalBytes: bytes)
    guard let trust else {
      throw SigningError(.notPinned, subject, "no trust bundle was given")
    }
    try check(signature, office: manifest.issuer, role: .issuer, trust, subject)
    return SignedManifest(
      manifest: manifest, bytes: bytes, signature: signature, trust: trust)
  }

  /// The signed manifest of a batch.
  func signedManifest(in batch: BatchSource) throws(SigningError) -> SignedManifest {
    try signedManifest(
      batch.read(BatchFileName.manifest, limit: Manifest.byteLimit),
      signature: batch.readSignature(BatchFileName.signature), subject: BatchFileName.signature)
  }

  /// Checks the second signature: by the coordinating office of the period, or its deputy.
  ///
  /// - Parameters:
  ///   - signed: What it stands over.
  ///   - subject: What the signature is called in an error.
  ///   - der: Reads the signature.
  /// - Throws: ``SigningError`` with `E_COORDINATOR`, `E_THRESHOLD`, or a code of the signature or of the
  ///   trust in keys.
  func checkCosignature(
    of signed: SignedManifest, subject: String, _ der: () throws(SigningError) -> [UInt8]
  ) throws(SigningError) {
    let cosigner = try cosigner(of: signed.manifest, signed.trust, subject: subject)
    let signature = try DetachedSignature(der: try der(), subject: subject)
    try signature.check(over: signed.bytes, subject: subject)
    try check(signature, office: cosigner, role: .coordinator, signed.trust, subject)
  }
}

extension BatchSource {
  /// Reads a signature, which must be there.
  ///
  /// - Throws: ``SigningError`` with `E_THRESHOLD`, `E_NOT_REGULAR`, `E_LIMIT` or `not-readable`.
  func readSignature(_ name: String) throws(SigningError) -> [UInt8] {
    guard names.contains(name) else {
      throw SigningError(.threshold, name, "both offices must sign")
    }
    return try read(name, limit: DetachedSignature.byteLimit)
  }
}
