internal import COpenSSL

/// Checks the signature of a time-stamp and the way to its authority with the library.
enum TimestampCheck {
  /// Checks a reply that has passed the strict look.
  ///
  /// - Throws: ``SigningError`` with `E_CHAIN` for a signer whom no authority vouches for or whose
  ///   certificate is not made for time-stamps, `E_SIG` for everything else.
  static func check(
    _ reply: TimestampReply, digest: SHA256Digest, authorities: [Certificate],
    at instant: UTCInstant, subject: String
  ) throws(SigningError) {
    let response = unsafe OpenSSLLibrary.decoded(
      reply.der, by: d2i_TS_RESP, freeing: TS_RESP_free)
    guard let response = unsafe response else { throw OpenSSLLibrary.failure(.der, subject) }
    defer { unsafe TS_RESP_free(response) }
    guard let context = unsafe TS_VERIFY_CTX_new() else { throw OpenSSLLibrary.failure() }
    // The context owns the store and the copy of the digest from here on.
    defer { unsafe TS_VERIFY_CTX_free(context) }
    guard let store = unsafe X509_STORE_new() else { throw OpenSSLLibrary.failure() }
    unsafe TS_VERIFY_CTX_set_store(context, store)
    for authority in authorities {
      let handle = try CertificateHandle(der: authority.der, subject: subject)
      guard unsafe X509_STORE_add_cert(store, handle.pointer) == 1 else {
        throw OpenSSLLibrary.failure()
      }
    }
    guard let parameters = unsafe X509_STORE_get0_param(store) else {
      throw OpenSSLLibrary.failure()
    }
    unsafe X509_VERIFY_PARAM_set_time(parameters, time_t(instant.secondsSinceEpoch))
    unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 2)
    let bytes = digest.bytes
    unsafe TS_VERIFY_CTX_set_imprint(context, shim_copy(bytes, bytes.count), bytes.count)
    unsafe TS_VERIFY_CTX_set_flags(context, Int32(bitPattern: shim_timestamp_checks()))
    guard unsafe TS_RESP_verify_response(context, response) == 1 else {
      let number = ERR_peek_last_error()
      let isChain = ERR_GET_REASON(number) == TS_R_CERTIFICATE_VERIFY_ERROR
      throw OpenSSLLibrary.failure(isChain ? .chain : .signature, subject)
    }
  }
}
