internal import COpenSSL

/// The path from a certificate to the authorities of a trust bundle (RFC 5280, section 6), built and
/// checked with a store of its own: neither the system's authorities nor anything in the environment
/// counts.
enum CertificatePath {
  /// Checks one path.
  ///
  /// - Parameters:
  ///   - leaf: The signer's certificate in DER.
  ///   - helpers: Certificates that may stand between, untrusted.
  ///   - authorities: The trusted certificates.
  ///   - revocationList: The one list that counts, in DER.
  ///   - instant: The time at which everything must be valid.
  ///   - subject: What the leaf is called in an error.
  /// - Returns: The digests of the certificates on the path, the signer's first.
  /// - Throws: ``SigningError`` with `E_CHAIN`, `E_CERT_TIME`, `E_USAGE`, `E_REVOKED` or
  ///   `E_CRL_STALE`.
  static func validated(
    from leaf: [UInt8], helpers: [[UInt8]], authorities: [[UInt8]], revocationList: [UInt8],
    at instant: UTCInstant, subject: String
  ) throws(SigningError) -> [SHA256Digest] {
    let store = try unsafe store(authorities, revocationList)
    defer { unsafe X509_STORE_free(store) }
    let certificate = try CertificateHandle(der: leaf, subject: subject)
    // The context counts no reference to the signer's certificate.
    defer { withExtendedLifetime(certificate) {} }
    guard let untrusted = unsafe shim_certificates_new() else { throw OpenSSLLibrary.failure() }
    defer { unsafe shim_certificates_free(untrusted) }
    var owners: [CertificateHandle] = []
    defer { withExtendedLifetime(owners) {} }
    for helper in helpers {
      let handle = try CertificateHandle(der: helper, subject: subject)
      owners.append(handle)
      guard unsafe shim_certificates_push(untrusted, handle.pointer) > 0 else {
        throw OpenSSLLibrary.failure()
      }
    }
    guard let context = unsafe X509_STORE_CTX_new() else { throw OpenSSLLibrary.failure() }
    defer { unsafe X509_STORE_CTX_free(context) }
    guard unsafe X509_STORE_CTX_init(context, store, certificate.pointer, untrusted) == 1 else {
      throw OpenSSLLibrary.failure()
    }
    try unsafe setRules(of: context, at: instant)
    let result = unsafe X509_verify_cert(context)
    let number = unsafe X509_STORE_CTX_get_error(context)
    _ = OpenSSLLibrary.drainErrors()
    guard result == 1 else {
      let words = unsafe X509_verify_cert_error_string(Int(number)).map {
        unsafe String(cString: $0)
      }
      throw SigningError(reason(number), subject, "\(words ?? "error \(number)")")
    }
    return try unsafe digests(of: X509_STORE_CTX_get0_chain(context))
  }

  /// A store that trusts these certificates and knows this list; the caller owns it.
  private static func store(
    _ authorities: [[UInt8]], _ revocationList: [UInt8]
  ) throws(SigningError) -> OpaquePointer {
    let list = try RevocationListHandle(der: revocationList, subject: "crl.pem")
    let handles = try authorities.map { der throws(SigningError) in
      try CertificateHandle(der: der, subject: "ca.crt")
    }
    guard let store = unsafe X509_STORE_new() else { throw OpenSSLLibrary.failure() }
    guard handles.allSatisfy({ unsafe X509_STORE_add_cert(store, $0.pointer) == 1 }),
      unsafe X509_STORE_add_crl(store, list.pointer) == 1
    else {
      unsafe X509_STORE_free(store)
      throw OpenSSLLibrary.failure()
    }
    return unsafe store
  }

  /// Says by which rules a path is judged.
  private static func setRules(
    of context: OpaquePointer, at instant: UTCInstant
  ) throws(SigningError) {
    guard let parameters = unsafe X509_STORE_CTX_get0_param(context) else {
      throw OpenSSLLibrary.failure()
    }
    unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(instant.secondsSinceEpoch))
    // Level 2 is 112 bits: no SHA-1, no short RSA key anywhere on the path.
    unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 2)
    unsafe X509_VERIFY_PARAM_set_depth(parameters, 4)
    // Revocation counts, and an authority's own signature over itself must be right.
    let flags = X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CHECK_SS_SIGNATURE
    guard
      unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(flags)) == 1,
      unsafe X509_STORE_CTX_set_purpose(context, X509_PURPOSE_SMIME_SIGN) == 1
    else { throw OpenSSLLibrary.failure() }
  }

  private static func digests(of path: OpaquePointer?) throws(SigningError) -> [SHA256Digest] {
    guard let path = unsafe path else { throw OpenSSLLibrary.failure() }
    var digests: [SHA256Digest] = []
    let certificateCount = unsafe shim_certificates_count(path)
    for index in 0..<certificateCount {
      var start: UnsafeMutablePointer<UInt8>?
      let count = unsafe i2d_X509(shim_certificates_at(path, index), &start)
      guard count > 0, let bytes = unsafe start else { throw OpenSSLLibrary.failure() }
      defer { unsafe shim_free(bytes) }
      let der = unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
      digests.append(SHA256.digest(of: der))
    }
    return digests
  }

  private static func reason(_ number: Int32) -> SigningError.Code {
    switch number {
    case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID: .certificateTime
    case X509_V_ERR_INVALID_PURPOSE: .usage
    case X509_V_ERR_CERT_REVOKED: .revoked
    case X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER,
      X509_V_ERR_CRL_NOT_YET_VALID, X509_V_ERR_CRL_HAS_EXPIRED,
      X509_V_ERR_CRL_SIGNATURE_FAILURE, X509_V_ERR_DIFFERENT_CRL_SCOPE,
      X509_V_ERR_KEYUSAGE_NO_CRL_SIGN, X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION,
      X509_V_ERR_ERROR_IN_CRL_LAST_UPDATE_FIELD, X509_V_ERR_ERROR_IN_CRL_NEXT_UPDATE_FIELD:
      .staleRevocationList
    default: .chain
    }
  }
}
