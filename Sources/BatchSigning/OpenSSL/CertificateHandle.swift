internal import COpenSSL

/// Owns a certificate of the library.
@safe final class CertificateHandle {
  let pointer: OpaquePointer

  init(der: [UInt8], subject: String) throws(SigningError) {
    let made = unsafe OpenSSLLibrary.decoded(der, by: d2i_X509, freeing: X509_free)
    guard let made = unsafe made else { throw OpenSSLLibrary.failure(.der, subject) }
    unsafe pointer = made
  }

  deinit { unsafe X509_free(pointer) }
}

/// Owns a revocation list of the library.
@safe final class RevocationListHandle {
  let pointer: OpaquePointer

  init(der: [UInt8], subject: String) throws(SigningError) {
    let made = unsafe OpenSSLLibrary.decoded(der, by: d2i_X509_CRL, freeing: X509_CRL_free)
    guard let made = unsafe made else { throw OpenSSLLibrary.failure(.der, subject) }
    unsafe pointer = made
  }

  deinit { unsafe X509_CRL_free(pointer) }
}
